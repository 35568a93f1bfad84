"""The rounds that plans owe are there before their day."""

from typing import Any

from flask import Flask
from sqlalchemy import select

from server.database import reading
from server.jobs import run_due_jobs
from server.models import Operation, Round
from server.rules.ids import round_id
from server.sync.actor import Actor
from server.sync.apply import apply_operations
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import World, new_id, operation, template_items

SETTER = Actor("import", "test world")


def days_of(app: Flask, plan: str) -> list[str]:
    with app.app_context(), reading() as session:
        return list(
            session.scalars(select(Round.occurrence_date).where(Round.plan_id == plan).order_by(Round.occurrence_date))
        )


def add_plan(app: Flask, clock: FakeClock, world: World, **fields: Any) -> str:
    plan = new_id()
    values = {
        "name_zh": "季度检查", "name_en": "Quarterly", "template_key": "daily", "kind": "quarterly",
        "place_id": world.room, "asset_ids": [world.ups], "due_time": "18:00", "starts_on": "2026-11-01", **fields,
    }  # fmt: skip
    edit = {"doc": plan, "type": "plan", "key": {"project_id": world.project}, "set": values, "was": {}}
    with app.app_context():
        (answered,) = apply_operations(SETTER, [operation("describe_plan", clock, edits=[edit])])
    assert answered.record.outcome == "applied", answered.record.result
    return plan


def test_daily_rounds_are_there_two_days_ahead(app: Flask, clock: FakeClock, world: World) -> None:
    run_due_jobs(app)
    assert days_of(app, world.plan) == ["2026-11-22", "2026-11-23", "2026-11-24"]
    clock.advance(days=1)
    run_due_jobs(app)
    assert days_of(app, world.plan)[-1] == "2026-11-25"


def test_a_rare_round_is_there_a_week_ahead(app: Flask, clock: FakeClock, world: World) -> None:
    plan = add_plan(app, clock, world, rule={"every": "once", "on": "2026-11-30"})
    run_due_jobs(app)
    assert days_of(app, plan) == []
    clock.advance(days=1)
    run_due_jobs(app)
    assert days_of(app, plan) == ["2026-11-30"]


def test_the_project_s_midnight_counts(app: Flask, clock: FakeClock, world: World) -> None:
    """16:00 in UTC is midnight in Shanghai."""
    clock.advance(hours=8, minutes=59)
    run_due_jobs(app)
    assert days_of(app, world.plan)[-1] == "2026-11-24"
    clock.advance(hours=1)
    run_due_jobs(app)
    assert days_of(app, world.plan)[-1] == "2026-11-25"


def test_phones_get_them_by_pull(app: Flask, engineer: WirePhone) -> None:
    run_due_jobs(app)
    engineer.pull()
    made = engineer.base[round_id(engineer.world.plan, "2026-11-23")]["fields"]
    assert (made["state"], made["due_at"], made["number"]) == ("planned", "2026-11-23T10:00:00.000Z", "XJ-20261123-01")


def test_a_round_that_a_phone_opened_first_is_left_alone(app: Flask, engineer: WirePhone) -> None:
    world = engineer.world
    mine = round_id(world.plan, "2026-11-23")
    args = {"plan_id": world.plan, "occurrence_date": "2026-11-23", "template_id": world.template}
    engineer.does("open_round", doc=mine, args=args, after=[])
    run_due_jobs(app)
    assert engineer.pull().base[mine]["fields"]["state"] == "open"


def test_an_hour_in_which_nothing_is_owed_writes_nothing(app: Flask, clock: FakeClock, world: World) -> None:
    def planned() -> int:
        with app.app_context(), reading() as session:
            return len(session.scalars(select(Operation).where(Operation.actor_id == "make_rounds")).all())

    run_due_jobs(app)
    before = planned()
    clock.advance(hours=1)
    run_due_jobs(app)
    assert planned() == before > 0


def test_the_newest_template_is_taken_and_a_plan_without_one_waits(app: Flask, clock: FakeClock, world: World) -> None:
    plan = add_plan(app, clock, world, template_key="monthly", rule={"every": "day", "on": None})
    run_due_jobs(app)
    assert days_of(app, plan) == []
    for version in (1, 2):
        newest = new_id()
        names = {"name_zh": "月检", "name_en": "Monthly", "resign": "never"}
        args = {"key": "monthly", "version": version, **names, "items": template_items()}
        with app.app_context():
            apply_operations(SETTER, [operation("publish_template", clock, doc=newest, args=args)])
    clock.advance(hours=1)
    run_due_jobs(app)
    assert len(days_of(app, plan)) == 3
    with app.app_context(), reading() as session:
        assert set(session.scalars(select(Round.template_id).where(Round.plan_id == plan))) == {newest}


def test_a_plan_outside_its_term_owes_nothing(app: Flask, clock: FakeClock, world: World) -> None:
    ended = add_plan(app, clock, world, rule={"every": "day"}, ends_on="2026-11-21")
    later = add_plan(app, clock, world, rule={"every": "day"}, starts_on="2026-12-01")
    run_due_jobs(app)
    assert days_of(app, ended) == days_of(app, later) == []
