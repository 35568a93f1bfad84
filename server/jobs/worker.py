"""Runs jobs: once, for tests and the command line, or for ever, for `roundsman serve`."""

import logging
import signal
import threading
import traceback
from types import FrameType

from flask import Flask

from server.database import reading, writing
from server.failpoints import failpoint
from server.jobs import queue, schedule
from server.jobs.beside import Beside
from server.jobs.kinds import KINDS
from server.jobs.outliving import outlive

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
    """Do jobs as they fall due until told to stop (by `stop`, SIGTERM or SIGINT); what is in hand is finished first."""
    stop = stop or threading.Event()
    beside = Beside(app, _do)
    _stop_on_signals(stop)
    polls = 0
    with app.app_context():
        while not stop.is_set():
            if polls % SCHEDULE_POLLS == 0:
                outlive(schedule.plan)
            if not outlive(lambda: run_one(app, beside)):
                stop.wait(POLL_SECONDS)
                polls += 1
    beside.wait()


def run_one(app: Flask, beside: Beside | None = None) -> bool:
    """Do the job that has been due longest, a long one `beside` the others; false when none can be begun."""
    but = beside.waiting_kinds if beside else ()
    with reading() as session:
        if not queue.has_due(session, but):
            return False
    with writing() as session:
        held = queue.claim(session, but)
    if held is None:
        return False
    failpoint("job_after_claim")
    if beside is not None and KINDS[held.kind].is_long:
        beside.begin(held)
    else:
        _do(app, held)
    return True


def _do(app: Flask, held: queue.Claim) -> None:
    """Do it, and say what became of it."""
    error = _attempt(app, held)
    failpoint("job_after_work")
    with writing() as session:
        if error is None:
            queue.finish(session, held)
        else:
            queue.postpone(session, held, error)


def _attempt(app: Flask, held: queue.Claim) -> str | None:
    """Do the work; give back what went wrong, in words for the operator."""
    try:
        KINDS[held.kind].work(app, held.payload)
    except Exception as error:  # whatever a job raises, the worker and the other jobs go on
        log.exception("job %s %s failed, attempt %d", held.kind, held.job_id, held.attempts)
        return "".join(traceback.format_exception_only(error)).strip()
    return None


def _stop_on_signals(stop: threading.Event) -> None:
    if threading.current_thread() is not threading.main_thread():
        return  # whoever runs us in a thread stops us by the event

    def tell(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, tell)
    signal.signal(signal.SIGINT, tell)
