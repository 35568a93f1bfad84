"""The plain page that hands a phone the certificate."""

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from server import create_app
from server.config import TestConfig
from server.serving.door import Door

AUTHORITY = b"-----BEGIN CERTIFICATE-----"


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    (tmp_path / "ca.crt").write_bytes(AUTHORITY)
    app = create_app(TestConfig(data_dir=tmp_path))
    door = Door(app, 0, "https://192.168.1.20:8443", tmp_path / "ca.crt")
    door.open()
    yield door
    door.close()


def ask(door: Door, path: str, method: str = "GET") -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", door.port, timeout=5)
    connection.request(method, path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_the_certificate_comes_with_the_type_that_phones_install(door: Door) -> None:
    answer, body = ask(door, "/ca.crt")
    assert answer.getheader("Content-Type") == "application/x-x509-ca-cert"
    assert body == AUTHORITY


def test_every_other_address_is_the_page_in_both_languages(door: Door) -> None:
    for path in ("/", "/favicon.ico", "/../ca.key"):
        _, body = ask(door, path)
        assert "下载证书" in body.decode() and "Install this server's certificate" in body.decode()


def test_the_page_leads_to_the_app(door: Door) -> None:
    assert b'href="https://192.168.1.20:8443"' in ask(door, "/")[1]


def test_a_head_request_is_answered_without_a_body(door: Door) -> None:
    answer, body = ask(door, "/ca.crt", "HEAD")
    assert (answer.status, body) == (200, b"")
