"""What was measured at an asset, from every submitted round, with the limits of its day."""

from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import insert

from server.database import writing
from server.models import Answer, Round
from tests.server.sync.conftest import PhoneOf
from tests.support import walk
from tests.support.wire_phone import WirePhone
from tests.support.world import World, new_id


def readings(phone: WirePhone, **asked: Any) -> dict[str, Any]:
    answer = phone.client.get(f"/api/assets/{phone.world.ups}/readings", query_string=asked)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.get_json()
    return body


@pytest.fixture
def engineer(phone_of: PhoneOf) -> WirePhone:
    return phone_of("engineer")


@pytest.fixture
def years(app: Flask, world: World) -> None:
    """A reading of each of 450 days, from rounds that no phone holds any more."""
    days = [date(2025, 1, 1) + timedelta(days=k) for k in range(450)]
    common = {"project_id": world.project, "writers": {}, "rev": 1}
    rounds = [
        {**common, "id": new_id(), "plan_id": world.plan, "template_id": world.template, "asset_ids": [world.ups],
         "occurrence_date": day.isoformat(), "name_zh": "", "name_en": "", "due_at": f"{day}T10:00:00Z",
         "state": "sealed", "submitted_at": f"{day}T09:00:00Z", "number": f"XJ-{day}"}
        for day in days
    ]  # fmt: skip
    answers = [
        {**common, "id": new_id(), "round_id": round_["id"], "asset_id": world.ups, "check_key": "battery",
         "value": "normal", "reading": f"{20 + k / 20:.1f}", "answered_at": f"{day}T08:00:00Z"}
        for k, (day, round_) in enumerate(zip(days, rounds, strict=True))
    ]  # fmt: skip
    with app.app_context(), writing() as session:
        session.execute(insert(Round), rounds)
        session.execute(insert(Answer), answers)


def test_a_draft_is_nobody_s_finding_yet(engineer: WirePhone, world: World) -> None:
    engineer.answers(world.ups, "battery", value="normal", reading="24.5")
    assert readings(engineer)["readings"] == []


def test_a_submitted_reading_comes_with_its_limits_and_its_item(engineer: WirePhone, world: World) -> None:
    walk.walk(engineer)
    body = readings(engineer)
    (item,) = body["checks"]
    assert (item["check_key"], item["title_en"], item["unit"]) == ("battery", "Battery temperature", "℃")
    (one,) = body["readings"]
    assert (one["value"], one["low"], one["high"], one["verdict"]) == ("24.5", "15", "30", "within")
    assert (one["round_id"], one["by"]) == (world.round, world.people["engineer"])


@pytest.mark.usefixtures("years")
def test_years_come_in_pages_newest_first(engineer: WirePhone) -> None:
    first = readings(engineer)
    second = readings(engineer, before=first["next"])
    days = [one["at"][:10] for one in (*first["readings"], *second["readings"])]
    assert (len(first["readings"]), len(second["readings"]), second["next"]) == (400, 50, None)
    assert days == sorted(set(days), reverse=True)
    assert days[0] == "2026-03-26"
    assert {one["verdict"] for one in first["readings"]} == {"within", "above"}


@pytest.mark.usefixtures("years")
def test_a_span_and_an_item_can_be_asked_for(engineer: WirePhone) -> None:
    lately = readings(engineer, **{"from": "2026-03-01T00:00:00+08:00", "check": "battery"})
    assert len(lately["readings"]) == 26
    assert readings(engineer, check="fan")["readings"] == []


@pytest.mark.parametrize("asked", [{"from": "yesterday"}, {"before": "x"}, {"check": "k" * 61}])
def test_what_cannot_be_asked_is_refused_with_the_field(engineer: WirePhone, asked: dict[str, str]) -> None:
    answer = engineer.client.get(f"/api/assets/{engineer.world.ups}/readings", query_string=asked)
    assert answer.status_code == 422
    assert asked.keys() <= answer.get_json()["errors"].keys()
