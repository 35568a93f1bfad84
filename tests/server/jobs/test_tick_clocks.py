"""Thresholds are said once, whoever looks and however often; past its time a ticket goes up a tier by itself."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from server.database import reading
from server.jobs import run_due_jobs
from server.jobs.kinds import KINDS
from server.models import Notice, Ticket, TicketAlarm, TicketEvent
from server.models.types import parse_instant
from server.rules.sla_policy import default_policy
from tests.support.clock import FakeClock
from tests.support.dying import dies_at
from tests.support.wire_phone import WirePhone
from tests.support.world import World, new_id

POINTS = ["before rows", "before sequence", "after sequence"]


@pytest.fixture
def desk(app: Flask, clock: FakeClock, world: World) -> WirePhone:
    return WirePhone(app.test_client(), clock, world, "desk").sign_in().pull()


def raised(desk: WirePhone, **args: Any) -> str:
    doc = new_id()
    given = {"project_id": desk.world.project, "source": "call", "title": "视频打不开", "severity": 1, **args}
    assert desk.does("raise_ticket", doc=doc, args=given, after=[])["outcome"] == "applied"
    return doc


def tick(app: Flask) -> None:
    """The job itself, as a consumer of its own would do it."""
    with app.app_context():
        KINDS["tick_clocks"].work(app, {})


def said(app: Flask, ticket: str, *names: str) -> list[tuple[str, str, int]]:
    with app.app_context(), reading() as session:
        rows = session.scalars(select(TicketEvent).where(TicketEvent.ticket_id == ticket, TicketEvent.name.in_(names)))
        return sorted((row.at, row.args.get("clock", ""), row.args.get("threshold", 0)) for row in rows)


def tier(app: Flask, ticket: str) -> int:
    with app.app_context(), reading() as session:
        return session.scalars(select(Ticket.tier).where(Ticket.id == ticket)).one()


def test_near_then_past_then_up_a_tier(app: Flask, clock: FakeClock, desk: WirePhone) -> None:
    ticket = raised(desk)
    clock.advance(minutes=23)
    run_due_jobs(app)
    assert said(app, ticket, "near", "past") == []
    clock.advance(minutes=1)  # 80 % of half an hour: dispatch, and the promise to be on site
    run_due_jobs(app)
    assert [one[1:] for one in said(app, ticket, "near")] == [("dispatch", 80), ("on_site", 80)]
    assert tier(app, ticket) == 1
    clock.advance(minutes=6)
    run_due_jobs(app)
    assert [one[1] for one in said(app, ticket, "past")] == ["dispatch", "on_site"]
    assert tier(app, ticket) == 2  # two clocks at one moment are one escalation


def test_what_was_met_in_time_is_not_said(app: Flask, clock: FakeClock, desk: WirePhone) -> None:
    ticket = raised(desk)
    engineer = WirePhone(app.test_client(), clock, desk.world, "engineer").sign_in().pull()
    heads = [event["id"] for event in engineer.sees("ticket_event")]
    assert engineer.does("arrive_at_ticket", doc=ticket, args={}, after=heads)["outcome"] == "applied"
    clock.advance(minutes=40)
    run_due_jobs(app)
    assert said(app, ticket, "near", "past") == []


def test_after_being_down_all_is_said_as_of_its_moment(app: Flask, clock: FakeClock, desk: WirePhone) -> None:
    ticket = raised(desk)
    begun = clock.now()
    clock.advance(hours=30)
    run_due_jobs(app)
    past = said(app, ticket, "past")
    minutes = {clock_: (parse_instant(at) - begun).total_seconds() / 60 for at, clock_, _ in past}
    assert minutes == {"dispatch": 30, "on_site": 30, "arrival": 120, "repair": 720, "spare": 1440}
    assert tier(app, ticket) == 4  # the vendor is the last
    run_due_jobs(app)
    assert said(app, ticket, "past") == past


def test_handler_and_desk_are_told_near_supervisors_too_when_past(
    app: Flask, clock: FakeClock, desk: WirePhone
) -> None:
    raised(desk)
    clock.advance(minutes=31)
    run_due_jobs(app)
    with app.app_context(), reading() as session:
        told = {(row.kind, row.person_id) for row in session.scalars(select(Notice))}
    people = desk.world.people
    assert ("near", people["desk"]) in told and ("near", people["supervisor"]) not in told
    assert {("past", people["desk"]), ("past", people["supervisor"]), ("escalated", people["client"])} <= told


def test_two_consumers_and_three_killed_passes_say_every_threshold_once(
    app: Flask, clock: FakeClock, desk: WirePhone
) -> None:
    tickets = [raised(desk) for _ in range(3)]
    clock.advance(minutes=31)
    for point in POINTS:
        dies_at(point, app, tick)
        assert all(said(app, ticket, "near", "past") == [] for ticket in tickets)
    for _ in range(2):
        tick(app)
    for ticket in tickets:
        assert len(said(app, ticket, "near", "past")) == 4
    with app.app_context(), reading() as session:
        rows = session.scalars(select(Notice))
        notices = [(row.kind, row.person_id, row.ticket_id, row.args.get("clock")) for row in rows]
    assert len(notices) == len(set(notices))


def test_two_consumers_at_the_same_moment_say_every_threshold_once(
    app: Flask, clock: FakeClock, desk: WirePhone
) -> None:
    tickets = [raised(desk) for _ in range(3)]
    clock.advance(minutes=31)
    together = Barrier(2)

    def consume() -> None:
        together.wait()
        tick(app)

    with ThreadPoolExecutor() as pool:
        for consumer in [pool.submit(consume) for _ in range(2)]:
            consumer.result()
    for ticket in tickets:
        assert len(said(app, ticket, "near", "past")) == 4
        assert tier(app, ticket) == 2


def test_a_closed_or_withdrawn_ticket_has_no_alarm(app: Flask, clock: FakeClock, desk: WirePhone) -> None:
    ticket = raised(desk)
    heads = [event["id"] for event in desk.pull().sees("ticket_event")]
    desk.does("withdraw_ticket", doc=ticket, args={"reason": "重复"}, after=heads)
    with app.app_context(), reading() as session:
        assert session.scalars(select(TicketAlarm)).all() == []
    clock.advance(hours=30)
    run_due_jobs(app)
    assert said(app, ticket, "past") == []


def test_the_clients_silence_counts_as_a_yes_where_the_policy_says_so(
    app: Flask, clock: FakeClock, desk: WirePhone
) -> None:
    supervisor = WirePhone(app.test_client(), clock, desk.world, "supervisor").sign_in().pull()
    body = {**default_policy(), "auto_confirm_days": 3}
    args = {"project_id": desk.world.project, "body": body}
    assert supervisor.does("change_policy", args=args, seen={})["outcome"] == "applied"
    ticket = raised(desk)
    heads = [event["id"] for event in desk.pull().sees("ticket_event")]
    repair = {"findings": [], "solution": "换电源", "how": "fixed"}
    desk.does("resolve_ticket", doc=ticket, args=repair, after=heads)
    states = []
    for days in (2.9, 0.2):
        clock.advance(days=days)
        run_due_jobs(app)
        with app.app_context(), reading() as session:
            states.append(session.execute(select(Ticket.state, Ticket.confirmation)).one())
    assert [tuple(state) for state in states] == [("resolved", "none"), ("closed", "automatic")]
