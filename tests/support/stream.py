"""A request body that does something while it is being read, or breaks off."""

import io
from collections.abc import Callable
from typing import Any


class Body(io.RawIOBase):
    """Gives its pieces one by one; calls `between` after the first."""

    def __init__(self, *pieces: bytes, between: Callable[[], object] = lambda: None, connection: object = None) -> None:
        self._pieces, self._between, self._given = list(pieces), between, 0
        self._connection = connection

    def environ(self, length: int) -> dict[str, Any]:
        """What a server hands over with a request whose headers say that it has so many bytes."""
        return {"wsgi.input": self, "CONTENT_LENGTH": str(length), "gunicorn.socket": self._connection}

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the stub's Buffer has no slices
        if self._given == 1:
            self._given += 1
            self._between()
        if not self._pieces:
            return 0
        piece = self._pieces.pop(0)
        buffer[: len(piece)] = piece
        self._given += 1
        return len(piece)
