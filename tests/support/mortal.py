"""The server as gunicorn serves it, but mortal: it dies at the point that a file names. Known-bad variants as well.

A worker that dies takes its connections with it, as a process that is killed does; gunicorn starts another one.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session
from werkzeug.wsgi import ClosingIterator

from server import create_app, failpoints
from server.database import writing
from server.sync import push as push_module
from tests.support.mortal_points import AFTER_ANSWER

ARMED = Path(os.environ["MORTAL_ARMED"])
_flask = create_app()
_uncommitted: list[Session] = []


def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Only requests with this header die: whoever looks whether the server is back does not."""
    point = ARMED.read_text() if "HTTP_X_MORTAL" in environ and ARMED.exists() else ""
    failpoints._KILL_AT = point
    signed = _signing(start_response)
    return ClosingIterator(_flask(environ, signed), [lambda: _after_answer(point)])


def _signing(start_response: Callable[..., Any]) -> Callable[..., Any]:
    """Every answer says which process gave it."""

    def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
        return start_response(status, [*headers, ("X-Process", str(os.getpid()))], *more)

    return start


def _after_answer(point: str) -> None:
    if point == AFTER_ANSWER:
        os._exit(failpoints.KILLED)
    while _uncommitted:
        with _uncommitted.pop() as session:
            session.commit()


@contextmanager
def _commits_later() -> Iterator[Session]:
    """Known-bad: the answer goes out first."""
    context = writing()
    session = context.__enter__()
    yield session
    session.flush()
    _uncommitted.append(session)
    _contexts.append(context)


_contexts: list[Any] = []  # an abandoned context would roll back as soon as it is collected

if os.environ.get("MORTAL_VARIANT") == "answers before it commits":
    vars(push_module)["writing"] = _commits_later
