import pytest

from server.rules.instants import milliseconds
from server.rules.work_calendar import WorkCalendar
from tests.server.rules.clock_vectors import policy_with
from tests.server.rules.vectors import Case, vectors


def calendar_of(case: Case) -> WorkCalendar:
    calendar = policy_with(case["policy"])["calendar"]
    return WorkCalendar(calendar, calendar["kind"])


@pytest.mark.parametrize("case", vectors("clocks", "counted_time"))
def test_counted_time_is_added_and_counted_alike(case: Case) -> None:
    start, end, counted = milliseconds(case["start"]), milliseconds(case["end"]), case["minutes"] * 60_000
    assert calendar_of(case).add(start, counted) == end
    assert calendar_of(case).counted(start, end) == counted


def test_nothing_counts_backwards() -> None:
    calendar = policy_with({})["calendar"]
    for kind in ("always", "working"):
        assert WorkCalendar(calendar, kind).counted(1000, 500) == 0


def test_a_calendar_without_hours_is_not_counted_in() -> None:
    with pytest.raises(ValueError, match="without working hours"):
        WorkCalendar({**policy_with({})["calendar"], "weekly": {"mon": []}}, "working")
