"""Policy values that make no sense are refused, each by its field."""

from typing import Any

import pytest

from server.rules.sla_policy import default_policy
from server.rules.sla_policy_check import policy_problems
from tests.server.rules.clock_vectors import merged

WORKING: dict[str, Any] = {"kind": "working"}
WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"matrix": 5}, "matrix", "not_an_object"),
    ({"matrix": {"5": {}}}, "matrix.5", "unknown"),
    ({"matrix": {"1": {"lunch": 5}}}, "matrix.1.lunch", "unknown"),
    ({"matrix": {"1": {"arrival": 0}}}, "matrix.1.arrival", "out_of_range"),
    ({"matrix": {"1": {"arrival": -5}}}, "matrix.1.arrival", "out_of_range"),
    ({"matrix": {"1": {"arrival": 10**9}}}, "matrix.1.arrival", "out_of_range"),
    ({"matrix": {"1": {"arrival": 7.5}}}, "matrix.1.arrival", "not_a_whole_number"),
    ({"matrix": {"1": {"arrival": True}}}, "matrix.1.arrival", "not_a_whole_number"),
    ({"matrix": {"1": {"arrival": "120"}}}, "matrix.1.arrival", "not_a_whole_number"),
    ({"matrix": {"1": {"arrival": 500}}}, "matrix.1.arrival", "longer_than_lesser_severity"),
    ({"promises": {"lunch": {"minutes": 5}}}, "promises.lunch", "unknown"),
    ({"promises": {"on_site": {"hours": 1}}}, "promises.on_site.hours", "unknown"),
    ({"promises": {"on_site": {"minutes": 0}}}, "promises.on_site.minutes", "out_of_range"),
    ({"promises": {"first_answer": {"elsewhere": 5}}}, "promises.first_answer.elsewhere", "shorter_than_ordinary"),
    ({"promises": {"repair": {"complex": 60}}}, "promises.repair.complex", "shorter_than_ordinary"),
    ({"counts": {"diagnosis": "lunch"}}, "counts.diagnosis", "not_one_of"),
    ({"counts": {"arrival": "diagnosis"}}, "counts.arrival", "counts_from_later"),
    ({"counts": {"diagnosis": "diagnosis"}}, "counts.diagnosis", "counts_from_later"),
    ({"counts": {"dispatch": ["arrival"]}}, "counts.dispatch", "not_one_of"),
    ({"moment": "yesterday"}, "moment", "not_one_of"),
    ({"thresholds": {"default": []}}, "thresholds.default", "not_a_list"),
    ({"thresholds": {"default": [0, 100]}}, "thresholds.default.0", "out_of_range"),
    ({"thresholds": {"default": [100, 80]}}, "thresholds.default", "not_ascending"),
    ({"thresholds": {"1": [80, 80]}}, "thresholds.1", "not_ascending"),
    ({"thresholds": {"by_kind": {"power": "80"}}}, "thresholds.by_kind.power", "not_a_list"),
    ({"thresholds": {"by_kind": []}}, "thresholds.by_kind", "not_an_object"),
    ({"escalate_at": 0}, "escalate_at", "out_of_range"),
    ({"calendar": {"kind": "sometimes"}}, "calendar.kind", "not_one_of"),
    ({"calendar": {"time_zone": "Mars/Olympus"}}, "calendar.time_zone", "unknown_time_zone"),
    ({"calendar": {"time_zone": "../../etc/passwd"}}, "calendar.time_zone", "unknown_time_zone"),
    ({"calendar": {"time_zone": 8}}, "calendar.time_zone", "unknown_time_zone"),
    ({"calendar": {"weekly": {"someday": []}}}, "calendar.weekly.someday", "unknown"),
    ({"calendar": {**WORKING, "weekly": {}}}, "calendar.weekly", "no_working_hours"),
    ({"calendar": {**WORKING, "weekly": {"mon": []}}}, "calendar.weekly", "no_working_hours"),
    ({"calendar": {**WORKING, "weekly": {"mon": [["09:00", "09:30"]]}}}, "calendar.weekly", "no_working_hours"),
    ({"calendar": {"weekly": {}}, "calendar_for": {"4": "working"}}, "calendar.weekly", "no_working_hours"),
    ({"calendar": {"weekly": {"mon": [["9:00", "18:00"]]}}}, "calendar.weekly.mon.0", "wrong_time"),
    ({"calendar": {"weekly": {"mon": [["18:00", "09:00"]]}}}, "calendar.weekly.mon.0", "wrong_time"),
    ({"calendar": {"weekly": {"mon": [["09:00", "25:00"]]}}}, "calendar.weekly.mon.0", "wrong_time"),
    ({"calendar": {"weekly": {"mon": ["09:00"]}}}, "calendar.weekly.mon.0", "wrong_time"),
    ({"calendar": {"weekly": {"mon": "always"}}}, "calendar.weekly.mon", "not_a_list"),
    (
        {"calendar": {"weekly": {"mon": [["09:00", "13:00"], ["12:00", "18:00"]]}}},
        "calendar.weekly.mon",
        "overlapping_hours",
    ),
    ({"calendar": {"days": {"2026-02-30": "holiday"}}}, "calendar.days.2026-02-30", "wrong_day"),
    ({"calendar": {"days": {"2026-10-01": "party"}}}, "calendar.days.2026-10-01", "not_one_of"),
    ({"calendar": {"days": []}}, "calendar.days", "not_an_object"),
    ({"calendar_for": {"1": "never"}}, "calendar_for.1", "not_one_of"),
    ({"pauses": {"lunch": []}}, "pauses.lunch", "unknown"),
    ({"pauses": {"access": ["lunch"]}}, "pauses.access.0", "not_one_of"),
    ({"not_for": {"round": "all"}}, "not_for.round", "not_a_list"),
    ({"auto_confirm_days": 0}, "auto_confirm_days", "out_of_range"),
    ({"repeat_window_days": None}, "repeat_window_days", "not_a_whole_number"),
    ({"surprise": 1}, "surprise", "unknown"),
]


def test_the_contract_itself_makes_sense() -> None:
    assert policy_problems(default_policy()) == []


@pytest.mark.parametrize(
    ("change", "field", "reason"), WRONG, ids=[f"{one[1]} {one[2]} {n}" for n, one in enumerate(WRONG)]
)
def test_a_value_that_makes_no_sense_is_named(change: dict[str, Any], field: str, reason: str) -> None:
    assert {"field": field, "reason": reason} in policy_problems(merged(default_policy(), change))


@pytest.mark.parametrize("part", sorted(default_policy()))
def test_a_part_that_is_missing_is_named(part: str) -> None:
    body = {name: value for name, value in default_policy().items() if name != part}
    assert policy_problems(body) == [{"field": part, "reason": "missing"}]


@pytest.mark.parametrize("body", [None, 5, "policy", [], [{}]])
def test_what_is_no_policy_at_all(body: Any) -> None:
    assert policy_problems(body) == [{"field": "", "reason": "not_an_object"}]


def test_what_is_not_promised_may_be_null() -> None:
    change = {"promises": {"on_site": None}, "matrix": {"4": {"dispatch": None}}, "auto_confirm_days": 7}
    assert policy_problems(merged(default_policy(), change)) == []


@pytest.mark.parametrize("part", sorted(default_policy()))
@pytest.mark.parametrize("junk", [None, 0, "x", [], {}, [[]], {"x": {"x": []}}, {"1": []}, {"default": [None]}])
def test_junk_in_any_part_is_answered(part: str, junk: Any) -> None:
    for problem in policy_problems({**default_policy(), part: junk}):
        assert set(problem) == {"field", "reason"}
