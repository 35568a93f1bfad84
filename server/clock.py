"""The one source of "now" on the server, injected so that tests decide what time it is."""

from datetime import UTC, datetime
from typing import Protocol, cast

from flask import current_app


class Clock(Protocol):
    def now(self) -> datetime:
        """An aware UTC instant."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


def current_clock() -> Clock:
    return cast(Clock, current_app.extensions["clock"])


def now() -> datetime:
    return current_clock().now()
