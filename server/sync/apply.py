"""Operations from inside the server (jobs, imports, the command line, the demo): the same code, no device numbers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from server.clock import now as clock_now
from server.database import writing
from server.models.types import instant_text
from server.sync.actor import Actor
from server.sync.batch import Answered, Batch
from server.sync.checked import Checked, check_operation
from server.sync.parked import Parked
from server.sync.replay import log_refusal, take_alone
from server.sync.upconversion import SCHEMA_VERSION
from server.sync.wire import MAX_OPERATIONS

Made = TypeVar("Made")


def apply_operations(
    actor: Actor, operations: Iterable[Mapping[str, Any]], *, received_at: str | None = None
) -> list[Answered]:
    """Apply in chunks, one transaction each. A known id is replayed, so that doing it again changes nothing.

    A chunk that the database does not take is replayed one by one, so that only the faulty operation parks.
    `received_at` is the server's moment of receipt (wire instant); now, unless an import brings its own.
    """
    moment = received_at or instant_text(clock_now())
    answers: list[Answered] = []
    checked = [check_operation(raw, SCHEMA_VERSION, moment) for raw in operations]
    for start in range(0, len(checked), MAX_OPERATIONS):
        answers += _apply_chunk(actor, checked[start : start + MAX_OPERATIONS], moment)
    return answers


def apply_with(actor: Actor, operation: Mapping[str, Any], beside: Callable[[Session], Made]) -> Made:
    """One operation and what stands or falls with it, in one transaction. Raises `Parked` and leaves nothing behind.

    For what may not lie in the books: a password comes with its person, or neither does.
    """
    moment = instant_text(clock_now())
    checked = check_operation(operation, SCHEMA_VERSION, moment)
    with writing() as session:
        batch = Batch(session, moment)
        batch.prepare([checked])
        record = batch.receive(checked, actor).record
        if record.outcome != "applied":
            details = record.result.get("details") or {}
            raise Parked(record.code or "invalid", record.result.get("reason") or "malformed", **details)  # type: ignore[arg-type]  # a code of ours
        batch.write()
        return beside(session)


@dataclass
class _Applied:
    """`put_off` were parked and are to be tried alone."""

    answers: list[Answered]
    put_off: list[str]


def _apply_chunk(actor: Actor, chunk: Sequence[Checked], moment: str) -> list[Answered]:
    try:
        return _apply_once(actor, chunk, moment).answers
    except Exception as refusal:
        log_refusal(refusal)

    def once(checked: Checked, puts_off_waiters: bool) -> _Applied:
        return _apply_once(actor, [checked], moment, puts_off_waiters)

    return [answer for one in chunk for answer in take_alone(once, one, moment).answers]


def _apply_once(actor: Actor, chunk: Sequence[Checked], moment: str, puts_off_waiters: bool = False) -> _Applied:
    with writing() as session:
        batch = Batch(session, moment, puts_off_waiters)
        batch.prepare(chunk)
        answers = [batch.receive(one, actor) for one in chunk]
        batch.write()
        return _Applied(answers, batch.put_off)
