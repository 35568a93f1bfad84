"""Runs jobs: once, for tests and the command line, or for ever, for `roundsman serve`."""

import logging
import signal
import threading
import traceback
from collections.abc import Callable
from types import FrameType
from typing import Any

from flask import Flask
from sqlalchemy.exc import OperationalError

from server.database import reading, writing
from server.failpoints import failpoint
from server.jobs import queue, schedule
from server.jobs.kinds import KINDS

POLL_SECONDS = 1.0
SCHEDULE_POLLS = 30

log = logging.getLogger(__name__)


def run_due_jobs(app: Flask) -> int:
    """Do everything that is due by the app's clock, what follows from it too; return how many jobs ran."""
    ran = 0
    with app.app_context():
        schedule.plan()
        while run_one(app):
            ran += 1
    return ran


def run_worker(app: Flask, stop: threading.Event | None = None) -> None:
    """Do jobs as they fall due until told to stop (by `stop`, SIGTERM or SIGINT); the job in hand is finished first."""
    stop = stop or threading.Event()
    _stop_on_signals(stop)
    polls = 0
    with app.app_context():
        while not stop.is_set():
            if polls % SCHEDULE_POLLS == 0:
                _without_dying(schedule.plan)
            if not _without_dying(lambda: run_one(app)):
                stop.wait(POLL_SECONDS)
                polls += 1


def run_one(app: Flask) -> bool:
    """Do the job that has been due longest; false when none is."""
    with reading() as session:
        if not queue.has_due(session):
            return False
    with writing() as session:
        held = queue.claim(session)
    if held is None:
        return False
    failpoint("job_after_claim")
    error = _attempt(app, held)
    failpoint("job_after_work")
    with writing() as session:
        if error is None:
            queue.finish(session, held)
        else:
            queue.postpone(session, held, error)
    return True


def _attempt(app: Flask, held: queue.Claim) -> str | None:
    """Do the work; give back what went wrong, in words for the operator."""
    try:
        KINDS[held.kind].work(app, held.payload)
    except Exception as error:  # whatever a job raises, the worker and the other jobs go on
        log.exception("job %s %s failed, attempt %d", held.kind, held.job_id, held.attempts)
        return "".join(traceback.format_exception_only(error)).strip()
    return None


def _without_dying(step: Callable[[], Any]) -> Any:
    """Outlive a database that is away for a while; the next poll tries again."""
    try:
        return step()
    except OperationalError as error:
        log.error("the worker waits for the database: %s", error.orig)
        return None


def _stop_on_signals(stop: threading.Event) -> None:
    if threading.current_thread() is not threading.main_thread():
        return  # whoever runs us in a thread stops us by the event

    def tell(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, tell)
    signal.signal(signal.SIGINT, tell)
