"""State-changing requests that another site made a browser send."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.guard import SAFE_METHODS

OURS = {"X-Roundsman": "1"}
FOREIGN = [
    {},
    {"X-Roundsman": "0"},
    OURS | {"Sec-Fetch-Site": "cross-site"},
    OURS | {"Sec-Fetch-Site": "same-site"},
]


# Plain forms whose address is the secret: no cookie counts there, hence no header (docs/decisions/032).
FORMS = {"/l/<token>"}


@pytest.mark.parametrize("headers", FOREIGN)
def test_every_state_changing_route_refuses_a_foreign_request(headers: dict[str, str], app: Flask) -> None:
    client = app.test_client()
    tried = 0
    for rule in app.url_map.iter_rules():
        if rule.rule in FORMS and "Sec-Fetch-Site" not in headers:
            continue
        for method in (rule.methods or set()) - SAFE_METHODS:
            path = rule.build({name: "x" for name in rule.arguments}, append_unknown=False)
            assert path is not None
            answer = client.open(path[1], method=method, headers=headers)
            assert (answer.status_code, answer.get_json()["code"]) == (403, "forbidden"), rule
            tried += 1
    assert tried >= 2


def test_a_form_behind_a_link_needs_no_header_of_ours(client: FlaskClient) -> None:
    assert client.post("/l/x", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 404
    assert client.post("/l/x").status_code == 404


@pytest.mark.parametrize("site", ["same-origin", "none", None])
def test_a_request_of_the_app_is_let_through(site: str | None, client: FlaskClient) -> None:
    headers = OURS | ({"Sec-Fetch-Site": site} if site else {})
    assert client.delete("/api/session", headers=headers).status_code == 204


def test_reading_needs_no_header(client: FlaskClient) -> None:
    assert client.get("/api/health").status_code == 200
