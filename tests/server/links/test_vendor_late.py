"""A vendor who lets their time pass: the people who have to chase them are told, once."""

from collections.abc import Callable

from flask import Flask
from sqlalchemy import select

from server.database import reading
from server.jobs.worker import run_due_jobs
from server.models import Notice
from tests.server.links.conftest import Visitor, ticket_of
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone

LinkFor = Callable[..., Visitor]
SOON = {"days": 7, "answer_hours": 1}


def late(phone: WirePhone) -> list[dict[str, str]]:
    rows = [row for row in phone.pull().sees("ticket_event") if row["name"] == "past"]
    return [row["args"] for row in rows if row["args"]["clock"] == "vendor"]


def test_past_the_vendor_s_time_the_desk_is_told_once(
    app: Flask, clock: FakeClock, engineer: WirePhone, link_for: LinkFor
) -> None:
    link_for("vendor", **SOON)
    clock.advance(minutes=59)
    run_due_jobs(app)
    assert late(engineer) == []
    clock.advance(minutes=2)
    run_due_jobs(app)
    clock.advance(minutes=2)
    run_due_jobs(app)
    (said,) = late(engineer)
    assert said["key"].startswith("vendor/")
    with app.app_context(), reading() as session:
        told = [row for row in session.scalars(select(Notice)) if row.args.get("clock") == "vendor"]
    assert {row.person_id for row in told} == {engineer.world.people["desk"], engineer.world.people["supervisor"]}
    assert {row.ticket_id for row in told} == {ticket_of(engineer)["id"]}


def test_an_answer_in_time_tells_nobody(app: Flask, clock: FakeClock, engineer: WirePhone, link_for: LinkFor) -> None:
    link_for("vendor", **SOON).sends(text="换风扇")
    clock.advance(hours=2)
    run_due_jobs(app)
    assert late(engineer) == []
