"""The kinds of job, each with the function that does it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from flask import Flask

Payload = dict[str, Any]
Work = Callable[[Flask, Payload], None]


@dataclass(frozen=True)
class JobKind:
    """`every` makes the job recur by itself; without it, operations and uploads ask for it.

    `is_long`: it may outlast its lease, or wait for others, so a worker does it beside the others
    (server/jobs/beside.py), at most `at_once` of the kind.
    """

    name: str
    work: Work
    every: timedelta | None
    is_long: bool = False
    at_once: int = 1


KINDS: dict[str, JobKind] = {}


def job(
    name: str, *, every: timedelta | None = None, is_long: bool = False, at_once: int = 1
) -> Callable[[Work], Work]:
    """Register the decorated function. It runs in an app context, outside any transaction, at least once."""

    def bind(work: Work) -> Work:
        if name in KINDS:
            raise ValueError(f"job kind {name} is registered twice")
        KINDS[name] = JobKind(name, work, every, is_long, at_once)
        return work

    return bind
