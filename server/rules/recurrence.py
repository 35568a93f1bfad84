"""When a plan's rounds fall due (R1): calendar days of the project, and the instant of each deadline.

A plan's rule is {every, on}; `on` says which days of the period, left out or null is the default:
  day      on: a list of ISO weekdays [1…7] (Monday 1); null is every day
  week     on: ISO weekday or a list of them; null is Monday
  month    on: day of the month or a list of them; 31 in a short month is its last day, null is the first
  quarter  on: {month: 1-3, day: 1-31}, the month counted within the quarter (from January, April, July, October),
           the day as in `month`; null is the quarter's first day
  once     on: a day "YYYY-MM-DD" or a list of them, never null
  rrule    on: a recurrence rule of RFC 5545, counted from the day on which the plan begins (rrule_text.py)
  before_holiday, before_event   on: {days: 0-60}, so many days before each of the calendar's holidays or events begins
  contract_end   on: {days: 0-366}, so many days before the contract ends; none while its end is not known
Two that mean the same day are one occurrence; days outside the plan's term are none. A day that is a holiday stays, is
left out, or moves to the working day before or after it (`on_holiday`).
No rule, or one that is none of these, has no occurrences: such a round is opened on demand.
"""

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from server.rules.documents import Fields
from server.rules.instants import instant, instant_text
from server.rules.plan_calendar import MOST_MOVED, PlanCalendar
from server.rules.plan_rule import rule_problem, several
from server.rules.rrule_days import rrule_days
from server.rules.rrule_text import read_rrule

LAST_MINUTE: Final = "23:59"
_LOOK_AHEAD: Final = timedelta(days=400)
_LOOKS_AHEAD: Final = 30  # looked through for the next days: 33 years


def occurrences(plan: Fields, from_day: str, to_day: str, calendar: PlanCalendar) -> list[str]:
    """Days on which the plan is due, both ends included, within the plan's own term."""
    if rule_problem(plan["rule"]) is not None:
        return []
    first = max(from_day, plan["starts_on"] or from_day)
    last = min(to_day, plan["ends_on"] or to_day)
    on_holiday = plan.get("on_holiday") or "keep"
    reach = timedelta(days=MOST_MOVED if on_holiday in ("before", "after") else 0)
    by_rule = _by_rule(plan, date.fromisoformat(first) - reach, date.fromisoformat(last) + reach, calendar)
    days = {moved.isoformat() for day in by_rule if (moved := calendar.moved(day, on_holiday)) is not None}
    return sorted(day for day in days if first <= day <= last)


def next_occurrences(plan: Fields, from_day: str, most: int, calendar: PlanCalendar) -> list[str]:
    """The first due days from this one on, at most so many, within the next years."""
    found: list[str] = []
    begin = date.fromisoformat(max(from_day, plan["starts_on"] or from_day))
    for _ in range(_LOOKS_AHEAD):
        end = begin + _LOOK_AHEAD
        found += occurrences(plan, begin.isoformat(), end.isoformat(), calendar)
        if len(found) >= most:
            break
        begin = end + timedelta(days=1)
    return found[:most]


def next_occurrence(plan: Fields, from_day: str, calendar: PlanCalendar) -> str | None:
    """The first due day from this one on; None if there is none within 400 days."""
    until = date.fromisoformat(from_day) + _LOOK_AHEAD
    return next(iter(occurrences(plan, from_day, until.isoformat(), calendar)), None)


def is_ever_due(plan: Fields, calendar: PlanCalendar) -> bool:
    """Whether the rule names any day from the plan's first on; its end and the calendar to come are left aside."""
    if plan["rule"].get("every") in ("before_holiday", "before_event"):
        return True
    open_ended = {**plan, "ends_on": None, "on_holiday": "keep"}
    return bool(next_occurrences(open_ended, plan["starts_on"], 1, calendar))


def due_at(occurrence_date: str, due_time: str | None, time_zone: str) -> str:
    """The deadline as a wire instant. A time that a clock change skips or repeats counts by the offset before it."""
    clock = time.fromisoformat(due_time or LAST_MINUTE)
    return instant_text(datetime.combine(date.fromisoformat(occurrence_date), clock, ZoneInfo(time_zone)))


def local_day(moment: str, time_zone: str) -> str:
    """The calendar day that an instant falls on in the project."""
    return instant(moment).astimezone(ZoneInfo(time_zone)).date().isoformat()


def _by_rule(plan: Fields, first: date, last: date, calendar: PlanCalendar) -> list[date]:
    """The days that the rule names within the plan's term, before holidays are looked at."""
    first = max(first, date.fromisoformat(plan["starts_on"])) if plan["starts_on"] else first
    last = min(last, date.fromisoformat(plan["ends_on"])) if plan["ends_on"] else last
    rule = plan["rule"]
    match rule["every"]:
        case "rrule":
            if not plan["starts_on"]:
                return []  # it is counted from a day that nobody has named
            return rrule_days(read_rrule(rule["on"]), date.fromisoformat(plan["starts_on"]), first, last)
        case "before_holiday":
            days = [day - timedelta(days=rule["on"]["days"]) for day in calendar.begins("holiday")]
        case "before_event":
            days = [begin - timedelta(days=rule["on"]["days"]) for begin, _ in calendar.entries("event")]
        case "contract_end":
            end = calendar.contract_ends_on
            days = [date.fromisoformat(end) - timedelta(days=rule["on"]["days"])] if end else []
        case _:
            span = (first + timedelta(days=n) for n in range((last - first).days + 1))
            return [day for day in span if _falls_on(rule, day)]
    return [day for day in days if first <= day <= last]


def _falls_on(rule: Fields, day: date) -> bool:
    every, on = rule["every"], rule.get("on")
    if every == "day":
        return on is None or day.isoweekday() in on
    if every == "week":
        return day.isoweekday() in several(1 if on is None else on)
    if every == "month":
        return day.day in {_day_in_month(wanted, day) for wanted in several(1 if on is None else on)}
    if every == "quarter":
        month, wanted = (1, 1) if on is None else (on["month"], on["day"])
        return (day.month - 1) % 3 + 1 == month and day.day == _day_in_month(wanted, day)
    return day.isoformat() in several(on)


def _day_in_month(wanted: int, day: date) -> int:
    return min(wanted, monthrange(day.year, day.month)[1])
