"""`GET /api/projects/{id}/records`: sealed rounds are found again, by staff, long after they left the phones."""

from typing import Any

import pytest
from flask import Flask

from tests.support import walk
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import World, make_world

FAULT = {"value": "abnormal", "severity": 3, "seen": "Fan rattles", "actual": "每 10 秒一次"}


@pytest.fixture
def world(app: Flask, clock: FakeClock) -> World:
    return make_world(app, clock)


@pytest.fixture
def engineer(app: Flask, clock: FakeClock, world: World) -> WirePhone:
    """Whose round with a fault is sealed."""
    engineer, supervisor = (phone(app, clock, world, name) for name in ("engineer", "supervisor"))
    walk.walk(engineer, **FAULT)
    assert walk.approve(supervisor)["outcome"] == "applied"
    return engineer


def phone(app: Flask, clock: FakeClock, world: World, name: str) -> WirePhone:
    return WirePhone(app.test_client(), clock, world, name).sign_in().pull()


def archive(phone: WirePhone, **asked: Any) -> dict[str, Any]:
    answer = phone.client.get(f"/api/projects/{phone.world.project}/records", query_string=asked)
    assert answer.status_code == 200, answer.get_json()
    page: dict[str, Any] = answer.get_json()
    return page


def test_a_sealed_round_is_listed_with_what_it_is(engineer: WirePhone) -> None:
    page = archive(engineer)
    (record,) = page["records"]
    assert (page["total"], page["found"], page["months"]) == (1, 1, [record["occurrence_date"][:7]])
    assert record["round_id"] == engineer.world.round
    assert (record["assets"], record["findings"]) == (2, 1)
    assert len(record["seal_hash"]) == 64
    assert [set(names) for names in record["staff"]] == [{"display_name_zh", "display_name_en"}]


def test_a_round_that_is_not_sealed_is_not_in_the_archive(app: Flask, clock: FakeClock, world: World) -> None:
    engineer = phone(app, clock, world, "engineer")
    walk.walk(engineer)
    assert archive(engineer) == {"protocol": "roundsman/1", "months": [], "total": 0, "found": 0, "records": []}


@pytest.mark.parametrize("text", ["RATTLES", "每 10", "ups-01", "{number}", "{day}", "rattles ups"])
def test_it_is_found_by_number_day_asset_and_what_was_seen(engineer: WirePhone, text: str) -> None:
    (record,) = archive(engineer)["records"]
    asked = text.format(number=record["number"], day=record["occurrence_date"])
    assert archive(engineer, text=asked)["found"] == 1


def test_another_month_or_word_finds_nothing_and_says_what_there_is(engineer: WirePhone) -> None:
    for asked in ({"month": "2001-01"}, {"text": "rattles elsewhere"}, {"offset": 1}):
        page = archive(engineer, **asked)
        assert (page["records"], page["total"]) == ([], 1)


@pytest.mark.parametrize("asked", ["month=2026-13", "month=2026-11-22", "offset=-1", "offset=x", "text=" + "x" * 201])
def test_what_cannot_be_searched_is_refused(engineer: WirePhone, asked: str) -> None:
    assert engineer.client.get(f"/api/projects/{engineer.world.project}/records?{asked}").status_code == 422


def test_neither_a_client_nor_an_outsider_finds_it(
    app: Flask, clock: FakeClock, world: World, engineer: WirePhone
) -> None:
    for name in ("client", "outsider"):
        answer = phone(app, clock, world, name).client.get(f"/api/projects/{world.project}/records")
        assert answer.status_code == 404
