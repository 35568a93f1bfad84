"""What is wrong with a clock policy: values that make no sense are refused where they are entered, each by its field.

A sound policy gives an empty list, and everything that reads one relies on that.
"""

from itertools import pairwise
from typing import Any, Final, TypeGuard

from server.rules.sla_calendar_check import calendar_problems
from server.rules.sla_policy import MATRIX_CLOCKS, PROMISES
from server.rules.sla_problems import (
    PolicyProblem,
    Problems,
    inner,
    list_problems,
    names_problems,
    one_of_problems,
    problem,
    whole_problems,
)

SEVERITY_NAMES: Final = ("1", "2", "3", "4")
SOURCES: Final = ("round", "call", "letter", "email", "visit", "client", "bulletin", "engineer")
PAUSE_REASONS: Final = ("waiting_client", "waiting_part", "access", "agreed")
LONGEST_MINUTES: Final = 129_600
"""Ninety days."""
_CLOCKS: Final = (*MATRIX_CLOCKS, *PROMISES)
_PROMISED: Final = {"first_answer": ("minutes", "elsewhere"), "repair": ("ordinary", "complex")}
_PARTS: Final = frozenset(
    "matrix promises counts moment thresholds escalate_at calendar calendar_for pauses not_for auto_confirm_days"
    " repeat_window_days".split()
)


def policy_problems(body: Any) -> list[PolicyProblem]:
    """Every problem of a policy's body, by its parts; an empty list for a policy that can be kept."""
    wrong = list(names_problems(body, "", _PARTS, sorted(_PARTS)))
    if not isinstance(body, dict) or any(one["reason"] == "missing" for one in wrong):
        return wrong
    return [
        *wrong,
        *_matrix(body["matrix"]),
        *_promises(body["promises"]),
        *_counts(body["counts"]),
        *one_of_problems(body["moment"], "moment", ("received", "found")),
        *_thresholds(body["thresholds"]),
        *whole_problems(body["escalate_at"], "escalate_at", 1, 1000),
        *calendar_problems(body["calendar"], body["calendar_for"]),
        *_named_lists(body["pauses"], "pauses", PAUSE_REASONS),
        *_named_lists(body["not_for"], "not_for", SOURCES),
        *_days(body["auto_confirm_days"], "auto_confirm_days", may_be_null=True),
        *_days(body["repeat_window_days"], "repeat_window_days", may_be_null=False),
    ]


def _matrix(matrix: Any) -> Problems:
    yield from names_problems(matrix, "matrix", SEVERITY_NAMES, SEVERITY_NAMES)
    for severity in SEVERITY_NAMES:
        row = inner(matrix).get(severity)
        if row is not None:
            yield from names_problems(row, f"matrix.{severity}", MATRIX_CLOCKS)
        for key, minutes in inner(row).items():
            yield from _minutes(minutes, f"matrix.{severity}.{key}")
    for worse, lesser in pairwise(SEVERITY_NAMES):
        for key in MATRIX_CLOCKS:
            first, second = (inner(inner(matrix).get(one)).get(key) for one in (worse, lesser))
            if _is_number(first) and _is_number(second) and first > second:
                yield problem(f"matrix.{worse}.{key}", "longer_than_lesser_severity")


def _promises(promises: Any) -> Problems:
    yield from names_problems(promises, "promises", PROMISES)
    for key in PROMISES:
        promise, names = inner(promises).get(key), _PROMISED.get(key, ("minutes",))
        if promise is None:
            continue
        yield from names_problems(promise, f"promises.{key}", names, names)
        said = [inner(promise).get(name) for name in names]
        for name, minutes in zip(names, said, strict=True):
            yield from _minutes(minutes, f"promises.{key}.{name}")
        for first, second in pairwise(said):
            if _is_number(first) and _is_number(second) and second < first:
                yield problem(f"promises.{key}.{names[-1]}", "shorter_than_ordinary")


def _counts(counts: Any) -> Problems:
    """A clock counts from the registration or from a step before its own: never from a later one, nor in a circle."""
    yield from names_problems(counts, "counts", _CLOCKS, _CLOCKS)
    earlier = {
        "first_answer": 0,
        "on_site": 2,
        "repair": 4,
        "spare": 4,
        "information": 0,
        **{key: place for place, key in enumerate(MATRIX_CLOCKS)},
    }
    for key in _CLOCKS:
        source = inner(counts).get(key)
        if source is None or source == "registration":
            continue
        if source not in MATRIX_CLOCKS[:-1]:
            yield problem(f"counts.{key}", "not_one_of")
        elif source not in MATRIX_CLOCKS[: earlier[key]]:
            yield problem(f"counts.{key}", "counts_from_later")


def _thresholds(thresholds: Any) -> Problems:
    yield from names_problems(thresholds, "thresholds", ("default", "by_kind", *SEVERITY_NAMES), ("default",))
    lists = {f"thresholds.{name}": one for name, one in inner(thresholds).items() if name != "by_kind"}
    by_kind = inner(thresholds).get("by_kind", {})
    yield from names_problems(by_kind, "thresholds.by_kind", list(inner(by_kind)))
    lists |= {f"thresholds.by_kind.{name}": one for name, one in inner(by_kind).items()}
    for field, percents in lists.items():
        if not isinstance(percents, list) or not percents:
            yield problem(field, "not_a_list")
            continue
        wrong = [
            one for place, value in enumerate(percents) for one in whole_problems(value, f"{field}.{place}", 1, 1000)
        ]
        yield from wrong
        if not wrong and any(first >= second for first, second in pairwise(percents)):
            yield problem(field, "not_ascending")


def _named_lists(value: Any, field: str, known: tuple[str, ...]) -> Problems:
    yield from names_problems(value, field, known)
    for name, clocks in inner(value).items():
        yield from list_problems(clocks, f"{field}.{name}", _CLOCKS)


def _days(value: Any, field: str, *, may_be_null: bool) -> Problems:
    if value is not None or not may_be_null:
        yield from whole_problems(value, field, 1, 3650)


def _minutes(value: Any, field: str) -> Problems:
    """Null is not promised."""
    if value is not None:
        yield from whole_problems(value, field, 1, LONGEST_MINUTES)


def _is_number(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
