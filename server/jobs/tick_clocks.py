"""Looks at the tickets whose next moment has come: a threshold, or the end of the client's silence.

Its cost is per ticket that is due, by an index, not per open ticket. Being down changes only when it is said: what was
passed meanwhile is said at the next run, as of its moment. Two consumers at once, or one that is killed, say nothing
twice: the operation's id follows from the alarm, and it is judged again under the ticket's lock.
"""

from datetime import timedelta
from typing import Any

from flask import Flask
from sqlalchemy import Row, Select, and_, or_, select

from server.clock import now
from server.database import reading
from server.jobs.registry import Payload, job
from server.models import Ticket, TicketAlarm
from server.models.types import instant_text
from server.rules.ids import natural_id
from server.sync.actor import Actor
from server.sync.apply import apply_operations

ACTOR = Actor("job", "tick_clocks")
CHUNK = 50


@job("tick_clocks", every=timedelta(minutes=1))
def tick_clocks(app: Flask, payload: Payload) -> None:
    """Each ticket once; what falls due while it runs is for the next minute."""
    moment, last = instant_text(now()), None
    while due := _due(moment, last):
        apply_operations(ACTOR, [_operation(row) for row in due])
        last = due[-1]


def _due(moment: str, last: Row[str, str, int] | None) -> list[Row[str, str, int]]:
    with reading() as session:
        return list(session.execute(_statement(moment, last)))


def _statement(moment: str, last: Row[str, str, int] | None) -> Select[str, str, int]:
    alarms = select(TicketAlarm.ticket_id, TicketAlarm.next_at, Ticket.rev).join(
        Ticket, Ticket.id == TicketAlarm.ticket_id
    )
    due = alarms.where(TicketAlarm.next_at <= moment).order_by(TicketAlarm.next_at, TicketAlarm.ticket_id)
    if last is not None:
        same = and_(TicketAlarm.next_at == last.next_at, TicketAlarm.ticket_id > last.ticket_id)
        due = due.where(or_(TicketAlarm.next_at > last.next_at, same))
    return due.limit(CHUNK)


def _operation(row: Row[str, str, int]) -> dict[str, Any]:
    """While neither the ticket nor its alarm has moved, it is the same operation."""
    op = natural_id("pass_threshold", row.ticket_id, row.next_at, str(row.rev))
    return {"op": op, "name": "pass_threshold", "at": row.next_at, "doc": row.ticket_id, "args": {}, "after": []}
