"""Every way of saying no has one shape, in the reader's language."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import Conflict, ImATeapot, RequestEntityTooLarge

from server import errors
from server.errors import CATALOGUE, ApiError, InvalidInput, TooLarge

OURS = {"X-Roundsman": "1"}


@pytest.mark.parametrize("error", CATALOGUE, ids=lambda error: error.code)
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_each_error_says_what_it_is(error: type[ApiError], language: str, app: Flask) -> None:
    @app.get("/fails")
    def fails() -> str:
        raise error(retry_after_seconds=7, limit=12, method="PUT")

    answer = app.test_client().get("/fails", headers={"Accept-Language": language})
    said = answer.get_json()
    assert answer.mimetype == "application/problem+json"
    assert answer.status_code == said["status"] == error.status
    assert (said["code"], said["retryable"]) == (error.code, error.retryable)
    assert said["type"] == f"/api/docs#{error.code}"
    assert bool(re.search("[一-鿿]", said["title"] + said["detail"])) == (language == "zh-CN")
    assert answer.headers["Retry-After"] == "7"
    assert answer.headers["Content-Language"] == language


def test_the_catalogue_at_the_top_of_the_file_is_the_one_in_force() -> None:
    rows = re.findall(r"^  (\w+) +([a-z_]+) +(\d{3}) +(yes|no)\b", errors.__doc__ or "", re.MULTILINE)
    in_force = {
        (error.__name__, error.code, str(error.status), "yes" if error.retryable else "no") for error in CATALOGUE
    }
    assert set(rows) == in_force


def test_codes_are_unique() -> None:
    assert len({error.code for error in CATALOGUE}) == len(CATALOGUE)


def test_facts_and_field_errors_are_in_the_answer(app: Flask) -> None:
    @app.get("/large")
    def large() -> str:
        raise TooLarge(limit=1024)

    @app.get("/invalid")
    def invalid() -> str:
        raise InvalidInput(errors={"name": ["too long"]})

    client = app.test_client()
    assert client.get("/large").get_json()["limit"] == 1024
    assert client.get("/invalid").get_json()["errors"] == {"name": ["too long"]}


def test_an_unknown_address_is_not_found(client: FlaskClient) -> None:
    answer = client.get("/api/nothing")
    assert (answer.status_code, answer.get_json()["code"]) == (404, "not_found")


def test_a_wrong_method_says_which_are_right(client: FlaskClient) -> None:
    answer = client.put("/api/session", headers=OURS)
    assert (answer.status_code, answer.get_json()["code"]) == (405, "method_not_allowed")
    assert "POST" in answer.headers["Allow"]


def test_a_door_whose_id_is_none_is_not_found_by_any_method(client: FlaskClient) -> None:
    answer = client.post("/api/projects/no-id/labels.pdf", json={}, headers=OURS)
    assert (answer.status_code, answer.get_json()["code"]) == (404, "not_found")


def test_a_body_that_is_no_json_is_a_bad_request(client: FlaskClient) -> None:
    answer = client.post("/api/session", data="{", content_type="application/json", headers=OURS)
    assert (answer.status_code, answer.get_json()["code"]) == (400, "bad_request")


def test_a_request_larger_than_any_limit_is_too_large(client: FlaskClient) -> None:
    answer = client.post("/api/session", data=b"0" * 10_000_000, content_type="application/json", headers=OURS)
    assert (answer.status_code, answer.get_json()["code"]) == (413, "too_large")


@pytest.mark.parametrize(
    ("raised", "code"), [(Conflict(), "stale"), (RequestEntityTooLarge(), "too_large"), (ImATeapot(), "bad_request")]
)
def test_an_http_error_of_a_library_gets_the_catalogue_s_shape(raised: Exception, code: str, app: Flask) -> None:
    @app.get("/fails")
    def fails() -> str:
        raise raised

    assert app.test_client().get("/fails").get_json()["code"] == code


def test_a_database_that_does_not_answer_is_a_reason_to_try_again(app: Flask) -> None:
    @app.get("/fails")
    def fails() -> str:
        raise OperationalError("SELECT 1", {}, Exception("database is locked"))

    answer = app.test_client().get("/fails")
    assert (answer.status_code, answer.get_json()["retryable"]) == (503, True)
    assert answer.headers["Retry-After"] == "5"


def test_a_fault_of_ours_is_logged_and_says_what_is_safe(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    @app.get("/fails")
    def fails() -> str:
        raise ZeroDivisionError("secret detail")

    app.config["PROPAGATE_EXCEPTIONS"] = False
    answer = app.test_client().get("/fails", headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.get_json()["code"]) == (500, "server_fault")
    assert "changed nothing" in answer.get_json()["detail"]
    assert "secret detail" not in answer.text
    assert "ZeroDivisionError" in caplog.text
