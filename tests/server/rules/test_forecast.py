from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.forecast import AHEAD_FACTOR, FEWEST_READINGS, forecast
from server.rules.instants import instant_text
from server.rules.readings import SeriesEntry
from tests.server.rules.vectors import Case, vectors

ITEM = {"low": "18", "high": "27"}
START = datetime(2026, 10, 1, 6, tzinfo=UTC)


def entries(values: list[int], days: float = 7) -> list[SeriesEntry]:
    """Tenths, one every so many days."""
    return [
        {"value": f"{value / 10:.1f}", "at": instant_text(START + timedelta(days=days * at)), "round_id": f"r{at}"}
        for at, value in enumerate(values)
    ]


@pytest.mark.parametrize("case", vectors("forecast", "forecast"))
def test_a_reading_on_its_way_out(case: Case) -> None:
    assert forecast(case["item"], case["entries"]) == case["expect"]


WITHIN = st.integers(min_value=180, max_value=270)


@given(st.lists(WITHIN, max_size=10), st.randoms())
def test_it_does_not_depend_on_arrival(values: list[int], random: object) -> None:
    in_order = entries(values)
    arrived = list(in_order)
    random.shuffle(arrived)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert forecast(ITEM, arrived) == forecast(ITEM, in_order)


@given(st.lists(WITHIN, max_size=10), st.sampled_from([1, 7, 91]))
def test_what_is_said_lies_ahead_and_no_further_than_twice_the_time_seen(values: list[int], days: int) -> None:
    said = forecast(ITEM, entries(values, days))
    if said is None:
        return
    assert len(values) >= FEWEST_READINGS
    assert said["readings"] == min(len(values), 8)
    assert 1 <= said["days"] <= AHEAD_FACTOR * days * (said["readings"] - 1) + 1
    assert (values[-1] > values[-said["readings"]]) == (said["limit"] == "high")


@given(st.lists(WITHIN, max_size=10))
def test_upside_down_it_is_the_other_limit_on_the_same_day(values: list[int]) -> None:
    """Mirrored in the middle of the limits."""
    said = forecast(ITEM, entries(values))
    other = forecast(ITEM, entries([450 - value for value in values]))
    assert (said and said["days"]) == (other and other["days"])
    assert said is None or other is None or {said["limit"], other["limit"]} == {"low", "high"}


@given(st.integers(min_value=200, max_value=230), st.integers(min_value=1, max_value=4), st.integers(5, 8))
def test_a_straight_line_is_foretold_to_the_day(start: int, step: int, many: int) -> None:
    """A tenth so many times a week: the limit is where the line meets it."""
    values = [start + step * at for at in range(many)]
    weeks_left = (270 - values[-1]) / step
    said = forecast(ITEM, entries(values))
    if weeks_left > AHEAD_FACTOR * (many - 1):
        assert said is None
    else:
        assert said is not None
        assert said["days"] == max(1, -(-(270 - values[-1]) * 7 // step))
