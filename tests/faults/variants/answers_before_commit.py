"""Known-bad: the answer goes out first, the commit follows."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.orm import Session

from server.database import writing
from server.sync import push
from tests.faults.variants import AFTER_ANSWER_HOOKS

LATE_SECONDS = 0.05
_open = threading.local()  # an abandoned context would roll back as soon as it is collected


@contextmanager
def _commits_later() -> Iterator[Session]:
    context = writing()
    session = context.__enter__()
    try:
        yield session
        session.flush()
    except BaseException as error:
        context.__exit__(type(error), error, error.__traceback__)
        raise
    _open.context = context


def _commit() -> None:
    context: Any = getattr(_open, "context", None)
    if context is not None:
        _open.context = None
        threading.Event().wait(LATE_SECONDS)
        context.__exit__(None, None, None)


vars(push)["writing"] = _commits_later
AFTER_ANSWER_HOOKS.append(_commit)
