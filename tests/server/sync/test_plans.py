"""A plan is described whole: its rule, its scope, its people, and the calendar that it goes by."""

from typing import Any

import pytest
from flask import Flask

from server.database import reading
from server.jobs import run_due_jobs
from server.models import Plan, Round
from server.rules.ids import round_id
from tests.server.sync.conftest import PhoneOf
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import World, new_id

EVERYTHING: dict[str, list[str]] = {"place_ids": [], "categories": []}


@pytest.fixture
def supervisor(phone_of: PhoneOf) -> WirePhone:
    return phone_of("supervisor")


def describe(phone: WirePhone, kind: str, row: str, /, **fields: Any) -> dict[str, Any]:
    key = {} if kind == "project" else {"project_id": phone.world.project}
    writers = phone.pull().base.get(row, {}).get("writers", {})
    was = {name: writers.get(name, []) for name in fields}
    return phone.does(f"describe_{kind}", edits=[{"doc": row, "type": kind, "key": key, "set": fields, "was": was}])


def new_plan(phone: WirePhone, **fields: Any) -> tuple[str, dict[str, Any]]:
    plan = new_id()
    values = {
        "name_zh": "计划", "name_en": "Plan", "template_key": "daily", "kind": "daily", "place_id": phone.world.room,
        "asset_ids": [], "rule": {"every": "day"}, "due_time": "18:00", "starts_on": "2026-11-01", **fields,
    }  # fmt: skip
    return plan, describe(phone, "plan", plan, **values)


def assets_of(app: Flask, plan: str) -> list[str]:
    with app.app_context(), reading() as session:
        return list(session.get_one(Plan, plan).asset_ids)


def new_asset(phone: WirePhone, code: str, **fields: Any) -> str:
    asset = new_id()
    values = {"kind": "device", "category": "ups", "code": code, "name_zh": code, "name_en": code, **fields}
    describe(phone, "asset", asset, importance="normal", **values)
    return asset


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ({"every": "rrule", "on": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}, "plan_never_due"),
        ({"every": "once", "on": "2025-01-01"}, "plan_never_due"),
        ({"every": "contract_end", "on": {"days": 30}}, "plan_without_contract_end"),
        ({"every": "rrule", "on": "FREQ=HOURLY"}, "malformed"),
    ],
)
def test_rule_by_which_no_round_would_ever_come_is_refused(
    supervisor: WirePhone, rule: dict[str, Any], reason: str
) -> None:
    _, result = new_plan(supervisor, rule=rule)
    assert (result["outcome"], result["reason"]) == ("parked", reason)


def test_rule_of_the_contracts_last_month_needs_its_end(supervisor: WirePhone) -> None:
    describe(supervisor, "project", supervisor.world.project, ends_on="2027-06-30")
    _, result = new_plan(supervisor, rule={"every": "contract_end", "on": {"days": 30}})
    assert result["outcome"] == "applied"


def test_plan_on_demand_has_no_rule(supervisor: WirePhone) -> None:
    assert new_plan(supervisor, rule={})[1]["outcome"] == "applied"


def test_scope_says_the_assets_and_the_list_does_not(app: Flask, supervisor: WirePhone) -> None:
    world = supervisor.world
    scope = {"place_ids": [world.room], "categories": ["ups"]}
    plan, result = new_plan(supervisor, scope=scope, asset_ids=[world.recorder])
    assert result["outcome"] == "applied"
    assert assets_of(app, plan) == [world.ups]


def test_scope_of_another_project_is_refused(supervisor: WirePhone) -> None:
    _, result = new_plan(supervisor, scope={"place_ids": [supervisor.world.foreign_room], "categories": []})
    assert (result["outcome"], result["reason"]) == ("parked", "unknown_reference")


def test_scope_follows_assets_that_come_move_and_retire(app: Flask, clock: FakeClock, supervisor: WirePhone) -> None:
    world = supervisor.world
    plan, _ = new_plan(supervisor, scope=EVERYTHING)
    assert assets_of(app, plan) == [world.recorder, world.ups]
    added = new_asset(supervisor, "UPS-02", place_id=world.room)
    run_due_jobs(app)
    assert assets_of(app, plan) == [world.recorder, world.ups, added]
    describe(supervisor, "asset", world.ups, state="retired")
    run_due_jobs(app)
    assert assets_of(app, plan) == [world.recorder, added]


