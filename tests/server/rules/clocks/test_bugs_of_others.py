"""What help desks got wrong for years, each as a test by the number of its report.

glpi 23359 could not be read where this was written; it is named with “reopen”, and stands here as that.
"""

from typing import Any, Final

import pytest

from server.rules.clocks import fold_clocks, next_due_at
from server.rules.clocks_thresholds import thresholds
from server.rules.clocks_types import Clock
from tests.server.rules.clock_vectors import event, facts_with, policy_with

OFFICE: Final = {
    "kind": "working",
    "time_zone": "Europe/Paris",
    "weekly": {day: [["08:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")},
}


def clock_of(key: str, policy: dict[str, Any], events: list[dict[str, Any]], **facts: Any) -> Clock:
    fold = fold_clocks(policy_with(policy), facts_with(**facts), events)
    return next(clock for clock in fold["clocks"] if clock["key"] == key)


@pytest.mark.parametrize("limit", [600, 1200])
def test_glpi_10594_a_pause_over_the_weekend_adds_only_its_working_hours(limit: int) -> None:
    """A limit of one or two days: the pause was measured round the clock and added in working time."""
    policy = {"calendar": OFFICE, "promises": {"repair": {"ordinary": limit, "complex": limit}}}
    events = [
        event("p", "paused", "2026-02-06T15:00:00.000Z", reason="waiting_client"),  # Friday 16:00
        event("c", "continued", "2026-02-09T09:00:00.000Z", after=("p",)),  # Monday 10:00
    ]
    repair = clock_of("repair", policy, events, opened_at="2026-02-06T07:00:00.000Z")  # Friday 08:00
    assert repair["paused_minutes"] == 120 + 120
    days_later = {600: "2026-02-09T11:00:00.000Z", 1200: "2026-02-10T11:00:00.000Z"}
    assert repair["due_at"] == days_later[limit]


def test_glpi_6902_a_grading_while_paused_forgets_no_pause() -> None:
    """Paused, then the severity changed: the new due time was counted as if nothing had been paused."""
    steps = [
        event("d", "diagnosed", "2026-02-04T08:00:00.000Z"),
        event("p", "paused", "2026-02-04T08:30:00.000Z", after=("d",), reason="waiting_client"),
        event("g", "graded", "2026-02-04T09:00:00.000Z", after=("p",), severity=1),
    ]
    paused = clock_of("solution", {}, steps, opened_at="2026-02-04T07:55:00.000Z")
    assert (paused["state"], paused["due_at"], paused["left_minutes"]) == ("paused", None, 90)
    steps.append(event("c", "continued", "2026-02-04T14:00:00.000Z", after=("g",)))
    continued = clock_of("solution", {}, steps, opened_at="2026-02-04T07:55:00.000Z")
    assert (continued["state"], continued["due_at"]) == ("running", "2026-02-04T15:30:00.000Z")
    assert continued["because"] == ["d", "p", "g", "c"]


def test_glpi_23359_what_was_solved_in_time_is_not_late_by_being_reopened() -> None:
    """The time for which it counted as solved counts for nobody, over nights and weekends too."""
    policy = {"calendar": OFFICE}
    steps = [
        event("d", "diagnosed", "2026-02-06T15:00:00.000Z"),
        event("x", "resolved", "2026-02-06T15:30:00.000Z", after=("d",), how="fixed"),
        event("o", "reopened", "2026-02-10T08:00:00.000Z", after=("x",)),
    ]
    facts = {"opened_at": "2026-02-06T14:30:00.000Z"}
    reopened = clock_of("solution", policy, steps, **facts)
    assert (reopened["state"], reopened["due_at"]) == ("running", "2026-02-10T11:30:00.000Z")
    again = event("y", "resolved", "2026-02-10T11:30:00.000Z", after=("o",), how="fixed")
    solved = clock_of("solution", policy, [*steps, again], **facts)
    assert (solved["state"], solved["took_minutes"]) == ("met", 240)


@pytest.mark.parametrize(
    ("opened", "hour_before", "due"),
    [
        ("2026-01-12T09:00:00.000Z", "2026-01-12T12:00:00.000Z", "2026-01-12T13:00:00.000Z"),
        ("2026-01-12T16:00:00.000Z", "2026-01-13T09:00:00.000Z", "2026-01-13T10:00:00.000Z"),
    ],
    ids=["Monday 10:00", "Monday 17:00, carried over to Tuesday"],
)
def test_glpi_22678_a_threshold_before_the_due_time_keeps_to_the_hours(opened: str, hour_before: str, due: str) -> None:
    """Four hours, warned one hour before: on the day after, the warning came at midnight."""
    policy = policy_with({"calendar": OFFICE, "thresholds": {"default": [75, 100]}})
    clocks = fold_clocks(policy, facts_with(opened_at=opened), [])["clocks"]
    passings = thresholds(policy, {"kind": "power", "severity": 3}, clocks)
    assert [one["at"] for one in passings if one["clock"] == "arrival"] == [hour_before, due]


def test_zammad_5177_a_shorter_later_promise_does_not_take_the_place_of_the_first_answer() -> None:
    """A promise for a later step that is shorter than the first answer's: both are kept, each with its own time."""
    policy = {"promises": {"first_answer": {"minutes": 45, "elsewhere": 60}, "on_site": {"minutes": 30}}}
    fold = fold_clocks(policy_with(policy), facts_with(), [])
    by_key = {clock["key"]: clock for clock in fold["clocks"]}
    assert by_key["first_answer"]["due_at"] == "2026-03-02T01:45:00.000Z"
    assert next_due_at(fold["clocks"]) == by_key["on_site"]["due_at"] == "2026-03-02T01:30:00.000Z"
    answered = fold_clocks(policy_with(policy), facts_with(), [event("a", "answered", "2026-03-02T01:40:00.000Z")])
    states = {clock["key"]: clock["state"] for clock in answered["clocks"]}
    assert (states["first_answer"], states["on_site"]) == ("met", "running")
