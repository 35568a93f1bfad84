"""Reads a request's bytes: never more than agreed, nor longer than a slow phone needs, nor for a lost cause (P24)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from socket import socket
from time import monotonic

from flask import request
from werkzeug.exceptions import ClientDisconnected

from server.blobs.incoming import Incoming
from server.errors import TooLarge
from server.sync.tus.checksum import Checksum
from server.sync.tus.silence import ended_when_taken

READ_BYTES = 64 * 1024
SILENCE_SECONDS = 20.0
LONGEST_SECONDS = 120.0  # phones cut pieces that take ten
LOOK_SECONDS = 1.0


def receive_body(
    incoming: Incoming,
    *,
    limit: int,
    checksum: Checksum | None,
    look: Callable[[], None] | None,
    longest_seconds: float | None = None,
) -> bool:
    """Write what comes into `incoming`; false when it broke off. `look` raises Stale when going on makes no sense."""
    began = looked = monotonic()
    line = request.environ.get("gunicorn.socket")
    with _patience(line), ended_when_taken(line, look):
        while (data := _read()) != b"":
            if data is None:
                return False
            if incoming.size + len(data) > limit:
                raise TooLarge(limit=limit)
            incoming.write(data)
            if checksum is not None:
                checksum.update(data)
            if look is not None and monotonic() - looked >= LOOK_SECONDS:
                look()
                looked = monotonic()
            if monotonic() - began > (longest_seconds or LONGEST_SECONDS):
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
def _patience(line: socket | None) -> Iterator[None]:
    """A phone that says nothing for so long gives its thread back."""
    if line is None:
        yield
        return
    before = line.gettimeout()
    line.settimeout(SILENCE_SECONDS)
    try:
        yield
    finally:
        line.settimeout(before)
