"""Marks the rounds that nobody began by their day and its days of grace, where their plan lets them lapse (R1)."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.clock import now
from server.database import reading
from server.jobs.registry import Payload, job
from server.models import Plan, Project, Round
from server.models.types import instant_text
from server.rules.ids import natural_id
from server.rules.recurrence import local_day
from server.rules.round_timing import has_lapsed
from server.sync.actor import Actor
from server.sync.apply import apply_operations

ACTOR = Actor("job", "mark_missed")


@job("mark_missed", every=timedelta(hours=1))
def mark_missed(app: Flask, payload: Payload) -> None:
    """Hourly: midnight comes at another hour in each time zone. Judged again under the round's lock."""
    with reading() as session:
        lapsed = _lapsed(session)
    at = instant_text(now())
    apply_operations(
        ACTOR,
        [
            {"op": op, "name": "miss_round", "at": at, "doc": round_id, "args": {}, "after": []}
            for op, round_id in lapsed
        ],
    )


def _lapsed(session: Session) -> list[tuple[str, str]]:
    """(operation, round): while the round has not moved, it is the same operation."""
    planned = (
        select(Round.id, Round.rev, Round.occurrence_date, Plan.if_missed, Plan.grace_days, Project.time_zone)
        .join(Plan, Plan.id == Round.plan_id)
        .join(Project, Project.id == Round.project_id)
        .where(Round.state == "planned", Round.missed_at.is_(None), Plan.if_missed == "lapse")
        .order_by(Round.occurrence_date, Round.id)
    )
    moment = instant_text(now())
    return [
        (natural_id("miss_round", row.id, str(row.rev)), row.id)
        for row in session.execute(planned)
        if has_lapsed(row._asdict(), row.occurrence_date, local_day(moment, row.time_zone))
    ]
