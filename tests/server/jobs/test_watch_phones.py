"""A phone that may hold work and is not heard of is missed: once a day, by its project's supervisors alone."""

from typing import Any

import pytest
from flask import Flask

from server.jobs.watch_phones import watch_phones
from tests.support.clock import FakeClock
from tests.support.wire_phone import HEADERS, WirePhone
from tests.support.world import World, make_world


@pytest.fixture
def world(app: Flask, clock: FakeClock) -> World:
    return make_world(app, clock)


def phone(app: Flask, clock: FakeClock, world: World, name: str) -> WirePhone:
    return WirePhone(app.test_client(), clock, world, name).sign_in().pull()


def says(holder: WirePhone, operations: int, photos: int, since: str | None = None) -> None:
    unsent = {"operations": operations, "photos": photos, "since": since}
    body = {"device": holder.device, "schema": 1, "cursors": {}, "unsent": unsent}
    assert holder.client.post("/api/sync/v1/pull", json=body, headers=HEADERS).status_code == 200


def watch(app: Flask) -> None:
    with app.app_context():
        watch_phones(app, {})


def told(chief: WirePhone) -> list[dict[str, Any]]:
    return [row for row in chief.pull().sees("notice") if row["kind"] == "phone_unseen"]


def test_a_silent_phone_with_unsent_work_is_told_once_a_day(app: Flask, clock: FakeClock, world: World) -> None:
    anna = phone(app, clock, world, "engineer")
    says(anna, 3, 1, "2026-11-22T06:00:00Z")
    clock.advance(hours=23)
    watch(app)
    chief = phone(app, clock, world, "supervisor")
    assert told(chief) == []
    clock.advance(hours=3)
    watch(app)
    watch(app)
    (notice,) = told(chief)
    assert (notice["args"]["hours"], notice["args"]["who_zh"]) == (26, "engineer")
    assert notice["args"]["person_id"] == world.people["engineer"]
    clock.advance(hours=24)
    watch(app)
    assert len(told(chief)) == 2


def test_a_silent_phone_that_holds_nothing_is_not_missed(app: Flask, clock: FakeClock, world: World) -> None:
    says(phone(app, clock, world, "engineer"), 0, 0)
    clock.advance(hours=48)
    watch(app)
    assert told(phone(app, clock, world, "supervisor")) == []


def test_engineers_are_not_told(app: Flask, clock: FakeClock, world: World) -> None:
    says(phone(app, clock, world, "engineer"), 1, 0)
    clock.advance(hours=30)
    watch(app)
    assert told(phone(app, clock, world, "colleague")) == []


def test_supervisors_see_what_each_phone_says_it_holds(app: Flask, clock: FakeClock, world: World) -> None:
    anna, chief = phone(app, clock, world, "engineer"), phone(app, clock, world, "supervisor")
    says(anna, 3, 1, "2026-11-22T06:00:00Z")
    path = f"/api/projects/{world.project}/phones"
    shown = {one["id"]: one for one in chief.client.get(path).get_json()["phones"]}[anna.device]
    assert (shown["unsent_operations"], shown["unsent_photos"]) == (3, 1)
    assert shown["unsent_since"] == "2026-11-22T06:00:00.000Z"
    assert anna.client.get(path).status_code == 404


def test_a_moment_that_is_none_or_lies_ahead_counts_as_now(app: Flask, clock: FakeClock, world: World) -> None:
    anna, chief = phone(app, clock, world, "engineer"), phone(app, clock, world, "supervisor")
    for odd in ("yesterday", "2099-01-01T00:00:00Z"):
        says(anna, 1, 0, odd)
        phones = chief.client.get(f"/api/projects/{world.project}/phones").get_json()["phones"]
        assert [one["unsent_since"] for one in phones if one["id"] == anna.device] == ["2026-11-22T07:00:00.000Z"]
