"""What keeps failing, for the people whom it concerns: a photo's check where its author works, the rest for everybody.

A job that recurs leaves one row a period; rows of one kind and payload are one trouble, as old as the oldest of them.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from server.jobs.queue import troubled
from server.models.job import Job

NO_SPACE, FILE_MISSING, DATABASE, NOT_ALLOWED, FAULT = TROUBLES = (
    "no_space", "file_missing", "database", "not_allowed", "fault",
)  # fmt: skip
_FULL: Final = ("[Errno 28]", "[Errno 122]", "[Errno 27]", "disk is full", "No space left")
_BY_ERROR: Final = {
    "FileNotFoundError": FILE_MISSING,
    "PermissionError": NOT_ALLOWED,
    "OperationalError": DATABASE,
    "InterfaceError": DATABASE,
    "DBAPIError": DATABASE,
}


@dataclass(frozen=True)
class JobTrouble:
    """`job` is the oldest row's id, `rows` those that are tried again together; `error` is the exception's class."""

    job: str
    kind: str
    since: str
    attempts: int
    next_at: str
    trouble: str
    error: str
    rows: tuple[str, ...]


def troubles_of(session: Session, members: Collection[str]) -> list[JobTrouble]:
    """The troubles that concern a project with these members, oldest first."""
    same: dict[tuple[str, str], list[Job]] = {}
    for job in troubled(session):
        if job.payload.get("person_id") is None or job.payload["person_id"] in members:
            same.setdefault((job.kind, repr(sorted(job.payload.items()))), []).append(job)
    return [_trouble(jobs) for jobs in same.values()]


def _trouble(jobs: list[Job]) -> JobTrouble:
    first, error = jobs[0], jobs[-1].last_error or ""
    return JobTrouble(
        job=first.id,
        kind=first.kind,
        since=first.created_at,
        attempts=sum(job.attempts for job in jobs),
        next_at=min(job.due_at for job in jobs),
        trouble=trouble_of(error),
        error=_class_of(error),
        rows=tuple(job.id for job in jobs),
    )


def trouble_of(error: str) -> str:
    """What went wrong, in one of a few words that a screen can say. The whole error is in the server's log."""
    if any(sign in error for sign in _FULL):
        return NO_SPACE
    return _BY_ERROR.get(_class_of(error), FAULT)


def _class_of(error: str) -> str:
    """Never the message: it may quote rows of other projects."""
    return error.split(":", 1)[0].rsplit(".", 1)[-1].strip()[:60]
