"""How the check of a clock policy says what is wrong, and the questions that it asks again and again."""

from collections.abc import Collection, Iterator
from typing import Any, TypedDict


class PolicyProblem(TypedDict):
    """`field` is a path into the body ("matrix.1.arrival"), `reason` a word of the catalogue below.

    missing · unknown · not_an_object · not_a_list · not_a_whole_number · out_of_range · not_one_of · not_ascending ·
    shorter_than_ordinary · longer_than_lesser_severity · counts_from_later · no_working_hours · wrong_time ·
    wrong_day · overlapping_hours · unknown_time_zone
    """

    field: str
    reason: str


Problems = Iterator[PolicyProblem]


def problem(field: str, reason: str) -> PolicyProblem:
    return {"field": field, "reason": reason}


def names_problems(value: Any, field: str, known: Collection[str], needed: Collection[str] = ()) -> Problems:
    """That it is an object with these members and no others."""
    if not isinstance(value, dict):
        yield problem(field, "not_an_object")
        return
    prefix = f"{field}." if field else ""
    yield from (problem(f"{prefix}{name}", "unknown") for name in sorted(map(str, value)) if name not in known)
    yield from (problem(f"{prefix}{name}", "missing") for name in needed if name not in value)


def whole_problems(value: Any, field: str, low: int, high: int) -> Problems:
    """That it is a whole number in this range, both ends included."""
    if not isinstance(value, int) or isinstance(value, bool):
        yield problem(field, "not_a_whole_number")
    elif not low <= value <= high:
        yield problem(field, "out_of_range")


def one_of_problems(value: Any, field: str, known: Collection[str]) -> Problems:
    if not isinstance(value, str) or value not in known:
        yield problem(field, "not_one_of")


def list_problems(value: Any, field: str, known: Collection[str]) -> Problems:
    """That it is a list of these names."""
    if not isinstance(value, list):
        yield problem(field, "not_a_list")
        return
    for place, name in enumerate(value):
        yield from one_of_problems(name, f"{field}.{place}", known)


def inner(value: Any) -> dict[str, Any]:
    """The members of what should be an object; that it is none is said elsewhere."""
    return value if isinstance(value, dict) else {}
