"""The board: what breaks first stands first, whatever was registered first; a page is cheap however many are open."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from server.database import reading, writing
from server.desk.board import Filters, page_of_board
from server.models import Ticket
from server.models.types import instant_text
from tests.server.desk.many_tickets import a_clock, a_ticket, add_tickets
from tests.server.sync.conftest import PhoneOf
from tests.support import walk
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import World

ALL: Filters = {"severity": None, "person": None, "source": None, "late": False}


@pytest.fixture
def desk(phone_of: PhoneOf) -> WirePhone:
    return phone_of("desk")


def put(app: Flask, *rows: dict[str, Any]) -> list[str]:
    with app.app_context(), writing() as session:
        session.execute(insert(Ticket), list(rows))
    return [row["id"] for row in rows]


def board(phone: WirePhone, **asked: Any) -> dict[str, Any]:
    answer = phone.client.get(f"/api/projects/{phone.world.project}/board", query_string=asked)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.get_json()
    return body


def ids(page: dict[str, Any], part: str = "tickets") -> list[str]:
    return [one["id"] for one in page[part]]


def test_what_breaks_first_stands_first_and_what_stands_still_apart(
    app: Flask, clock: FakeClock, world: World, desk: WirePhone
) -> None:
    now = clock.now()
    late, soon, later, still = put(
        app,
        a_ticket(world.project, now - timedelta(minutes=6)),
        a_ticket(world.project, now + timedelta(minutes=20)),
        a_ticket(world.project, now + timedelta(hours=7)),
        a_ticket(world.project, None, clocks=[a_clock("repair", None, "paused")]),
    )
    page = board(desk)
    assert (ids(page), ids(page, "still")) == ([late, soon, later], [still])
    assert page["counts"] == {"late": 1, "soon": 1, "still": 1, "open": 4}


def test_closed_ones_and_those_of_another_project_are_not_on_it(
    app: Flask, clock: FakeClock, world: World, desk: WirePhone
) -> None:
    due = clock.now() + timedelta(hours=1)
    solved = {"is_open": False, "state": "resolved", "closed_at": instant_text(clock.now())}
    _, waiting, _ = put(
        app,
        a_ticket(world.foreign_project, due),
        a_ticket(world.project, None, **solved, confirmation="asked"),
        a_ticket(world.project, None, **solved | {"state": "closed"}, confirmation="confirmed"),
    )
    page = board(desk)
    assert (ids(page), ids(page, "waiting"), page["counts"]["open"]) == ([], [waiting], 0)


def test_pages_go_on_where_the_one_before_ended_equals_included(
    app: Flask, clock: FakeClock, world: World, desk: WirePhone
) -> None:
    due = clock.now() + timedelta(hours=1)
    put(app, *[a_ticket(world.project, due) for _ in range(60)])
    first = board(desk)
    last = first["tickets"][-1]
    second = board(desk, after=last["id"], after_due=last["next_due_at"])
    assert (len(first["tickets"]), first["more"]) == (50, True)
    assert (len(second["tickets"]), second["more"]) == (10, False)
    assert len({*ids(first), *ids(second)}) == 60
    assert "counts" not in second


def test_filters(app: Flask, clock: FakeClock, world: World, desk: WirePhone) -> None:
    now, engineer = clock.now(), world.people["engineer"]
    late, mine, grave, letter = put(
        app,
        a_ticket(world.project, now - timedelta(minutes=1)),
        a_ticket(world.project, now + timedelta(hours=1), assignee_ids=[world.people["colleague"], engineer]),
        a_ticket(world.project, now + timedelta(hours=2), severity=1),
        a_ticket(world.project, now + timedelta(hours=3), source="letter"),
    )
    asked: list[tuple[dict[str, Any], str]] = [
        ({"late": "true"}, late),
        ({"person": engineer}, mine),
        ({"severity": 1}, grave),
        ({"source": "letter"}, letter),
    ]
    for filters, expected in asked:
        assert ids(board(desk, **filters)) == [expected], filters
    for wrong in ({"severity": 9}, {"source": "dream"}, {"after": "x"}, {"after_due": "soon"}, {"person": "x"}):
        path = f"/api/projects/{world.project}/board"
        assert desk.client.get(path, query_string=wrong).status_code == 422, wrong


def test_the_rounds_of_the_day_and_the_phones_stand_beside_it(
    clock: FakeClock, phone_of: PhoneOf, world: World, desk: WirePhone
) -> None:
    engineer = phone_of("engineer")
    walk.open_round(engineer)
    engineer.answers(world.ups, "fan", value="normal")
    clock.advance(hours=3)
    page = board(desk)
    (round_,) = [one for one in page["rounds"] if one["id"] == world.round]
    assert (round_["state"], round_["answered"]) == ("open", 1)
    phones = {one["id"]: one for one in page["phones"]}
    assert phones[engineer.device]["last_seen_at"] == "2026-11-22T07:00:00.000Z"
    assert phones[engineer.device]["person_id"] == world.people["engineer"]


def test_figures_say_how_the_times_were_kept(app: Flask, clock: FakeClock, world: World, desk: WirePhone) -> None:
    took = [a_clock("arrival", None, "met", took_minutes=20), a_clock("arrival", None, "missed", took_minutes=50)]
    for judged in took:
        put(app, a_ticket(world.project, None, clocks=[judged], severity=2))
    put(app, a_ticket(world.project, None, clocks=took, opened_at="2026-08-01T00:00:00.000Z"))
    answer = desk.client.get(f"/api/projects/{world.project}/board/figures").get_json()
    (row,) = answer["rows"]
    assert (answer["tickets"], row["severity"], row["clock"]) == (2, 2, "arrival")
    assert (row["met"], row["missed"], row["median"], row["worst"]) == (1, 1, 35, 50)


def test_the_boards_question_is_answered_by_its_index(app: Flask, clock: FakeClock, world: World) -> None:
    """Also of a later page; else every open ticket would be read and sorted for the first fifty."""
    at = instant_text(clock.now())
    with app.app_context():
        with writing() as session:
            add_tickets(session, world.project, clock.now(), 3_000)
            add_tickets(session, world.foreign_project, clock.now(), 3_000)
        with writing() as session:
            session.execute(text("ANALYZE"))
        with reading() as session:
            for after in (None, (at, world.ups)):
                assert "ix_ticket_board" in plan_of(session, page_of_board(world.project, ALL, at, after))


def plan_of(session: Session, statement: Any) -> str:
    dialect = session.get_bind().dialect
    compiled = statement.compile(dialect=dialect, compile_kwargs={"literal_binds": True})
    explain = "EXPLAIN QUERY PLAN" if dialect.name == "sqlite" else "EXPLAIN"
    return "\n".join(
        " ".join(map(str, row)) for row in session.execute(text(f"{explain} {compiled}".replace(":", "\\:")))
    )
