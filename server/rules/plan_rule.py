"""Whether a plan's rule can be kept: the forms that `recurrence.py` knows, and what each takes as its `on`."""

from datetime import date
from typing import Any

from server.rules.rrule_text import UnclearRrule, read_rrule


def rule_problem(rule: Any) -> str | None:
    """The member of a rule that is wrong (`rule`, `every` or `on`); None for a rule that can be kept."""
    if not isinstance(rule, dict):
        return "rule"
    on = rule.get("on")
    match rule.get("every"):
        case "day":
            return None if on is None or _all_within(on, 1, 7) else "on"
        case "week":
            return None if on is None or _all_within(several(on), 1, 7) else "on"
        case "month":
            return None if on is None or _all_within(several(on), 1, 31) else "on"
        case "quarter":
            return None if on is None or _is_day_of_quarter(on) else "on"
        case "once":
            return None if on is not None and _all_days(several(on)) else "on"
        case "rrule":
            return "on" if rrule_problem(on) is not None else None
        case "before_holiday" | "before_event":
            return None if _is_lead(on, 60) else "on"
        case "contract_end":
            return None if _is_lead(on, 366) else "on"
        case _:
            return "every"


def rrule_problem(text: Any) -> str | None:
    """The part of a recurrence rule that cannot be read (FREQ, BYDAY, …); None for one that can be kept."""
    if not isinstance(text, str):
        return "FREQ"
    try:
        read_rrule(text)
    except UnclearRrule as unclear:
        return unclear.part
    return None


def several(on: Any) -> Any:
    """A rule's `on` as a list."""
    return on if isinstance(on, list) else [on]


def _is_whole(value: Any, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _all_within(values: Any, low: int, high: int) -> bool:
    return isinstance(values, list) and bool(values) and all(_is_whole(value, low, high) for value in values)


def _is_day_of_quarter(on: Any) -> bool:
    return isinstance(on, dict) and _is_whole(on.get("month"), 1, 3) and _is_whole(on.get("day"), 1, 31)


def _is_lead(on: Any, most: int) -> bool:
    return isinstance(on, dict) and on.keys() == {"days"} and _is_whole(on["days"], 0, most)


def _all_days(values: Any) -> bool:
    return bool(values) and all(isinstance(value, str) and _is_day(value) for value in values)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
