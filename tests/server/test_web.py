"""How the built app is served."""

import gzip
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from server import create_app
from server.config import TestConfig
from server.web import APP_ROUTES, BESIDE
from tests.support.client import ReadingClient

PAGE, CHUNK = b"<!doctype html><title>app</title>", b"console.info(1)" * 20


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_bytes(PAGE)
    (folder / "service-worker.js").write_bytes(CHUNK)
    (folder / "assets" / "scan-B1c2D3e4.js").write_bytes(CHUNK)
    (folder / "assets" / "scan-B1c2D3e4.js.gz").write_bytes(gzip.compress(CHUNK))
    (folder / ".vite").mkdir()
    (folder / ".vite" / "manifest.json").write_bytes(b"{}")
    (folder / "manifest.webmanifest").write_bytes(b"{}")
    (tmp_path / "secret.json").write_bytes(b"{}")
    return folder


@pytest.fixture
def client(tmp_path: Path, built: Path) -> FlaskClient:
    app = create_app(TestConfig(data_dir=tmp_path / "data"))
    app.extensions["app_dir"] = built
    app.test_client_class = ReadingClient
    return app.test_client()


@pytest.mark.parametrize(
    "path", ["/", "/sign-in", "/t/7K3M2QA", "/rounds/1/door", "/assets", "/assets/0193-77", "/places"]
)
def test_a_route_of_the_app_gets_its_page(path: str, client: FlaskClient) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.data, answer.headers["Cache-Control"]) == (200, PAGE, "no-cache")


@pytest.mark.parametrize(
    "path", ["/nothing", "/assets/gone-B1c2D3e4.js", "/api/nothing", "/../secret.json", "/.vite/manifest.json"]
)
def test_nothing_else_is_found(path: str, client: FlaskClient) -> None:
    assert client.get(path).status_code == 404


def test_a_file_with_a_hash_in_its_name_is_kept_for_ever(client: FlaskClient) -> None:
    answer = client.get("/assets/scan-B1c2D3e4.js")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"


def test_the_service_worker_is_asked_for_each_time(client: FlaskClient) -> None:
    first = client.get("/service-worker.js")
    assert first.headers["Cache-Control"] == "no-cache"
    again = client.get("/service-worker.js", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_the_form_made_at_build_time_is_sent_to_who_reads_it(client: FlaskClient) -> None:
    answer = client.get("/assets/scan-B1c2D3e4.js", headers={"Accept-Encoding": "gzip, deflate"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.data) == CHUNK
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert client.get("/assets/scan-B1c2D3e4.js").data == CHUNK


def test_the_manifest_has_its_type(client: FlaskClient) -> None:
    assert client.get("/manifest.webmanifest").mimetype == "application/manifest+json"


@pytest.mark.parametrize("path", ["/", "/api/health", "/nothing"])
def test_every_answer_carries_the_security_headers(path: str, client: FlaskClient) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "script-src 'self' 'wasm-unsafe-eval';" in policy
    assert "default-src 'self'" in policy and "http" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Strict-Transport-Security" not in headers


def test_https_is_asked_for_ever_after_where_it_is_spoken(client: FlaskClient) -> None:
    assert client.get("/", base_url="https://localhost").headers["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.parametrize(("language", "words"), [("zh-CN", "缺少网页应用"), ("en", "the app is not built")])
def test_a_server_without_the_app_says_so(language: str, words: str, client: FlaskClient, built: Path) -> None:
    (built / "index.html").unlink()
    answer = client.get("/", headers={"Accept-Language": language, "Accept": "text/html,*/*"})
    assert (answer.status_code, answer.mimetype) == (503, "text/html")
    assert words in answer.text


def test_the_app_s_routes_are_the_ones_of_its_router() -> None:
    source = (BESIDE / "src/shell/routes.ts").read_text("utf-8")
    paths = re.findall(r"path: '/([^'/:]*)", source)
    assert set(paths) == APP_ROUTES
