"""The calendar days that a recurrence rule of RFC 5545 names, counted from the day it begins.

A day is named if it lies in a period that INTERVAL does not skip and every BY part lets it through. Nothing is searched
beyond the days asked for, so that a rule that names no day ever costs no more than another.
"""

from calendar import isleap, monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from server.rules.rrule_text import Rrule


def rrule_days(rule: Rrule, begins: date, first: date, last: date) -> list[date]:
    """Days from `first` to `last`, both included. `begins` itself counts only if the rule names it."""
    rule = _completed(rule, begins)
    last = min(last, date.fromisoformat(rule.until)) if rule.until else last
    if rule.count is None:
        return list(_named(rule, begins, max(first, begins), last))
    named = _named(rule, begins, begins, last)
    counted = (day for _, day in zip(range(rule.count), named, strict=False))
    return [day for day in counted if day >= first]


def _completed(rule: Rrule, begins: date) -> Rrule:
    """What the rule leaves open is as on the day on which it begins."""
    if rule.month_days or rule.weekdays or rule.frequency == "DAILY":
        return rule
    if rule.frequency == "WEEKLY":
        return replace(rule, weekdays=((0, begins.isoweekday()),))
    months = rule.months or ((begins.month,) if rule.frequency == "YEARLY" else ())
    return replace(rule, months=months, month_days=(begins.day,))


def _named(rule: Rrule, begins: date, first: date, last: date) -> Iterator[date]:
    of_period: dict[tuple[int, int], set[date]] = {}
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        if not _in_step(rule, begins, day) or not _lets_through(rule, day):
            continue
        if rule.positions:
            period = (day.year, day.month if rule.frequency == "MONTHLY" else 0)
            if period not in of_period:
                of_period[period] = _at_positions(rule, day)
            if day not in of_period[period]:
                continue
        yield day


def _in_step(rule: Rrule, begins: date, day: date) -> bool:
    if rule.interval == 1:
        return True
    match rule.frequency:
        case "DAILY":
            past = (day - begins).days
        case "WEEKLY":
            past = (_week(day, rule.week_start) - _week(begins, rule.week_start)) // 7
        case "MONTHLY":
            past = (day.year - begins.year) * 12 + day.month - begins.month
        case "YEARLY":
            past = day.year - begins.year
    return past % rule.interval == 0


def _week(day: date, week_start: int) -> int:
    """The number of the day on which its week begins."""
    return day.toordinal() - (day.isoweekday() - week_start) % 7


def _lets_through(rule: Rrule, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    length = monthrange(day.year, day.month)[1]
    if rule.month_days and not {day.day, day.day - length - 1} & set(rule.month_days):
        return False
    return not rule.weekdays or any(_is_weekday(rule, day, length, *wanted) for wanted in rule.weekdays)


def _is_weekday(rule: Rrule, day: date, month_length: int, ordinal: int, weekday: int) -> bool:
    """An ordinal counts within the month, or within the year where no month is named."""
    if day.isoweekday() != weekday:
        return False
    if ordinal == 0:
        return True
    within_year = rule.frequency == "YEARLY" and not rule.months
    number, length = (day.timetuple().tm_yday, 365 + isleap(day.year)) if within_year else (day.day, month_length)
    return ordinal == ((number - 1) // 7 + 1 if ordinal > 0 else -((length - number) // 7 + 1))


def _at_positions(rule: Rrule, within: date) -> set[date]:
    """Of a whole month or year that the day lies in: the days at the positions named."""
    if rule.frequency == "MONTHLY":
        first = within.replace(day=1)
        length = monthrange(within.year, within.month)[1]
    else:
        first, length = within.replace(month=1, day=1), 365 + isleap(within.year)
    days = [day for day in (first + timedelta(days=n) for n in range(length)) if _lets_through(rule, day)]
    chosen = (position - 1 if position > 0 else len(days) + position for position in rule.positions)
    return {days[place] for place in chosen if 0 <= place < len(days)}
