"""The board of the day: rounds late and missed, what phones have still to send, what needs a decision."""

from typing import Any

from flask import Flask
from sqlalchemy import insert, update

from server.database import writing
from server.models import Certificate, Conflict, Device, Round
from tests.server.desk.many_tickets import a_ticket
from tests.server.desk.test_board import board, desk, put
from tests.server.sync.conftest import PhoneOf
from tests.support import walk
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import World, new_id

__all__ = ["desk"]


def change(app: Flask, statement: Any) -> None:
    with app.app_context(), writing() as session:
        session.execute(statement)


def of_round(page: dict[str, Any], world: World) -> dict[str, Any] | None:
    return next((one for one in page["rounds"] if one["id"] == world.round), None)


def plan_the_round(app: Flask, phone_of: PhoneOf, world: World) -> None:
    """A round that nobody began, as the job makes it."""
    walk.open_round(phone_of("engineer"))
    change(app, update(Round).where(Round.id == world.round).values(state="planned", opened_at=None))


def test_a_round_that_nobody_began_stays_on_the_board_until_it_is_old(
    app: Flask, clock: FakeClock, phone_of: PhoneOf, world: World, desk: WirePhone
) -> None:
    plan_the_round(app, phone_of, world)
    clock.advance(days=3)
    late = of_round(board(desk.sign_in()), world)
    assert late is not None and (late["state"], late["missed_at"]) == ("planned", None)
    clock.advance(days=30)
    assert of_round(board(desk.sign_in()), world) is None


def test_a_missed_round_is_told_for_a_week(
    app: Flask, clock: FakeClock, phone_of: PhoneOf, world: World, desk: WirePhone
) -> None:
    plan_the_round(app, phone_of, world)
    change(app, update(Round).where(Round.id == world.round).values(missed_at="2026-11-23T16:00:00.000Z"))
    clock.advance(days=3)
    missed = of_round(board(desk.sign_in()), world)
    assert missed is not None and missed["missed_at"] == "2026-11-23T16:00:00.000Z"
    clock.advance(days=6)
    assert of_round(board(desk.sign_in()), world) is None


def test_what_a_phone_said_that_it_has_still_to_send(
    app: Flask, phone_of: PhoneOf, world: World, desk: WirePhone
) -> None:
    engineer = phone_of("engineer")
    silent = next(one for one in board(desk)["phones"] if one["id"] == engineer.device)
    assert (silent["unsent_operations"], silent["unsent_photos"], silent["unsent_since"]) == (None, None, None)
    said = {"unsent_operations": 4, "unsent_photos": 2, "unsent_since": "2026-11-22T06:00:00.000Z"}
    change(app, update(Device).where(Device.id == engineer.device).values(said))
    phone = next(one for one in board(desk)["phones"] if one["id"] == engineer.device)
    assert {name: phone[name] for name in said} == said


def test_what_needs_a_decision_is_counted(app: Flask, phone_of: PhoneOf, world: World, desk: WirePhone) -> None:
    none = {"reviews": 0, "conflicts": 0, "parked": 0, "closures": 0, "certificates": 0}
    assert board(desk)["decisions"] == none
    engineer = phone_of("engineer")
    walk.walk(engineer)
    parked = phone_of("supervisor").does("approve_round", doc=world.round, args={}, seen={})
    assert parked["outcome"] == "parked"
    solved = {"is_open": False, "state": "resolved", "confirmation": "asked"}
    put(app, a_ticket(world.project, None, **solved), a_ticket(world.foreign_project, None, **solved))
    for day in ("2026-11-20", "2026-12-22", "2026-12-23", None):
        certificate: dict[str, Any] = {
            "person_id": world.people["engineer"],
            "name": "电工证",
            "expires_on": day,
            "categories": [],
        }
        change(app, insert(Certificate).values(id=new_id(), project_id=world.project, rev=1, writers={}, **certificate))
    assert board(desk)["decisions"] == {**none, "reviews": 1, "parked": 1, "closures": 1, "certificates": 2}


def test_an_open_conflict_is_counted_until_it_is_settled(
    app: Flask, phone_of: PhoneOf, world: World, desk: WirePhone
) -> None:
    engineer, colleague = phone_of("engineer"), phone_of("colleague")
    walk.open_round(engineer)
    colleague.pull()
    engineer.answers(world.ups, "battery", value="normal", reading="24.5")
    colleague.answers(world.ups, "battery", value="normal", reading="25.5")
    assert board(desk)["decisions"]["conflicts"] == 1
    change(app, update(Conflict).values(state="settled"))
    assert board(desk)["decisions"]["conflicts"] == 0
