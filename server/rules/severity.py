"""Severity (事件定级): I is worst and is 1. Which one stands where several are said."""

from collections.abc import Iterable
from typing import Final

SEVERITIES: Final = (1, 2, 3, 4)
URGENT: Final = (1, 2)


def worst_severity(severities: Iterable[int | None]) -> int | None:
    return min((severity for severity in severities if severity is not None), default=None)


def is_worse(severity: int | None, than: int | None) -> bool:
    """Graded is worse than not graded; a lower number is worse."""
    return severity is not None and (than is None or severity < than)


def is_urgent(severity: int | None) -> bool:
    """I and II raise their ticket from a draft; III and IV wait for the submit."""
    return severity in URGENT


def roman(severity: int) -> str:
    return ("I", "II", "III", "IV")[severity - 1]
