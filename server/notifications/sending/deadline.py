"""A time-out for a whole exchange: the usual ones begin anew with every byte, so a receiver that drips never ends."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

AGAIN_SECONDS = 0.5


@contextmanager
def deadline(seconds: float, line: Callable[[], socket.socket | None]) -> Iterator[None]:
    """Shut the line that is then in use when the time is over: whoever reads from it gets an error."""
    over = threading.Event()

    def watch() -> None:
        wait = seconds
        while not over.wait(wait):
            wait = AGAIN_SECONDS  # a line that is being encrypted is another one afterwards
            _shut(line())

    watching = threading.Thread(target=watch, name="deadline", daemon=True)
    watching.start()
    try:
        yield
    finally:
        over.set()
        watching.join()


def _shut(line: socket.socket | None) -> None:
    if line is None:
        return
    try:
        socket.socket.shutdown(line, socket.SHUT_RDWR)
    except OSError:
        pass  # closed already
