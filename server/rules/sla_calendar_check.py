"""What is wrong with the calendar of a clock policy: hours, days, zone; and one in which no clock would ever run."""

import re
from datetime import date
from itertools import pairwise
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from server.rules.sla_problems import Problems, inner, names_problems, one_of_problems, problem
from server.rules.work_calendar import MIDNIGHT_AFTER, WEEKDAYS

LEAST_MINUTES_A_WEEK: Final = 60
"""With less no clock would ever run out."""
_KINDS: Final = ("always", "working")
_TIME: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")
_PARTS: Final = ("kind", "time_zone", "weekly", "days")


def calendar_problems(calendar: Any, calendar_for: Any) -> Problems:
    yield from names_problems(calendar, "calendar", _PARTS, _PARTS)
    said = inner(calendar)
    yield from one_of_problems(said.get("kind"), "calendar.kind", _KINDS)
    yield from _zone(said.get("time_zone"))
    yield from names_problems(said.get("weekly"), "calendar.weekly", WEEKDAYS)
    wrong = [one for day, hours in inner(said.get("weekly")).items() for one in _hours(hours, f"calendar.weekly.{day}")]
    yield from wrong
    yield from _days(said.get("days"))
    yield from names_problems(calendar_for, "calendar_for", ("1", "2", "3", "4"))
    for severity, kind in inner(calendar_for).items():
        yield from one_of_problems(kind, f"calendar_for.{severity}", _KINDS)
    counts_hours = "working" in (said.get("kind"), *map(str, inner(calendar_for).values()))
    if counts_hours and not wrong and _minutes_a_week(inner(said.get("weekly"))) < LEAST_MINUTES_A_WEEK:
        yield problem("calendar.weekly", "no_working_hours")


def _zone(name: Any) -> Problems:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError, AttributeError):
        yield problem("calendar.time_zone", "unknown_time_zone")


def _hours(hours: Any, field: str) -> Problems:
    """Spans of one day, in order, none empty, none in another; 24:00 ends a day."""
    if not isinstance(hours, list):
        yield problem(field, "not_a_list")
        return
    sound = [span for span in hours if _is_span(span)]
    yield from (problem(f"{field}.{place}", "wrong_time") for place, one in enumerate(hours) if not _is_span(one))
    if len(sound) == len(hours) and any(first[1] > second[0] for first, second in pairwise(sound)):
        yield problem(field, "overlapping_hours")


def _minutes_a_week(weekly: dict[str, Any]) -> int:
    return sum(_minute(to) - _minute(from_) for day in WEEKDAYS for from_, to in weekly.get(day) or [])


def _minute(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


def _is_span(span: Any) -> bool:
    if not isinstance(span, list) or len(span) != 2:
        return False
    if not all(isinstance(time, str) and _TIME.fullmatch(time) for time in span):
        return False
    return bool(span[0] < span[1]) and span[0] != MIDNIGHT_AFTER


def _days(days: Any) -> Problems:
    yield from names_problems(days, "calendar.days", list(inner(days)))
    for day, said in inner(days).items():
        if not _is_day(day):
            yield problem(f"calendar.days.{day}", "wrong_day")
        yield from one_of_problems(said, f"calendar.days.{day}", ("holiday", "working"))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
