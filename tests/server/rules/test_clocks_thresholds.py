import pytest

from server.rules.clocks import fold_clocks
from server.rules.clocks_thresholds import next_alarm, thresholds
from tests.server.rules.clock_vectors import facts_with, policy_with
from tests.server.rules.vectors import Case, vectors

CASES = vectors("clocks", "thresholds")


@pytest.mark.parametrize("case", CASES)
def test_thresholds_of_a_clock(case: Case) -> None:
    policy = policy_with(case["policy"])
    clocks = fold_clocks(policy, facts_with(**case["facts"]), case["events"])["clocks"]
    found = [one for one in thresholds(policy, case["ticket"], clocks) if one["clock"] == case["clock"]]
    assert [{name: dict(one)[name] for name in ("threshold", "at", "escalates")} for one in found] == case["expect"]


@pytest.mark.parametrize("case", CASES)
def test_next_alarm_is_the_first_that_was_not_said(case: Case) -> None:
    policy = policy_with(case["policy"])
    clocks = fold_clocks(policy, facts_with(**case["facts"]), case["events"])["clocks"]
    passing = thresholds(policy, case["ticket"], clocks)
    alarm = next_alarm(policy, case["ticket"], clocks, set(case["passed"]))
    if case["next"] is None:
        assert alarm == (passing[0] if passing else None)
    else:
        assert alarm is not None and alarm["key"] == case["next"]
