"""Reads a request's bytes: never more than agreed, nor longer than a slow phone needs, nor for a lost cause (P24)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

from flask import request
from werkzeug.exceptions import ClientDisconnected

from server.blobs.incoming import Incoming
from server.errors import TooLarge
from server.sync.tus.checksum import Checksum

READ_BYTES = 64 * 1024
SILENCE_SECONDS = 20.0
LONGEST_SECONDS = 120.0  # phones cut pieces that take ten
LOOK_SECONDS = 1.0


def receive_body(incoming: Incoming, *, limit: int, checksum: Checksum | None, look: Callable[[], None]) -> bool:
    """Write what comes into `incoming`; false when it broke off. `look` raises when going on makes no sense."""
    began = looked = monotonic()
    with _patience(request.environ):
        while (data := _read()) != b"":
            if data is None:
                return False
            if incoming.size + len(data) > limit:
                raise TooLarge(limit=limit)
            incoming.write(data)
            if checksum is not None:
                checksum.update(data)
            if monotonic() - looked >= LOOK_SECONDS:
                look()
                looked = monotonic()
            if monotonic() - began > LONGEST_SECONDS:
                return False
    return True


def refuse_if_longer(limit: int) -> None:
    """Say no before the first byte is read, where the request says how many there are."""
    if (request.content_length or 0) > limit:
        raise TooLarge(limit=limit)


def _read() -> bytes | None:
    """The next bytes, nothing at the end, None when the phone has gone or is silent."""
    try:
        return request.stream.read(READ_BYTES)
    except (ClientDisconnected, OSError):
        return None


@contextmanager
def _patience(environ: dict[str, Any]) -> Iterator[None]:
    """A phone that says nothing for so long gives its thread back."""
    socket = environ.get("gunicorn.socket")
    if socket is None:
        yield
        return
    before = socket.gettimeout()
    socket.settimeout(SILENCE_SECONDS)
    try:
        yield
    finally:
        socket.settimeout(before)