def test_scope_follows_places_that_move(app: Flask, supervisor: WirePhone) -> None:
    world = supervisor.world
    site, rack = new_id(), new_id()
    describe(supervisor, "place", site, kind="site", name_zh="站", name_en="Site")
    describe(supervisor, "place", rack, kind="rack", name_zh="柜", name_en="Rack")
    inside = new_asset(supervisor, "SRV-01", place_id=rack)
    plan, _ = new_plan(supervisor, scope={"place_ids": [site], "categories": []})
    assert assets_of(app, plan) == []
    describe(supervisor, "place", rack, parent_id=site)
    run_due_jobs(app)
    assert assets_of(app, plan) == [inside]
    assert world.ups not in assets_of(app, plan)


def test_plan_without_a_scope_keeps_its_list(app: Flask, supervisor: WirePhone) -> None:
    world = supervisor.world
    new_asset(supervisor, "UPS-02", place_id=world.room)
    run_due_jobs(app)
    assert assets_of(app, world.plan) == [world.ups, world.recorder]


def test_round_to_come_follows_its_plan_and_todays_does_not(app: Flask, supervisor: WirePhone) -> None:
    world = supervisor.world
    run_due_jobs(app)
    describe(supervisor, "plan", world.plan, asset_ids=[world.ups])
    with app.app_context(), reading() as session:
        today, tomorrow = (session.get_one(Round, round_id(world.plan, day)) for day in ("2026-11-22", "2026-11-23"))
    assert (today.asset_ids, tomorrow.asset_ids) == ([world.ups, world.recorder], [world.ups])


def test_calendar_day_is_described_and_taken_out(app: Flask, supervisor: WirePhone) -> None:
    day = new_id()
    values = {"day": "2026-11-24", "until": "2026-11-24", "kind": "holiday", "name_zh": "假", "name_en": "Holiday"}
    assert describe(supervisor, "calendar_day", day, **values)["outcome"] == "applied"
    describe(supervisor, "plan", supervisor.world.plan, on_holiday="skip")
    run_due_jobs(app)
    with app.app_context(), reading() as session:
        assert session.get(Round, round_id(supervisor.world.plan, "2026-11-24")) is None
    assert describe(supervisor, "calendar_day", day, removed_at="2026-11-22T08:00:00Z")["outcome"] == "applied"


@pytest.mark.parametrize(
    ("until", "reason"), [("2026-12-30", "calendar_day_turned"), ("2028-01-05", "calendar_day_too_long")]
)
def test_calendar_day_that_makes_no_sense_is_refused(supervisor: WirePhone, until: str, reason: str) -> None:
    values = {"day": "2026-12-31", "until": until, "kind": "event", "name_zh": "会", "name_en": "Event"}
    result = describe(supervisor, "calendar_day", new_id(), **values)
    assert (result["outcome"], result["reason"]) == ("parked", reason)


def test_plan_by_roster_gives_its_round_to_who_is_on_duty(
    app: Flask, clock: FakeClock, world: World, supervisor: WirePhone
) -> None:
    shift = {"starts_at": "2026-11-23T00:00:00Z", "ends_at": "2026-11-23T10:00:00Z", "duty": "first"}
    edit = {"doc": new_id(), "type": "shift", "key": {"project_id": world.project}, "was": {}}
    supervisor.does("plan_shift", edits=[{**edit, "set": {**shift, "person_id": world.people["colleague"]}}])
    describe(supervisor, "plan", world.plan, assign_by="roster", proof_percent=20)
    run_due_jobs(app)
    with app.app_context(), reading() as session:
        made = session.get_one(Round, round_id(world.plan, "2026-11-23"))
    assert (made.assignee_ids, made.proof_percent) == ([world.people["colleague"]], 20)
