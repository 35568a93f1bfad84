"""Reading a recurrence rule of RFC 5545 (section 3.3.10), as far as calendar days need it.

Read are FREQ (daily, weekly, monthly, yearly), INTERVAL, COUNT or UNTIL (a day), BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS
and WKST. Refused is what the RFC forbids and what common libraries read differently: an ordinal weekday with a plain
one, BYSETPOS by the day or the week, times of day, numbers of weeks and of days of the year.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

Frequency = Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
FREQUENCIES: Final[tuple[Frequency, ...]] = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST_CHARACTERS: Final = 200
MOST: Final = 999  # of INTERVAL and COUNT
_PART: Final = re.compile(r"([A-Z]+)=([A-Z0-9+,-]+)")
_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,3}")
_WEEKDAY: Final = re.compile(r"([+-]?[0-9]{1,2})?([A-Z]{2})")
_UNTIL: Final = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")


@dataclass(frozen=True)
class Rrule:
    """`weekdays`: (ordinal or 0, ISO weekday); `until`: a day, included; `week_start`: ISO weekday."""

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: str | None = None
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    weekdays: tuple[tuple[int, int], ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 1


class UnclearRrule(Exception):
    """The rule cannot be kept; `part` names what is wrong with it (FREQ, BYDAY, …)."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


def read_rrule(text: str) -> Rrule:
    """The rule that the text says; raises UnclearRrule. `RRULE:` before it is left out."""
    parts = _parts(text.removeprefix("RRULE:"))
    read = Rrule(
        frequency=_frequency(parts.pop("FREQ", "")),
        interval=_counted(parts, "INTERVAL") or 1,
        count=_counted(parts, "COUNT"),
        until=_until(parts.pop("UNTIL", None)),
        months=_numbers(parts, "BYMONTH", 12, signed=False),
        month_days=_numbers(parts, "BYMONTHDAY", 31),
        weekdays=_weekdays(parts.pop("BYDAY", None)),
        positions=_numbers(parts, "BYSETPOS", 366),
        week_start=_week_start(parts.pop("WKST", "MO")),
    )
    unknown = next(iter(parts), None)
    if unknown is not None:
        raise UnclearRrule(unknown)
    _check_together(read)
    return read


def _parts(text: str) -> dict[str, str]:
    if len(text) > MOST_CHARACTERS:
        raise UnclearRrule("FREQ")
    parts: dict[str, str] = {}
    for one in text.split(";"):
        match = _PART.fullmatch(one)
        if match is None or match[1] in parts:
            raise UnclearRrule(match[1] if match else one[:20] or "FREQ")
        parts[match[1]] = match[2]
    return parts


def _frequency(said: str) -> Frequency:
    for known in FREQUENCIES:
        if said == known:
            return known
    raise UnclearRrule("FREQ")


def _counted(parts: dict[str, str], name: str) -> int | None:
    said = parts.pop(name, None)
    if said is None:
        return None
    if not (said.isascii() and said.isdigit() and len(said) <= 3 and 1 <= int(said) <= MOST):
        raise UnclearRrule(name)
    return int(said)


def _until(said: str | None) -> str | None:
    if said is None:
        return None
    match = _UNTIL.fullmatch(said)
    try:
        assert match is not None
        return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except (AssertionError, ValueError):
        raise UnclearRrule("UNTIL") from None


def _numbers(parts: dict[str, str], name: str, most: int, *, signed: bool = True) -> tuple[int, ...]:
    said = parts.pop(name, None)
    if said is None:
        return ()
    numbers = []
    for one in said.split(","):
        if not _WHOLE.fullmatch(one) or not 1 <= abs(int(one)) <= most or (int(one) < 0 and not signed):
            raise UnclearRrule(name)
        numbers.append(int(one))
    return tuple(sorted(set(numbers)))


def _weekdays(said: str | None) -> tuple[tuple[int, int], ...]:
    if said is None:
        return ()
    days = set()
    for one in said.split(","):
        match = _WEEKDAY.fullmatch(one)
        if match is None or match[2] not in WEEKDAYS or (match[1] is not None and not 1 <= abs(int(match[1])) <= 53):
            raise UnclearRrule("BYDAY")
        days.add((int(match[1] or 0), WEEKDAYS.index(match[2]) + 1))
    return tuple(sorted(days))


def _week_start(said: str) -> int:
    if said not in WEEKDAYS:
        raise UnclearRrule("WKST")
    return WEEKDAYS.index(said) + 1


def _check_together(rule: Rrule) -> None:
    """What parts may not stand together."""
    ordinals = {ordinal != 0 for ordinal, _ in rule.weekdays}
    by_month = rule.frequency in ("MONTHLY", "YEARLY")
    if rule.count is not None and rule.until is not None:
        raise UnclearRrule("COUNT")
    if len(ordinals) > 1 or (True in ordinals and not by_month):
        raise UnclearRrule("BYDAY")
    if rule.month_days and rule.frequency == "WEEKLY":
        raise UnclearRrule("BYMONTHDAY")
    if rule.positions and not (by_month and (rule.weekdays or rule.month_days or rule.months)):
        raise UnclearRrule("BYSETPOS")
