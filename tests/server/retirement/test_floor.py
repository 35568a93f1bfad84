"""What left the feed is remembered for 400 days. Away for longer: begin anew; who begins anew is not held up."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from server.database import reading
from server.models import Stream, StreamEntry
from server.sync.place import Place
from tests.server.retirement.conftest import Pass
from tests.server.retirement.test_leaving import chief, resolve
from tests.server.sync.conftest import PhoneOf
from tests.support.wire_phone import WirePhone
from tests.support.world import World

__all__ = ["chief"]

HEADERS = {"X-Roundsman": "1"}


def page_of(phone: WirePhone, world: World, **limits: int) -> dict[str, Any]:
    """One answer to one pull: the page of the project's stream."""
    asked = {"device": phone.device, "schema": 1, "cursors": phone.cursors, **limits}
    answer = phone.client.post("/api/sync/v1/pull", json=asked, headers=HEADERS)
    assert answer.status_code == 200, answer.text
    body = answer.get_json()
    phone._take(body)
    page: dict[str, Any] = next(page for page in body["pages"] if page["stream"] == f"project:{world.project}")
    return page


def gone_entries(app: Flask) -> int:
    with app.app_context(), reading() as session:
        return session.scalars(select(func.count()).select_from(StreamEntry).where(StreamEntry.gone)).one()


@pytest.fixture
def away(phone_of: PhoneOf, chief: WirePhone) -> WirePhone:
    """It holds the round and its ticket, and is switched off."""
    resolve(chief)
    return phone_of("colleague")


def test_who_was_away_for_a_year_is_told_what_left(app: Flask, away: WirePhone, world: World, days_pass: Pass) -> None:
    days_pass(15)
    days_pass(350)
    page = page_of(away, world)
    assert page["reset"] is False
    assert world.round in {doc["id"] for doc in page["docs"] if doc["gone"]}


def test_who_was_away_for_longer_begins_anew(
    app: Flask, chief: WirePhone, away: WirePhone, world: World, days_pass: Pass
) -> None:
    days_pass(15)
    days_pass(401)
    assert gone_entries(app) == 0
    page = page_of(away, world)
    assert page["reset"] is True
    assert away.pull().base == chief.pull().base


def test_a_first_sync_in_many_pages_below_the_floor_comes_to_its_end(
    chief: WirePhone, away: WirePhone, phone_of: PhoneOf, world: World, days_pass: Pass
) -> None:
    """Known-bad: a cursor below the floor that says nothing more is sent back to the beginning, for ever."""
    days_pass(15)
    days_pass(401)
    new = phone_of("desk")
    new.base.clear()
    new.cursors.clear()
    page = page_of(new, world, max_docs=2)
    pages = 1
    while page["more"]:
        page = page_of(new, world, max_docs=2)
        assert page["reset"] is False
        pages += 1
    assert pages > 3
    assert {doc["id"] for doc in new.documents("asset")} == {world.ups, world.recorder}


def test_a_floor_that_is_raised_over_a_first_sync_begins_it_anew_once(
    app: Flask, chief: WirePhone, phone_of: PhoneOf, world: World, days_pass: Pass
) -> None:
    """It was interrupted after a page with rows that then left, and this is forgotten: it must not keep them."""
    new = phone_of("desk")
    new.base.clear()
    new.cursors.clear()
    while world.round not in new.base:
        page_of(new, world, max_docs=2)
    resolve(chief)
    days_pass(15)
    days_pass(401)
    assert page_of(new, world, max_docs=2)["reset"] is True
    assert new.pull(max_docs=2).base.keys() == phone_of("desk").base.keys()


def test_a_phone_that_knows_the_floor_only_goes_on(chief: WirePhone, world: World, days_pass: Pass) -> None:
    days_pass(15)
    chief.pull()
    days_pass(401)
    assert page_of(chief, world)["reset"] is False


@pytest.mark.parametrize(
    ("e", "s", "known"),
    [
        ("abc", 50, True), ("abc", 49, False), ("abc.0", 50, True), ("abc.32", 0, True), ("abc.31", 0, False),
        ("abc.32", 101, False), ("abc.66", 5, False), ("abd.32", 60, False), ("abc.xyz", 60, False), ("", 60, False),
    ],
)  # fmt: skip
def test_a_place_is_known_from_the_floor_to_the_head(e: str, s: int, known: bool) -> None:
    stream = Stream(id="project:x", epoch="abc", floor=50, head=100)
    assert (Place.read({"e": e, "s": s}, stream) is not None) is known
