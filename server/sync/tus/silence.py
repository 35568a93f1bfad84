"""Ends a request that hangs on a dead line once a newer one has its upload (P23): its thread is free within seconds.

A line on which bytes still come is looked after in `body.py`; a silent one cannot look, so one thread of the process
asks for all of them. It closes only the inward half of the line: the answer, if anybody still listens, goes out.
"""

import logging
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import Flask, current_app
from sqlalchemy.exc import SQLAlchemyError

from server.errors import Stale

logger = logging.getLogger(__name__)
LOOK_SECONDS = 1.0
Look = Callable[[], None]


class Watch:
    """The lines of one process on which bytes of uploads are waited for. Its thread lives while there are any."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._lines: dict[socket.socket, Look] = {}
        self._changed = threading.Condition()
        self._is_running = False

    def add(self, line: socket.socket, look: Look) -> None:
        with self._changed:
            self._lines[line] = look
            if not self._is_running:
                self._is_running = True
                threading.Thread(target=self._run, name="uploads that hang", daemon=True).start()

    def remove(self, line: socket.socket) -> None:
        """After this the line is not touched any more: the next request on it is another matter."""
        with self._changed:
            self._lines.pop(line, None)
            self._changed.notify()

    def _run(self) -> None:
        with self._app.app_context():
            while lines := self._lines_after(LOOK_SECONDS):
                for line, look in lines:
                    if _is_taken(look):
                        self._end(line)

    def _lines_after(self, seconds: float) -> list[tuple[socket.socket, Look]]:
        with self._changed:
            self._changed.wait_for(lambda: not self._lines, timeout=seconds)
            self._is_running = bool(self._lines)
            return list(self._lines.items())

    def _end(self, line: socket.socket) -> None:
        with self._changed:
            if self._lines.pop(line, None) is None:
                return
            try:
                socket.socket.shutdown(line, socket.SHUT_RD)  # of TCP: TLS would forget its keys
            except OSError:
                logger.debug("the line was closed already")


def _is_taken(look: Look) -> bool:
    try:
        look()
    except Stale:
        return True
    except SQLAlchemyError:
        logger.info("nobody could be asked whether an upload was taken")
    return False


@contextmanager
def ended_when_taken(line: socket.socket | None, look: Look | None) -> Iterator[None]:
    """While this lasts, a `look` that raises Stale ends the line, however silent it is."""
    if line is None or look is None:
        yield
        return
    watch = _watch_of(current_app._get_current_object())  # type: ignore[attr-defined]  # the proxy's own
    watch.add(line, look)
    try:
        yield
    finally:
        watch.remove(line)


def _watch_of(app: Flask) -> Watch:
    watch: Watch = app.extensions.setdefault("upload_watch", Watch(app))
    return watch
