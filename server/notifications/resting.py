"""A receiver that does not answer is left alone for a while, so that it holds up nobody else's messages."""

from datetime import datetime, timedelta
from threading import Lock
from typing import Final

REST: Final = timedelta(minutes=1)


class Resting:
    """In this process: each finds out for itself."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._until: dict[str, datetime] = {}

    def until(self, receiver: str, now: datetime) -> datetime | None:
        with self._lock:
            end = self._until.get(receiver)
            return end if end is not None and end > now else None

    def begin(self, receiver: str, now: datetime) -> datetime:
        with self._lock:
            self._until[receiver] = now + REST
            return self._until[receiver]

    def end(self, receiver: str) -> None:
        with self._lock:
            self._until.pop(receiver, None)
