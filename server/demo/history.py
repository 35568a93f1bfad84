"""The past days of A机房: each walked by its engineer, approved by its manager, and a ticket that is still open."""

from dataclasses import dataclass
from datetime import date

from flask import Flask
from sqlalchemy import select

from server.config import current_config
from server.database import reading
from server.demo.bookkeeping import acting, hand_in, seen_of_round, writers_of
from server.demo.days import PAST_DAYS, PastDay
from server.demo.people import BY_SIGN_IN, DESK
from server.demo.plans import DemoPlan
from server.demo.shelf import bring
from server.demo.walk import Walk
from server.demo.wire import Moment
from server.jobs.check_blob import check_blob
from server.models import Round, Ticket


def walk_past_days(app: Flask, plan: DemoPlan, today: date) -> None:
    """Walk every day that is not sealed yet; the operations of a day that was begun are replayed."""
    for day in PAST_DAYS:
        walk = Walk(day, plan, today, current_config().tag_origin)
        if not _is_sealed(walk.round_id):
            _walk(app, walk)
            _approve(walk, day)
        if day.findings:
            _hand_over(walk)


def _is_sealed(round_id: str) -> bool:
    with reading() as session:
        return session.scalars(select(Round.state).where(Round.id == round_id)).one_or_none() == "sealed"


def _walk(app: Flask, walk: Walk) -> None:
    engineer = acting(walk.engineer.id)
    hand_in(engineer, [walk.opening()], at=walk.at(9, 2, 11))
    with reading() as session:
        number = session.get_one(Round, walk.round_id).number
    operations = list(walk.operations(number or ""))
    hashes = [bring(app, walk.engineer.id, photo.content) for photo in walk.photos]
    hand_in(engineer, operations, at=walk.at(9, 41))
    for sha256 in hashes:
        check_blob(app, {"hash": sha256, "person_id": walk.engineer.id})


def _approve(walk: Walk, day: PastDay) -> None:
    with reading() as session:
        seen = seen_of_round(session, walk.round_id)
    moment = Moment(walk.at(14, 10))
    decision = moment.decide("approve_round", doc=walk.round_id, args={"reason": None}, seen=seen)
    hand_in(acting(BY_SIGN_IN[day.manager].id), [decision], at=moment.at)


@dataclass(frozen=True)
class _Raised:
    ticket_id: str
    writers: list[str]


def _hand_over(walk: Walk) -> None:
    """The desk gives the day's new ticket to an engineer, who orders the part."""
    raised = _raised_by(walk.round_id)
    if raised is None:
        return
    assignee = BY_SIGN_IN["engineer02"]
    assigned = Moment(walk.at(14, 30)).decide(
        "assign_ticket",
        doc=raised.ticket_id,
        args={"assignee_ids": [assignee.id]},
        seen={raised.ticket_id: raised.writers},
    )
    hand_in(acting(DESK.id), [assigned], at=walk.at(14, 30))
    words = {"text": "已向供应商申请 120 mm 风扇一只，预计三天内到货。"}
    said = Moment(walk.at(16, 5)).event("comment_ticket", doc=raised.ticket_id, args=words)
    hand_in(acting(assignee.id), [said], at=walk.at(16, 5))


def _raised_by(round_id: str) -> _Raised | None:
    """The ticket that this round raised, while nobody has it yet."""
    with reading() as session:
        ticket = session.scalars(select(Ticket).where(Ticket.round_id == round_id)).first()
        if ticket is None or ticket.assignee_ids:
            return None
        return _Raised(ticket.id, writers_of(ticket.writers))
