"""A round that nobody began in time lapses where its plan says so, and the supervisors hear of it once."""

from typing import Any

from flask import Flask
from sqlalchemy import select

from server.database import reading
from server.jobs import run_due_jobs
from server.models import Notice, Plan, Round
from server.rules.ids import round_id
from server.sync.actor import Actor
from server.sync.apply import apply_operations
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import World, operation

SETTER = Actor("import", "test world")
DAY = "2026-11-22"


def describe_plan(app: Flask, clock: FakeClock, world: World, **fields: Any) -> None:
    with app.app_context(), reading() as session:
        writers = session.get_one(Plan, world.plan).writers
    was = {name: writers.get(name, []) for name in fields}
    edit = {"doc": world.plan, "type": "plan", "key": None, "set": fields, "was": was}
    with app.app_context():
        (answered,) = apply_operations(SETTER, [operation("describe_plan", clock, edits=[edit])])
    assert answered.record.outcome == "applied", answered.record.result


def missed(app: Flask, world: World, day: str = DAY) -> bool:
    with app.app_context(), reading() as session:
        return session.get_one(Round, round_id(world.plan, day)).missed_at is not None


def told(app: Flask) -> list[tuple[str, str]]:
    with app.app_context(), reading() as session:
        rows = session.scalars(select(Notice).where(Notice.kind == "missed"))
        return sorted((row.person_id, row.args["number"]) for row in rows)


def test_round_is_missed_the_day_after_and_supervisors_are_told_once(
    app: Flask, clock: FakeClock, world: World
) -> None:
    describe_plan(app, clock, world, if_missed="lapse")
    run_due_jobs(app)
    assert not missed(app, world)
    clock.advance(days=1)
    run_due_jobs(app)
    clock.advance(hours=1)
    run_due_jobs(app)
    assert missed(app, world)
    assert told(app) == [(world.people["supervisor"], "XJ-20261122-01")]


def test_days_of_grace_are_waited_for(app: Flask, clock: FakeClock, world: World) -> None:
    describe_plan(app, clock, world, if_missed="lapse", grace_days=1)
    clock.advance(days=1)
    run_due_jobs(app)
    assert not missed(app, world)
    clock.advance(days=1)
    run_due_jobs(app)
    assert missed(app, world)


def test_round_that_is_kept_due_never_lapses(app: Flask, clock: FakeClock, world: World) -> None:
    clock.advance(days=30)
    run_due_jobs(app)
    assert not missed(app, world)
    assert told(app) == []


def test_round_that_a_phone_began_is_not_missed(app: Flask, clock: FakeClock, engineer: WirePhone) -> None:
    world = engineer.world
    describe_plan(app, clock, world, if_missed="lapse")
    args = {"plan_id": world.plan, "occurrence_date": DAY, "template_id": world.template}
    engineer.does("open_round", doc=world.round, args=args, after=[])
    clock.advance(days=2)
    run_due_jobs(app)
    assert not missed(app, world)


def test_round_that_was_begun_without_a_network_is_missed_no_more(
    app: Flask, clock: FakeClock, engineer: WirePhone
) -> None:
    world = engineer.world
    describe_plan(app, clock, world, if_missed="lapse")
    clock.advance(days=1)
    run_due_jobs(app)
    assert missed(app, world)
    args = {"plan_id": world.plan, "occurrence_date": DAY, "template_id": world.template}
    engineer.does("open_round", doc=world.round, args=args, after=[])
    assert not missed(app, world)


def test_round_is_due_again_when_its_plan_keeps_what_was_missed(app: Flask, clock: FakeClock, world: World) -> None:
    describe_plan(app, clock, world, if_missed="lapse")
    clock.advance(days=1)
    run_due_jobs(app)
    assert missed(app, world)
    describe_plan(app, clock, world, if_missed="keep")
    assert not missed(app, world)


def test_what_lapsed_long_ago_is_marked_and_is_no_news(app: Flask, clock: FakeClock, world: World) -> None:
    clock.advance(days=30)
    describe_plan(app, clock, world, if_missed="lapse")
    run_due_jobs(app)
    assert missed(app, world)
    assert told(app) == []
