"""What counts as silently overwritten: a value that nobody saw who replaced it, and no other."""

import pytest
from flask import Flask
from sqlalchemy import update

from server.database import writing
from server.models import Answer
from server.sync.actor import Actor
from server.sync.apply import apply_operations
from tests.faults.frame.books import check_books
from tests.faults.frame.tally import Tally
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import World, make_world, operation


@pytest.fixture
def world(app: Flask, clock: FakeClock) -> World:
    return make_world(app, clock)


def _set_right(app: Flask, clock: FakeClock, world: World, *, held: bool) -> None:
    there = {"person_id": world.people["colleague"], "project_id": world.project}
    name, args = ("grant_role", {**there, "roles": ["engineer"]}) if held else ("revoke_role", there)
    with app.app_context():
        assert (
            apply_operations(Actor("cli", "test"), [operation(name, clock, args=args)])[0].record.outcome == "applied"
        )


def _counted(app: Flask) -> Tally:
    tally = Tally()
    check_books(app, [], tally, excused=("forbidden",))
    return tally


def test_what_was_seen_through_a_parked_change_is_not_overwritten(app: Flask, clock: FakeClock, world: World) -> None:
    """(regression: F18, seed 712827: her second change came while she had no rights, her third after it)"""
    phone = WirePhone(app.test_client(), clock, world, "colleague").sign_in().pull()
    outcomes, was = [], list[str]()
    for held in (True, False, True):
        _set_right(app, clock, world, held=held)
        edit = {**phone.edit(world.ups, "fan", value="normal"), "was": {"value": was}}
        made = phone.make("answer_item", edits=[edit])
        outcomes.append(phone.push(made)["results"][0]["outcome"])
        was = [made["op"]]
    assert outcomes == ["applied", "parked", "applied"]
    assert _counted(app).notes == []


def test_what_nobody_saw_is(app: Flask, clock: FakeClock, world: World) -> None:
    phone = WirePhone(app.test_client(), clock, world, "colleague").sign_in().pull()
    phone.answers(world.ups, "fan", value="normal")
    with app.app_context(), writing() as session:
        session.execute(update(Answer).values(writers={"value": ["somebody"]}))
    assert _counted(app).overwritten == 1
