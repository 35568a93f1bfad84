"""What holds for the clocks of any ticket."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from server.rules.clocks import fold_clocks
from server.rules.clocks_types import Clock, ClockFold
from server.rules.instants import instant, milliseconds
from server.rules.work_calendar import WorkCalendar
from tests.server.rules.clock_vectors import facts_with, policy_with
from tests.server.rules.clocks.histories import OPENED, REASONS, Event, histories, policies, wire

SEVERITY = st.sampled_from([None, 1, 2, 3, 4])


def fold(changes: dict[str, Any], severity: int | None, events: list[Event]) -> ClockFold:
    return fold_clocks(policy_with(changes), facts_with(severity=severity, opened_at=wire(0)), events)


def by_key(changes: dict[str, Any], severity: int | None, events: list[Event]) -> dict[str, Clock]:
    return {clock["key"]: clock for clock in fold(changes, severity, events)["clocks"]}


@settings(deadline=None)
@given(policies(), SEVERITY, histories(), st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_clocks(
    changes: dict[str, Any], severity: int | None, events: list[Event], random: Any
) -> None:
    arrived = [*events, *random.sample(events, len(events) // 2)]
    random.shuffle(arrived)
    assert fold(changes, severity, arrived) == fold(changes, severity, events)


@settings(deadline=None)
@given(policies(), SEVERITY, histories())
def test_a_due_time_moves_only_by_an_event_that_it_names(
    changes: dict[str, Any], severity: int | None, events: list[Event]
) -> None:
    before = by_key(changes, severity, [])
    for count, event in enumerate(events, start=1):
        after = by_key(changes, severity, events[:count])
        for key, clock in after.items():
            if key not in before or clock["due_at"] != before[key]["due_at"]:
                assert event["id"] in clock["because"]
        assert set(before) <= set(after) or event["name"] == "taken_back"
        before = after


@settings(deadline=None)
@given(policies(), SEVERITY, histories(), st.sampled_from(REASONS), st.integers(0, 3000), st.integers(0, 3000))
def test_a_pause_never_shortens(
    changes: dict[str, Any], severity: int | None, events: list[Event], reason: str, begins: int, lasts: int
) -> None:
    pause = {"id": "p", "name": "paused", "after": [], "args": {"reason": reason}}
    goes_on = {"id": "q", "name": "continued", "after": ["p"], "args": {}}
    pause |= {"at": wire(begins), "received_at": wire(begins)}
    goes_on |= {"at": wire(begins + lasts), "received_at": wire(begins + lasts)}
    without = by_key(changes, severity, events)
    for added in ([pause], [pause, goes_on]):
        for key, clock in by_key(changes, severity, [*events, *added]).items():
            earlier, later = without[key]["due_at"], clock["due_at"]
            assert earlier is None or later is None or later >= earlier
            assert not (without[key]["state"] == "met" and clock["state"] == "missed")


@settings(deadline=None)
@given(SEVERITY, histories(), st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]))
def test_round_the_clock_no_zone_and_no_summer_time_moves_anything(
    severity: int | None, events: list[Event], zone: str
) -> None:
    assert fold({"calendar": {"time_zone": zone}}, severity, events) == fold({}, severity, events)


@settings(deadline=None)
@given(policies(), SEVERITY, histories(), st.integers(-12, 14))
def test_an_instant_written_with_another_offset_is_the_same(
    changes: dict[str, Any], severity: int | None, events: list[Event], hours: int
) -> None:
    def elsewhere(moment: str) -> str:
        there = instant(moment) + timedelta(hours=hours)
        return f"{there.replace(tzinfo=None).isoformat(timespec='milliseconds')}{hours:+03}:00"

    rewritten = [{**one, "at": elsewhere(one["at"]), "received_at": elsewhere(one["received_at"])} for one in events]
    assert fold(changes, severity, rewritten) == fold(changes, severity, events)


@settings(deadline=None)
@given(policies(), st.integers(0, 20_000), st.integers(1, 5000))
def test_what_is_added_is_what_is_counted(changes: dict[str, Any], start: int, minutes: int) -> None:
    said = policy_with(changes)["calendar"]
    calendar, begin = WorkCalendar(said, said["kind"]), milliseconds(wire(start))
    end = calendar.add(begin, minutes * 60_000)
    assert calendar.counted(begin, end) == minutes * 60_000
    assert calendar.counted(begin, end - 1) < minutes * 60_000


@settings(deadline=None)
@given(SEVERITY, histories())
def test_met_is_within_the_limit_and_missed_is_not(severity: int | None, events: list[Event]) -> None:
    for clock in fold({}, severity, events)["clocks"]:
        if clock["took_minutes"] is not None and clock["state"] in ("met", "missed"):
            assert (clock["took_minutes"] <= clock["limit_minutes"]) is (clock["state"] == "met")


@settings(deadline=None)
@given(SEVERITY, histories())
def test_no_clock_begins_before_the_ticket_or_is_met_before_it_begins(
    severity: int | None, events: list[Event]
) -> None:
    for clock in fold({}, severity, events)["clocks"]:
        begin, met = clock["started_at"], clock["met_at"]
        assert begin is None or instant(begin) >= OPENED
        assert met is None or (begin is not None and met >= begin)


def test_a_fold_that_believes_phones_is_caught() -> None:
    """Known-bad: events by what the phones say, whatever their authors had seen."""

    @settings(database=None, deadline=None, phases=[Phase.generate])
    @given(SEVERITY, histories())
    def by_phone(severity: int | None, events: list[Event]) -> None:
        believed = [{**one, "after": [], "received_at": one["at"]} for one in events]
        assert fold({}, severity, believed) == fold({}, severity, events)

    with pytest.raises(AssertionError):
        by_phone()
