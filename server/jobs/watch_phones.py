"""Misses phones: one that may hold work and was not heard of for a day is told to the supervisors, once each day.

Two workers at once say nothing twice: the operation's id follows from the phone and the day it has been silent for.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.clock import now
from server.database import reading
from server.desk.phones import phones_of
from server.jobs.registry import Payload, job
from server.models import Operation, Project
from server.models.types import instant_text, parse_instant
from server.rules.ids import natural_id
from server.sync.actor import Actor
from server.sync.apply import apply_operations

ACTOR = Actor("job", "watch_phones")
MISSED_AFTER: Final = timedelta(hours=24)
HOUR: Final = timedelta(hours=1)


@job("watch_phones", every=timedelta(hours=1))
def watch_phones(app: Flask, payload: Payload) -> None:
    """Every project; what was said today is not said again."""
    moment = now()
    with reading() as session:
        found = [one for project in session.scalars(select(Project.id)) for one in _missed(session, project, moment)]
        said = set(session.scalars(select(Operation.op_id).where(Operation.op_id.in_([one["op"] for one in found]))))
    apply_operations(ACTOR, [one for one in found if one["op"] not in said])


def _missed(session: Session, project_id: str, moment: datetime) -> Iterator[dict[str, Any]]:
    for phone in phones_of(session, project_id, moment):
        silent = moment - parse_instant(phone["last_seen_at"])
        unsent = (phone["unsent_operations"] or 0) + (phone["unsent_photos"] or 0)
        if silent < MISSED_AFTER or not (phone["may_hold"] or unsent):
            continue
        days = silent // MISSED_AFTER
        yield {
            "op": natural_id("warn_of_phone", project_id, phone["id"], phone["last_seen_at"], str(days)),
            "name": "warn_of_phone",
            "at": instant_text(moment),
            "doc": project_id,
            "args": {
                "device_id": phone["id"],
                "person_id": phone["person_id"],
                "label": phone["label"] or "",
                "hours": silent // HOUR,
                "rounds": phone["may_hold"],
            },
            "after": [],
        }
