import itertools

import pytest

from server.rules import readings
from tests.server.rules.vectors import Case, vectors, whole


@pytest.mark.parametrize("case", vectors("readings", "parse_reading"))
def test_typed_number_is_read_or_says_what_is_wrong(case: Case) -> None:
    assert readings.parse_reading(case["typed"], case["decimals"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("readings", "reading_verdict"))
def test_verdict_by_the_limits(case: Case) -> None:
    assert readings.reading_verdict(whole("item", case["item"]), case["reading"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("readings", "is_unlikely"))
def test_unlikely_beside_the_last_one(case: Case) -> None:
    assert (
        readings.is_unlikely({"low": case.get("low"), "high": case.get("high")}, case["reading"], case["last"])
        is case["expect"]
    )


@pytest.mark.parametrize("case", vectors("readings", "same_reading"))
def test_readings_are_compared_as_numbers(case: Case) -> None:
    assert readings.same_reading(case["one"], case["other"]) is case["expect"]


@pytest.mark.parametrize("case", vectors("readings", "drift"))
def test_figures_of_the_drift_sentence(case: Case) -> None:
    assert readings.drift(whole("item", case["item"]), case["reading"], case["earlier"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("readings", "update_series"))
def test_series_after_a_reading(case: Case) -> None:
    after = readings.update_series(case["series"], case["check_key"], case["round_id"], case["entry"])
    assert after == case["expect"]


def test_series_is_the_same_in_any_order_of_arrival() -> None:
    days = (3, 1, 2, 2)
    entries: list[readings.SeriesEntry] = [
        {"value": str(n), "at": f"2026-11-0{day}T06:00:00.000Z", "round_id": f"r{n}"} for n, day in enumerate(days)
    ]
    series = []
    for arrived in itertools.permutations(entries):
        kept: list[readings.SeriesEntry] = []
        for entry in arrived:
            kept = readings.with_reading(kept, entry)
        series.append(kept)
    assert all(one == series[0] for one in series)
