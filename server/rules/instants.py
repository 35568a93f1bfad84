"""Instants of the wire compared as moments: "…08:00+08:00" and "…00:00Z" are the same one."""

from datetime import UTC, datetime, timedelta
from typing import Final

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def instant_text(moment: datetime) -> str:
    """Write a moment as the wire does: UTC, milliseconds, `Z`."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def milliseconds(text: str) -> int:
    """Whole milliseconds since 1970, as counted time is reckoned in both languages."""
    return (instant(text) - _EPOCH) // _MILLISECOND


def text_of_milliseconds(moment: int) -> str:
    return instant_text(_EPOCH + moment * _MILLISECOND)
