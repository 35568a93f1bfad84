"""Jobs that recur by themselves: one row per kind and period, whoever of many workers comes first."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from server.clock import now
from server.database import reading, writing
from server.jobs.kinds import KINDS
from server.jobs.queue import enqueue
from server.models.job import Job
from server.models.types import instant_text

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def plan() -> None:
    """Ask for what the present period owes. Periods slept through are not made up: each run does all that is due."""
    wanted = {_key(kind.name, kind.every): kind.name for kind in KINDS.values() if kind.every}
    with reading() as session:
        known = set(session.scalars(select(Job.key).where(Job.key.in_(wanted))))
    if missing := wanted.keys() - known:
        with writing() as session:
            for key in sorted(missing):
                enqueue(session, wanted[key], {}, key=key)


def _key(name: str, every: timedelta) -> str:
    periods = (now() - EPOCH) // every
    return f"{name}/{instant_text(EPOCH + periods * every)}"
