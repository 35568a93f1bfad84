"""The queue in front of SQLite's one writer.

SQLite itself lets writers ask again and again with ever longer sleeps: with many at once most of the time passes with
nobody writing, and who comes last may never get in. So threads queue on a lock of their process, and processes on a
file lock, whose next owner the kernel wakes. The kernel frees it when its owner dies. A program that does not know of
the queue is kept out by SQLite as ever.
"""

import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import OperationalError

PATIENCE_SECONDS = 10.0
ENDING = "-writer"


class OneWriter:
    """For one database file; `with` holds the place of the writer."""

    def __init__(self, database: str) -> None:
        self._path = database + ENDING
        self._threads = threading.Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for it; after `PATIENCE_SECONDS` with another thread in it the database counts as locked."""
        if not self._threads.acquire(timeout=PATIENCE_SECONDS):
            raise OperationalError("BEGIN IMMEDIATE", {}, TimeoutError("database is locked"))
        try:
            # Opened anew each time: a descriptor that a fork shares would let both in.
            held = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(held, fcntl.LOCK_EX)
                yield
            finally:
                os.close(held)
        finally:
            self._threads.release()
