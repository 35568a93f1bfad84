"""The clock job's pass: real tickets whose first threshold has come, among many for which nothing is due.

Its reference: as many operations that only write one event on such a ticket, in chunks as large.
"""

import time
from datetime import timedelta
from statistics import median
from typing import Any

from sqlalchemy import select

from benchmarks.sync.firm import SETTER, new_id
from benchmarks.tickets.office import Office
from server.database import reading
from server.jobs.kinds import KINDS
from server.models import TicketAlarm
from server.models.types import instant_text, parse_instant
from server.sync.apply import apply_operations

JOB = "tick_clocks"
DUE = 100
CHUNK = 50
TRIES, EMPTY_TRIES = 5, 20


def is_there() -> bool:
    return JOB in KINDS


def passes(office: Office) -> tuple[float, float, float]:
    """(a due event, a comment by operation, a pass with nothing due), each in milliseconds."""
    with office.app.app_context():
        tickets = _raise(office)
        alone = median(_took(lambda: _comment(office, tickets)) for _ in range(TRIES)) / DUE
        office.clock.moment += _until_all_are_due(tickets, office)
        due = _took(lambda: KINDS[JOB].work(office.app, {})) / DUE
        said = _count_moved(office, tickets)
        assert said == DUE, f"{said} of {DUE} alarms moved on"
        empty = min(_took(lambda: KINDS[JOB].work(office.app, {})) for _ in range(EMPTY_TRIES))
    return due, alone, empty


def _took(work: Any) -> float:
    begin = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begin)


def _raise(office: Office) -> list[str]:
    ids = [new_id() for _ in range(DUE)]
    args = {"project_id": office.project.id, "source": "letter", "title": "视频打不开", "severity": 3}
    _apply([_operation(office, "raise_ticket", doc=doc, args=args) for doc in ids])
    return ids


def _comment(office: Office, tickets: list[str]) -> None:
    _apply([_operation(office, "comment_ticket", doc=doc, args={"text": "等备件"}) for doc in tickets])


def _until_all_are_due(tickets: list[str], office: Office) -> timedelta:
    """Just past the first alarm of these; theirs are all the same."""
    with reading() as session:
        moments = set(session.scalars(select(TicketAlarm.next_at).where(TicketAlarm.ticket_id.in_(tickets))))
    assert len(moments) == 1, moments
    return parse_instant(moments.pop()) - office.clock.moment + timedelta(seconds=1)


def _count_moved(office: Office, tickets: list[str]) -> int:
    now = instant_text(office.clock.moment)
    with reading() as session:
        later = select(TicketAlarm.ticket_id).where(TicketAlarm.ticket_id.in_(tickets), TicketAlarm.next_at > now)
        return len(session.scalars(later).all())


def _operation(office: Office, name: str, **parts: Any) -> dict[str, Any]:
    return {"op": new_id(), "name": name, "at": instant_text(office.clock.moment), "after": [], **parts}


def _apply(operations: list[dict[str, Any]]) -> None:
    for begin in range(0, len(operations), CHUNK):
        for answered in apply_operations(SETTER, operations[begin : begin + CHUNK]):
            assert answered.record.outcome == "applied", answered.record.result
