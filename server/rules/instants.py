"""Instants of the wire compared as moments: "…08:00+08:00" and "…00:00Z" are the same one."""

from datetime import UTC, datetime


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def instant_text(moment: datetime) -> str:
    """Write a moment as the wire does: UTC, milliseconds, `Z`."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
