"""A person's shifts in their calendar program: an address that nobody guesses, can be ended, shows only theirs."""

from typing import Any

import pytest
from flask import Flask
from icalendar import Calendar

from server.database import writing
from server.models import Installation, Person
from server.sync.apply import apply_operations
from tests.server.sync.conftest import PhoneOf
from tests.server.sync.test_shifts import changed, planned
from tests.support.wire_phone import HEADERS, WirePhone
from tests.support.world import SETTER, operation

FEED = "/api/roster/feed"


def address(phone: WirePhone) -> str:
    path = phone.client.post(FEED, headers=HEADERS).get_json()["path"]
    assert isinstance(path, str)
    return path


def events(app: Flask, path: str) -> list[Any]:
    """As a calendar program reads it: without any cookie."""
    answer = app.test_client().get(path)
    assert (answer.status_code, answer.mimetype) == (200, "text/calendar")
    return list(Calendar.from_ical(answer.data).walk("VEVENT"))


def plan(desk: WirePhone, *edits: dict[str, Any]) -> None:
    assert desk.does("plan_shift", edits=list(edits))["outcome"] == "applied"
    desk.pull()


@pytest.fixture
def desk(phone_of: PhoneOf) -> WirePhone:
    return phone_of("desk")


def test_there_is_no_address_until_one_is_asked_for(phone_of: PhoneOf) -> None:
    engineer = phone_of("engineer")
    assert engineer.client.get(FEED).get_json()["path"] is None
    assert address(engineer) == engineer.client.get(FEED).get_json()["path"]


def test_it_shows_the_persons_own_shifts_and_nobody_elses(app: Flask, phone_of: PhoneOf, desk: WirePhone) -> None:
    plan(desk, planned(desk, "engineer", note="带钥匙"), planned(desk, "colleague"))
    (event,) = events(app, address(phone_of("engineer")))
    assert str(event["summary"]) == "一线值班"
    assert "带钥匙" in str(event["description"])
    assert event["dtstart"].dt.isoformat() == "2026-11-22T00:00:00+00:00"


def test_it_speaks_the_persons_language(app: Flask, phone_of: PhoneOf, desk: WirePhone) -> None:
    plan(desk, planned(desk, "engineer", duty="hotline"))
    engineer = phone_of("engineer")
    with app.app_context(), writing() as session:
        session.get_one(Person, desk.world.people["engineer"]).language = "en"
    (event,) = events(app, address(engineer))
    assert str(event["summary"]) == "On duty, hot line"


def test_a_moved_shift_is_the_same_event_and_a_cancelled_one_says_so(
    app: Flask, phone_of: PhoneOf, desk: WirePhone
) -> None:
    shift = planned(desk, "engineer")
    plan(desk, shift)
    path = address(phone_of("engineer"))
    (before,) = events(app, path)
    plan(desk, changed(desk, shift["doc"], ends_at="2026-11-22T14:00:00Z"))
    desk.does("cancel_shift", doc=shift["doc"], args={}, after=[])
    (after,) = events(app, path)
    assert after["uid"] == before["uid"] and after["sequence"] > before["sequence"]
    assert (str(before["status"]), str(after["status"])) == ("CONFIRMED", "CANCELLED")


def test_another_address_ends_the_one_before(app: Flask, phone_of: PhoneOf) -> None:
    engineer = phone_of("engineer")
    old, new = address(engineer), address(engineer)
    assert app.test_client().get(old).status_code == 404
    assert app.test_client().get(new).status_code == 200


def test_a_restore_ends_every_address(app: Flask, phone_of: PhoneOf) -> None:
    """Or an address that was ended after the backup would be open again."""
    path = address(phone_of("engineer"))
    with app.app_context(), writing() as session:
        session.query(Installation).update({"incarnation": "r_another"})
    assert app.test_client().get(path).status_code == 404


def test_who_has_left_the_project_reads_an_empty_calendar(app: Flask, phone_of: PhoneOf, desk: WirePhone) -> None:
    plan(desk, planned(desk, "engineer"))
    path = address(phone_of("engineer"))
    left = {"person_id": desk.world.people["engineer"], "project_id": desk.world.project}
    with app.app_context():
        apply_operations(SETTER, [operation("revoke_role", desk.clock, args=left)])
    assert events(app, path) == []


@pytest.mark.parametrize("token", ["", "x", "\u00e9.x", "0193a000-0000-7000-8000-000000000000.AAAA"])
def test_a_guessed_address_is_not_there(app: Flask, token: str) -> None:
    assert app.test_client().get("/api/roster.ics", query_string={"token": token}).status_code == 404


def test_another_persons_proof_does_not_open_it(app: Flask, phone_of: PhoneOf, desk: WirePhone) -> None:
    mine, theirs = address(phone_of("engineer")), address(phone_of("colleague"))
    forged = mine.rpartition(".")[0] + "." + theirs.rpartition(".")[2]
    assert app.test_client().get(forged).status_code == 404
