"""Coming into a project by an invitation: somebody new, somebody who is here, and those for whom it opens nothing."""

import hashlib
from typing import Any

import pytest
from flask import Flask

from tests.server.joining.conftest import said
from tests.support.browser import Browser
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import World, make_world, new_id

TOKEN = "a token that a browser made"


@pytest.fixture
def world(app: Flask, clock: FakeClock) -> World:
    return make_world(app, clock)


@pytest.fixture
def chief(app: Flask, clock: FakeClock, world: World) -> WirePhone:
    return WirePhone(app.test_client(), clock, world, "supervisor").sign_in()


def invite(chief: WirePhone, token: str = TOKEN, **other: Any) -> str:
    doc, digest = new_id(), hashlib.sha256(token.encode()).hexdigest()
    args = {"project_id": chief.world.project, "token_hash": digest, "roles": ["engineer"], "days": 7, **other}
    result = chief.does("invite_person", doc=doc, args=args, seen={})
    assert result["outcome"] == "applied", result
    return doc


def revoke(chief: WirePhone, doc: str) -> dict[str, Any]:
    chief.pull()
    seen = {doc: chief.writers_of(chief.base[doc])}
    return chief.does("revoke_invitation", doc=doc, args={}, seen=seen)


def join(browser: Browser, token: str = TOKEN, **other: Any) -> Any:
    return browser.post("/api/join", {"token": token, "person": said(**other)})


def test_the_link_says_what_it_is_for(app: Flask, chief: WirePhone) -> None:
    invite(chief, display_name_zh="王芳", phone="13800000001")
    shown = Browser(app).get(f"/api/join/{TOKEN}").get_json()
    assert (shown["project_zh"], shown["roles"], shown["display_name_zh"]) == ("home", ["engineer"], "王芳")
    assert shown["invited_by_zh"] == "supervisor"
    assert "phone" not in shown


def test_somebody_new_is_made_a_member_and_signed_in(app: Flask, chief: WirePhone) -> None:
    doc, browser = invite(chief, phone="13800000001"), Browser(app)
    session = join(browser).get_json()
    assert session["grants"] == [{"project_id": chief.world.project, "roles": ["engineer"]}]
    assert session["person"]["is_administrator"] is False
    chief.pull()
    (member,) = [row for row in chief.sees("member") if row["person_id"] == session["person"]["id"]]
    assert (member["display_name_zh"], member["phone"], member["roles"]) == ("王芳", "13800000001", ["engineer"])
    assert chief.base[doc]["fields"]["used_by"] == session["person"]["id"]
    assert Browser(app).sign_in("wang.fang", "seven quiet lamps").status_code == 200


def test_who_is_here_already_gets_the_roles_as_well_and_keeps_the_device(app: Flask, chief: WirePhone) -> None:
    invite(chief)
    browser = Browser(app)
    before = browser.sign_in("outsider").get_json()
    after = browser.post("/api/join", {"token": TOKEN}).get_json()
    assert after["device"]["id"] == before["device"]["id"]
    held = {grant["project_id"]: grant["roles"] for grant in after["grants"]}
    assert held == {chief.world.foreign_project: ["engineer"], chief.world.project: ["engineer"]}


def test_roles_are_added_to_those_that_are_held(app: Flask, chief: WirePhone) -> None:
    invite(chief, roles=["desk"])
    browser = Browser(app)
    browser.sign_in("engineer")
    (grant,) = browser.post("/api/join", {"token": TOKEN}).get_json()["grants"]
    assert grant["roles"] == ["desk", "engineer"]


def test_without_a_session_and_without_a_name_nobody_comes(app: Flask, chief: WirePhone) -> None:
    invite(chief)
    assert Browser(app).post("/api/join", {"token": TOKEN}).status_code == 401


def test_one_link_is_for_one_person(app: Flask, chief: WirePhone) -> None:
    invite(chief)
    assert join(Browser(app)).status_code == 200
    late = join(Browser(app), name="second")
    assert (late.status_code, late.get_json()["code"]) == (410, "expired")
    assert Browser(app).get(f"/api/join/{TOKEN}").status_code == 410


def test_a_link_for_somebody_named_is_for_nobody_else(app: Flask, chief: WirePhone) -> None:
    invite(chief, person_id=chief.world.people["engineer"])
    assert join(Browser(app)).status_code == 403
    browser = Browser(app)
    browser.sign_in("engineer")
    assert browser.post("/api/join", {"token": TOKEN}).status_code == 200


def test_a_link_that_was_withdrawn_opens_nothing(app: Flask, chief: WirePhone) -> None:
    assert revoke(chief, invite(chief))["outcome"] == "applied"
    assert Browser(app).get(f"/api/join/{TOKEN}").status_code == 410
    assert join(Browser(app)).status_code == 410


def test_one_that_was_used_cannot_be_withdrawn(app: Flask, chief: WirePhone) -> None:
    doc = invite(chief)
    join(Browser(app))
    assert revoke(chief, doc)["reason"] == "already_settled"


def test_it_ends_on_its_day(app: Flask, chief: WirePhone, clock: FakeClock) -> None:
    invite(chief, days=1)
    clock.advance(hours=24)
    assert join(Browser(app)).status_code == 410


def test_a_name_that_somebody_has_is_said_and_the_link_stays_good(app: Flask, chief: WirePhone) -> None:
    invite(chief)
    taken = join(Browser(app), name="engineer")
    assert (taken.status_code, list(taken.get_json()["errors"])) == (422, ["name"])
    assert join(Browser(app), name="wang.fang").status_code == 200


def test_guessed_tokens_are_told_nothing_and_slow_down(app: Flask, chief: WirePhone) -> None:
    browser = Browser(app)
    statuses = [browser.get(f"/api/join/{n}").status_code for n in range(52)]
    assert (statuses[0], statuses[-1]) == (404, 429)


def test_the_token_hash_is_on_no_phone(chief: WirePhone) -> None:
    doc = invite(chief)
    assert "token_hash" not in chief.pull().base[doc]["fields"]


def test_a_stranger_cannot_be_named(chief: WirePhone) -> None:
    doc, world = new_id(), chief.world
    args = {"project_id": world.project, "token_hash": "a" * 64, "roles": ["engineer"], "days": 7}
    result = chief.does("invite_person", doc=doc, args={**args, "person_id": world.people["outsider"]}, seen={})
    assert (result["outcome"], result["reason"]) == ("parked", "unknown_reference")
