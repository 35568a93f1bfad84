"""Job rows: asked for in the transaction that they follow from, claimed by lease, done at least once.

`due_at` of a claimed job is the end of its lease: a worker that dies needs no one to clean up after it. Whoever holds
the lease alone may say what became of the job.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import uuid_utils
from sqlalchemy import Insert, Select, Update, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from server.clock import now
from server.jobs.registry import Payload
from server.models.job import DONE, WAITING, Job
from server.models.types import instant_text
from server.prepared import insert_new

LEASE = timedelta(minutes=3)
FIRST_DELAY = timedelta(seconds=5)
LONGEST_DELAY = timedelta(hours=1)
TROUBLED_AFTER = 3
ERROR_CHARACTERS = 2_000
_ASK = insert_new(Job.metadata.tables[Job.__tablename__])


@dataclass(frozen=True)
class Claim:
    """A job that is ours until the lease ends."""

    job_id: str
    kind: str
    payload: Payload
    lease: str
    attempts: int


def enqueue(
    session: Session, kind: str, payload: Payload, due_at: datetime | None = None, key: str | None = None
) -> None:
    """Ask for a job in the caller's transaction. A key that was used before asks for nothing more."""
    _ASK.run(session, [job_row(kind, payload, due_at, key)])


def insert_job(session: Session) -> Insert:
    """The statement for `job_row`s, for who has to run it later in the transaction."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    return insert(Job).on_conflict_do_nothing(index_elements=["key"])


def job_row(kind: str, payload: Payload, due_at: datetime | None = None, key: str | None = None) -> dict[str, Any]:
    asked_at = now()
    return {
        "id": str(uuid_utils.uuid7()),
        "kind": kind,
        "payload": payload,
        "key": key,
        "state": WAITING,
        "attempts": 0,
        "due_at": instant_text(due_at or asked_at),
        "created_at": instant_text(asked_at),
    }


def has_due(session: Session, but: Collection[str] = ()) -> bool:
    """Look without a write lock: an idle worker disturbs nobody. `but` are kinds that can wait."""
    return session.scalars(_due(but).limit(1)).first() is not None


def claim(session: Session, but: Collection[str] = ()) -> Claim | None:
    """Take the job that has been due longest. Two workers never get the same one."""
    found = session.scalars(_due(but).limit(1).with_for_update(skip_locked=True)).first()
    if found is None:
        return None
    found.lease = str(uuid_utils.uuid7())
    found.due_at = instant_text(now() + LEASE)
    found.attempts += 1
    return Claim(found.id, found.kind, found.payload, found.lease, found.attempts)


def renew(session: Session, held: Claim) -> None:
    """It takes longer: nobody else may begin it meanwhile."""
    session.execute(_held(held).values(due_at=instant_text(now() + LEASE)))


def finish(session: Session, held: Claim) -> None:
    session.execute(_held(held).values(state=DONE, lease=None, last_error=None, finished_at=instant_text(now())))


def postpone(session: Session, held: Claim, error: str) -> None:
    """Try again later, ever more rarely, and never give up: what was promised to a phone is owed."""
    due_at = instant_text(now() + _delay(held.attempts))
    session.execute(_held(held).values(due_at=due_at, lease=None, last_error=error[:ERROR_CHARACTERS]))


def troubled(session: Session) -> list[Job]:
    """List the jobs that failed again and again, longest first: for the operator to see."""
    where = (Job.state == WAITING, Job.attempts >= TROUBLED_AFTER, Job.last_error.is_not(None))
    return list(session.scalars(select(Job).where(*where).order_by(Job.created_at)))


def _due(but: Collection[str]) -> Select[Job]:
    due = (Job.state == WAITING, Job.due_at <= instant_text(now()), Job.kind.not_in(but))
    return select(Job).where(*due).order_by(Job.due_at)


def _held(held: Claim) -> Update:
    return update(Job).where(Job.id == held.job_id, Job.lease == held.lease)


def _delay(attempts: int) -> timedelta:
    doublings = min(attempts - 1, 20)
    return min(FIRST_DELAY * (1 << doublings), LONGEST_DELAY)
