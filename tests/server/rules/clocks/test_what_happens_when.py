"""The table “what happens to each clock when” of docs/tickets.md: a test a row, named as its row."""

from typing import Any

import pytest

from server.rules.clocks import fold_clocks
from server.rules.clocks_types import Clock
from tests.server.rules.clock_vectors import event, facts_with, policy_with

DAY = "2026-03-02T"
MATRIX = ("phone_response", "dispatch", "arrival", "diagnosis", "solution")
PROMISES = ("first_answer", "on_site", "repair", "spare")


def at(clock: str) -> str:
    return f"{DAY}{clock}:00.000Z"


SENT = event("sent", "assigned", at("01:05"), to=["engineer"])
THERE = event("there", "arrived", at("01:20"), after=("sent",))
FOUND = event("found", "diagnosed", at("01:30"), after=("there",))
SOLVED = event("solved", "resolved", at("03:00"), after=("found",), how="fixed")
UNDER_WAY = [SENT, THERE, FOUND]


def clocks(*events: dict[str, Any], **facts: Any) -> dict[str, Clock]:
    return {one["key"]: one for one in fold_clocks(policy_with({}), facts_with(**facts), list(events))["clocks"]}


def due(found: dict[str, Clock], *keys: str) -> list[str | None]:
    return [found[key]["due_at"] for key in keys]


def test_severity_changed() -> None:
    worse = event("worse", "graded", at("01:25"), after=("there",), severity=1)
    before, after = clocks(SENT, THERE), clocks(SENT, THERE, worse)
    assert after["diagnosis"]["due_at"] == at("02:20") and after["solution"]["limit_minutes"] == 120
    assert due(after, *PROMISES) == due(before, *PROMISES)
    for met in ("phone_response", "dispatch", "arrival"):
        assert after[met] == before[met]


def test_severity_changed_before_anything_was_met_counts_from_the_same_start() -> None:
    worse = clocks(event("worse", "graded", at("01:25"), severity=1))
    assert due(worse, "phone_response", "dispatch", "arrival") == [at("01:15"), at("01:30"), at("03:00")]
    assert worse["arrival"]["started_at"] == at("01:00") and worse["arrival"]["because"] == ["worse"]


def test_complexity_changed() -> None:
    before, after = clocks(*UNDER_WAY), clocks(*UNDER_WAY, event("c", "graded", at("02:00"), complexity="complex"))
    assert after["repair"]["limit_minutes"] == 1440 and after["repair"]["started_at"] == at("01:00")
    others = [*MATRIX, "first_answer", "on_site", "spare"]
    assert due(after, *others) == due(before, *others)


def test_first_severity_given_late() -> None:
    graded = event("g", "graded", at("02:00"), after=("there",), severity=3)
    assert not set(MATRIX) & set(clocks(SENT, THERE, severity=None))
    after = clocks(SENT, THERE, graded, severity=None)
    assert after["arrival"]["state"] == "met" and after["diagnosis"]["due_at"] == at("02:20")


def test_reopened() -> None:
    again = event("again", "reopened", at("05:00"), after=("solved",))
    before, after = clocks(*UNDER_WAY, SOLVED), clocks(*UNDER_WAY, SOLVED, again)
    for key in ("solution", "repair", "spare"):
        assert before[key]["state"] == "met" and after[key]["state"] == "running"
        assert after[key]["because"][-2:] == ["solved", "again"]
    assert due(after, "solution", "repair") == [at("07:30"), at("15:00")]
    for key in ("phone_response", "first_answer", "dispatch", "arrival", "on_site", "diagnosis"):
        assert after[key] == before[key]


def test_reopened_by_the_client_is_the_same() -> None:
    refused = event("again", "client_refused", at("05:00"), after=("solved",), reason="still dark")
    reopened = event("again", "reopened", at("05:00"), after=("solved",), reason="still dark")
    assert clocks(*UNDER_WAY, SOLVED, refused) == clocks(*UNDER_WAY, SOLVED, reopened)


@pytest.mark.parametrize("name", ["escalated", "handed_over", "session_held", "near", "past", "vendor_asked"])
def test_escalated_handed_over_session_held(name: str) -> None:
    assert clocks(*UNDER_WAY, event("up", name, at("02:00"), after=("found",))) == clocks(*UNDER_WAY)


@pytest.mark.parametrize(
    ("reason", "stopped"),
    [
        ("waiting_client", {"diagnosis", "solution", "repair"}),
        ("waiting_part", {"solution", "repair"}),
        ("access", {"arrival", "on_site", "diagnosis", "solution", "repair"}),
        ("agreed", {"dispatch", "arrival", "on_site", "diagnosis", "solution", "repair", "spare"}),
    ],
)
def test_paused_stops_only_what_it_may(reason: str, stopped: set[str]) -> None:
    paused = clocks(event("p", "paused", at("01:02"), reason=reason))
    assert {key for key, one in paused.items() if one["state"] == "paused"} == stopped - {"diagnosis", "solution"}
    under_way = clocks(*UNDER_WAY, event("p", "paused", at("02:00"), after=("found",), reason=reason))
    running = {key for key, one in under_way.items() if one["met_at"] is None}
    assert {key for key, one in under_way.items() if one["state"] == "paused"} == stopped & running
    assert all(under_way[key]["due_at"] is None for key in stopped & running)


def test_paused_past_its_due_time_it_stays_past() -> None:
    late = clocks(*UNDER_WAY, event("p", "paused", at("06:00"), after=("found",), reason="waiting_client"))
    assert late["solution"]["state"] == "paused" and late["solution"]["due_at"] == at("05:30")


def test_continued() -> None:
    paused = event("p", "paused", at("02:00"), after=("found",), reason="waiting_part")
    after = clocks(*UNDER_WAY, paused, event("c", "continued", at("02:45"), after=("p",)))
    assert due(after, "solution", "repair") == [at("06:15"), at("13:45")]
    assert after["spare"] == clocks(*UNDER_WAY)["spare"]


def test_taken_back() -> None:
    back = event("back", "taken_back", at("01:40"), after=("found",), event="found", reason="wrong ticket")
    after, without = clocks(*UNDER_WAY, back), clocks(SENT, THERE)
    assert after["diagnosis"] == {**without["diagnosis"], "because": ["there", "back"]}
    assert after["solution"]["state"] == "waiting" and after["solution"]["because"] == ["back"]


def test_withdrawn() -> None:
    gone = event("gone", "withdrawn_by_desk", at("01:25"), after=("there",), reason="test call")
    after = clocks(SENT, THERE, gone)
    assert {key for key, one in after.items() if one["state"] == "cancelled"} == {
        "diagnosis", "solution", "repair", "spare"
    }  # fmt: skip
    assert after["arrival"]["state"] == "met" and after["repair"]["due_at"] is None
    again = clocks(SENT, THERE, gone, event("again", "reopened", at("01:55"), after=("gone",)))
    assert due(again, "diagnosis", "repair") == [at("02:50"), at("13:30")]


def test_policy_changed() -> None:
    """A ticket is folded by the version that it began with: that it has a newer one is no event of its clocks."""
    assert clocks(*UNDER_WAY, event("v", "policy_changed", at("02:00"), after=("found",), version=2)) == clocks(
        *UNDER_WAY
    )
