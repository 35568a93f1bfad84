"""The queue in front of SQLite's one writer.

SQLite itself lets writers ask again and again with ever longer sleeps: with many at once most of the time passes with
nobody writing, and who comes last may never get in. So threads queue on a lock of their process, and processes on a
file lock, for which one thread of each asks. The kernel frees it when its owner dies. A program that does not know of
the queue is kept out by SQLite as ever.
"""

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import OperationalError

PATIENCE_SECONDS = 10.0
ASK_AGAIN_SECONDS = 0.002  # one thread a process asks: the others wait for it
ENDING = "-writer"


class OneWriter:
    """For one database file; `with` holds the place of the writer."""

    def __init__(self, database: str) -> None:
        self._database, self._path = database, database + ENDING
        self._threads = threading.Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for it; after `PATIENCE_SECONDS` with another in it the database counts as locked."""
        until = time.monotonic() + PATIENCE_SECONDS
        if not self._threads.acquire(timeout=PATIENCE_SECONDS):
            raise _locked()
        try:
            # Opened anew each time: a descriptor that a fork shares would let both in.
            held = self._open()
            try:
                _lock(held, until)
                yield
            finally:
                os.close(held)
        finally:
            self._threads.release()

    def _open(self) -> int:
        """The file belongs to whom the database belongs, also when an operator's command is the first to need it."""
        try:
            return os.open(self._path, os.O_RDWR | os.O_CLOEXEC)
        except FileNotFoundError:
            held = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        database = Path(self._database)
        owner = (database if database.exists() else database.parent).stat()
        if owner.st_uid != os.geteuid():
            os.fchown(held, owner.st_uid, owner.st_gid)
        return held


def _lock(held: int, until: float) -> None:
    while True:
        try:
            return fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise _locked() from None
            time.sleep(ASK_AGAIN_SECONDS)


def _locked() -> OperationalError:
    return OperationalError("BEGIN IMMEDIATE", {}, TimeoutError("database is locked"))
