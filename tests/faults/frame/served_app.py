"""The app as gunicorn loads it in a run of a fault: its clock may be wrong, it may die at a failpoint, be a variant.

A failpoint that is armed (a file names it) is taken by exactly one request, whose process dies there.
"""

import importlib
import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from werkzeug.wsgi import ClosingIterator

from server import create_app, failpoints
from server.sync.tus import turnstile
from tests.faults.frame.served import THREADS
from tests.faults.variants import AFTER_ANSWER_HOOKS
from tests.support.mortal_points import AFTER_ANSWER

ARMED = Path(os.environ["FAULTS_ARMED"])


class WrongClock:
    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=int(os.environ["FAULTS_CLOCK_SECONDS"]))


if os.environ["FAULTS_VARIANT"]:
    importlib.import_module(f"tests.faults.variants.{os.environ['FAULTS_VARIANT']}")
_flask = create_app(clock=WrongClock())
turnstile.set_up(_flask, THREADS)


def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    point = _take_failpoint(environ)
    return ClosingIterator(_flask(environ, start_response), [lambda: _after_answer(point)])


def _take_failpoint(environ: dict[str, Any]) -> str:
    """Only a push or a piece of a photo can die on its way."""
    if not ARMED.exists() or not environ["PATH_INFO"].endswith("/push"):
        return ""
    mine = ARMED.with_suffix(f".{os.getpid()}")
    try:
        ARMED.rename(mine)
    except OSError:
        return ""  # another request was quicker
    failpoints._KILL_AT = point = mine.read_text()
    return point


def _after_answer(point: str) -> None:
    if point == AFTER_ANSWER:
        os._exit(failpoints.KILLED)
    if point:
        failpoints._KILL_AT = ""
    for act in AFTER_ANSWER_HOOKS:
        act()
