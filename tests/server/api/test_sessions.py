"""Signing in and out, for everybody in the cast."""

import hashlib

import pytest
from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy import select

from server.database import reading, writing
from server.models import Credential, Device, PersonSession
from tests.conftest import AppMaker
from tests.support.browser import Browser
from tests.support.clock import FakeClock
from tests.support.people import PASSWORD, Cast, add_cast


@pytest.mark.parametrize("name", ["engineer", "supervisor", "client"])
def test_a_person_of_the_project_gets_the_rights_held_there(name: str, browser: Browser, cast: Cast) -> None:
    session = browser.sign_in(name).get_json()
    assert session["person"]["name"] == name
    assert session["grants"] == [{"project_id": cast.project_id, "roles": [name]}]


def test_an_outsider_gets_no_right_in_the_project(browser: Browser, cast: Cast) -> None:
    grants = browser.sign_in("outsider").get_json()["grants"]
    assert [grant["project_id"] for grant in grants] == [cast.foreign_project_id]


def test_the_session_lasts_over_requests(browser: Browser, cast: Cast) -> None:
    opened = browser.sign_in("engineer").get_json()
    assert browser.get("/api/session").get_json() == opened


def test_the_answer_names_protocol_organisation_incarnation_and_time(browser: Browser, cast: Cast) -> None:
    session = browser.sign_in("engineer").get_json()
    assert session["protocol"] == "roundsman/1"
    assert session["inc"].startswith("i_")
    assert session["organisation_id"]
    assert session["server_time"] == "2026-11-22T07:00:00.000Z"


def test_nobody_is_signed_in_without_a_session(browser: Browser) -> None:
    answer = browser.get("/api/session")
    assert (answer.status_code, answer.get_json()["code"]) == (401, "sign_in_required")


def test_a_made_up_token_opens_nothing(browser: Browser, cast: Cast) -> None:
    answer = browser.get("/api/session", headers={"Cookie": "roundsman_session=guess"})
    assert answer.get_json()["code"] == "sign_in_required"


def test_signing_out_ends_the_session_on_the_server(browser: Browser, cast: Cast) -> None:
    browser.sign_in("engineer")
    token = browser.cookie()
    assert browser.delete("/api/session").status_code == 204
    answer = browser.get("/api/session", headers={"Cookie": f"roundsman_session={token}"})
    assert answer.status_code == 401


def test_signing_out_without_a_session_is_no_error(browser: Browser) -> None:
    assert browser.delete("/api/session").status_code == 204


def test_a_session_runs_out_after_its_days(browser: Browser, cast: Cast, clock: FakeClock) -> None:
    browser.sign_in("engineer")
    clock.advance(days=29)
    assert browser.get("/api/session").status_code == 200
    clock.advance(days=1)
    assert browser.get("/api/session").status_code == 401


def test_signing_in_again_ends_the_session_before(app: Flask, browser: Browser, cast: Cast) -> None:
    browser.sign_in("engineer")
    token = browser.cookie()
    browser.sign_in("engineer")
    answer = Browser(app).get("/api/session", headers={"Cookie": f"roundsman_session={token}"})
    assert answer.status_code == 401


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(browser: Browser, cast: Cast) -> None:
    cookie = browser.sign_in("engineer").headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Secure" not in cookie


def test_the_cookie_is_secure_over_https(browser: Browser, cast: Cast) -> None:
    answer = browser.post("/api/session", {"name": "engineer", "password": PASSWORD}, base_url="https://localhost")
    assert "Secure" in answer.headers["Set-Cookie"]


def test_the_database_holds_no_token(app: Flask, browser: Browser, cast: Cast) -> None:
    browser.sign_in("engineer")
    token = browser.cookie() or ""
    with app.app_context(), reading() as session:
        assert session.scalars(select(PersonSession.token_hash)).one() == hashlib.sha256(token.encode()).hexdigest()


def test_a_name_is_found_whatever_its_case_and_blanks(browser: Browser, cast: Cast) -> None:
    assert browser.sign_in(" Engineer ").status_code == 200


def test_a_hash_of_weaker_settings_is_replaced_at_sign_in(app: Flask, browser: Browser, cast: Cast) -> None:
    def stored() -> str:
        with app.app_context(), reading() as session:
            return session.get_one(Credential, cast.engineer).password_hash

    weak = PasswordHasher(time_cost=2, memory_cost=8, parallelism=1).hash(PASSWORD)
    with app.app_context(), writing() as session:
        session.get_one(Credential, cast.engineer).password_hash = weak
    assert browser.sign_in("engineer").status_code == 200
    assert stored() != weak and "t=1" in stored()


def test_input_of_the_wrong_shape_is_named_field_by_field(browser: Browser) -> None:
    answer = browser.post("/api/session", {"name": "", "pass": "x"})
    assert answer.status_code == 422
    assert set(answer.get_json()["errors"]) == {"name", "password", "pass"}


def test_the_first_sign_in_gets_a_device_numbered_from_one(browser: Browser, cast: Cast) -> None:
    device = browser.sign_in("engineer").get_json()["device"]
    assert device["id"].startswith("d_") and len(device["id"]) == 28
    assert device["last_n"] == 0


def test_a_device_is_kept_over_sign_ins(app: Flask, browser: Browser, cast: Cast) -> None:
    device = browser.sign_in("engineer", device_label="Phone in the van").get_json()["device"]
    assert browser.sign_in("engineer", device=device["id"]).get_json()["device"] == device
    with app.app_context(), reading() as session:
        assert session.get_one(Device, device["id"]).label == "Phone in the van"


def test_nobody_gets_the_device_of_another(browser: Browser, cast: Cast) -> None:
    device = browser.sign_in("engineer").get_json()["device"]["id"]
    assert browser.sign_in("supervisor", device=device).get_json()["device"]["id"] != device


def test_a_device_that_this_server_never_gave_is_replaced(browser: Browser, cast: Cast) -> None:
    assert browser.sign_in("engineer", device="d_unknown").get_json()["device"]["id"] != "d_unknown"


@pytest.mark.parametrize(("proxies", "is_secure"), [(0, False), (1, True)])
def test_a_proxy_s_word_counts_only_where_it_is_trusted(proxies: int, is_secure: bool, make_app: AppMaker) -> None:
    app = make_app(trusted_proxies=proxies)
    with app.app_context(), writing() as session:
        add_cast(session)
    answer = Browser(app).post(
        "/api/session", {"name": "engineer", "password": PASSWORD}, headers={"X-Forwarded-Proto": "https"}
    )
    assert ("Secure" in answer.headers["Set-Cookie"]) == is_secure
