"""When a plan's rounds fall due (R1): calendar days of the project, and the instant of each deadline.

A plan's rule is {every, on}; `on` says which days of the period, left out or null is the default:
  day      on: a list of ISO weekdays [1…7] (Monday 1); null is every day
  week     on: ISO weekday or a list of them; null is Monday
  month    on: day of the month or a list of them; 31 in a short month is its last day, null is the first
  quarter  on: {month: 1-3, day: 1-31}, the month counted within the quarter (from January, April, July, October),
           the day as in `month`; null is the quarter's first day
  once     on: a day "YYYY-MM-DD" or a list of them, never null (before holidays and events, the contract's last month)
Two members of `on` that mean the same day are one occurrence; days outside the plan's term are none.
No rule, or one that is none of these, has no occurrences: such a round is opened on demand.
"""

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from server.rules.documents import Fields
from server.rules.instants import instant, instant_text

LAST_MINUTE: Final = "23:59"
_LOOK_AHEAD: Final = timedelta(days=400)


def occurrences(plan: Fields, from_day: str, to_day: str) -> list[str]:
    """Days on which the plan is due, both ends included, within the plan's own term."""
    first = max(from_day, plan["starts_on"] or from_day)
    last = min(to_day, plan["ends_on"] or to_day)
    rule = plan["rule"]
    if rule_problem(rule) is not None:
        return []
    days = (date.fromisoformat(first) + timedelta(days=n) for n in range(_days_between(first, last) + 1))
    return [day.isoformat() for day in days if _falls_on(rule, day)]


def next_occurrence(plan: Fields, from_day: str) -> str | None:
    """The first due day from this one on; None if there is none within 400 days."""
    until = date.fromisoformat(from_day) + _LOOK_AHEAD
    return next(iter(occurrences(plan, from_day, until.isoformat())), None)


def due_at(occurrence_date: str, due_time: str | None, time_zone: str) -> str:
    """The deadline as a wire instant. A time that a clock change skips or repeats counts by the offset before it."""
    clock = time.fromisoformat(due_time or LAST_MINUTE)
    return instant_text(datetime.combine(date.fromisoformat(occurrence_date), clock, ZoneInfo(time_zone)))


def local_day(moment: str, time_zone: str) -> str:
    """The calendar day that an instant falls on in the project."""
    return instant(moment).astimezone(ZoneInfo(time_zone)).date().isoformat()


def rule_problem(rule: Any) -> str | None:
    """The member of a rule that is wrong (`rule`, `every` or `on`); None for a rule that can be kept."""
    if not isinstance(rule, dict):
        return "rule"
    on = rule.get("on")
    match rule.get("every"):
        case "day":
            return None if on is None or _all_within(on, 1, 7) else "on"
        case "week":
            return None if on is None or _all_within(_several(on), 1, 7) else "on"
        case "month":
            return None if on is None or _all_within(_several(on), 1, 31) else "on"
        case "quarter":
            return None if on is None or _is_day_of_quarter(on) else "on"
        case "once":
            return None if on is not None and _all_days(_several(on)) else "on"
        case _:
            return "every"


def _falls_on(rule: Fields, day: date) -> bool:
    every, on = rule["every"], rule.get("on")
    if every == "day":
        return on is None or day.isoweekday() in on
    if every == "week":
        return day.isoweekday() in _several(1 if on is None else on)
    if every == "month":
        return day.day in {_day_in_month(wanted, day) for wanted in _several(1 if on is None else on)}
    if every == "quarter":
        month, wanted = (1, 1) if on is None else (on["month"], on["day"])
        return (day.month - 1) % 3 + 1 == month and day.day == _day_in_month(wanted, day)
    return day.isoformat() in _several(on)


def _day_in_month(wanted: int, day: date) -> int:
    return min(wanted, monthrange(day.year, day.month)[1])


def _days_between(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _several(on: Any) -> Any:
    return on if isinstance(on, list) else [on]


def _is_whole(value: Any, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _all_within(values: Any, low: int, high: int) -> bool:
    return isinstance(values, list) and bool(values) and all(_is_whole(value, low, high) for value in values)


def _is_day_of_quarter(on: Any) -> bool:
    return isinstance(on, dict) and _is_whole(on.get("month"), 1, 3) and _is_whole(on.get("day"), 1, 31)


def _all_days(values: Any) -> bool:
    return bool(values) and all(isinstance(value, str) and _is_day(value) for value in values)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
