"""Handing operations in, and looking at what is there; an operation that is not taken is a fault of ours."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.database import reading
from server.demo.wire import Operation
from server.models.documents import DOCUMENT_TYPES
from server.models.types import instant_text
from server.sync.actor import Actor
from server.sync.apply import apply_operations
from server.sync.rights import person_actor

ACTOR = Actor("import", "demo")
SEEN_TYPES = ("answer", "photo", "scan", "round_event", "signed_copy", "comment", "conflict")


class DemoRefused(RuntimeError):
    """The server did not take one of the demo's operations; the text is what it said."""


def hand_in(actor: Actor, operations: Iterable[Operation], *, at: datetime) -> None:
    """Apply operations as received at that moment; known ones are replayed and change nothing."""
    asked = list(operations)
    for operation, answer in zip(asked, apply_operations(actor, asked, received_at=instant_text(at)), strict=True):
        if answer.reused or answer.record.outcome != "applied":
            raise DemoRefused(f"{operation['name']}: {answer.record.code} {answer.record.result}")


def acting(person_id: str) -> Actor:
    with reading() as session:
        return person_actor(session, person_id)


def seen_of_round(session: Session, round_id: str) -> dict[str, list[str]]:
    """What a supervisor has on the screen who looks at all of this round: each row's writers."""
    table = DOCUMENT_TYPES["round"].table
    rows = list(session.execute(select(table.c.id, table.c.writers).where(table.c.id == round_id)))
    for name in SEEN_TYPES:
        table = DOCUMENT_TYPES[name].table
        rows += session.execute(select(table.c.id, table.c.writers).where(table.c.round_id == round_id))
    return {row.id: writers_of(row.writers) for row in rows}


def writers_of(writers: dict[str, list[str]]) -> list[str]:
    return sorted({operation for operations in writers.values() for operation in operations})
