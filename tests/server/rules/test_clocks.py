import random

import pytest

from server.rules.clocks import fold_clocks, next_due_at
from server.rules.sla_policy import default_policy
from tests.server.rules.clock_vectors import CONTRACT, facts_with, policy_with
from tests.server.rules.vectors import Case, vectors

CASES = vectors("clocks", "clocks")


def test_the_default_policy_is_the_contract() -> None:
    assert default_policy() == CONTRACT["default_policy"]


@pytest.mark.parametrize("case", CASES)
def test_clocks_of_a_ticket(case: Case) -> None:
    fold = fold_clocks(policy_with(case["policy"]), facts_with(**case["facts"]), case["events"])
    by_key = {str(clock["key"]): clock for clock in fold["clocks"]}
    found = {key: {name: dict(by_key[key])[name] for name in said} for key, said in case["expect"].items()}
    assert found == case["expect"]
    assert list(by_key) == case.get("keys", list(by_key))
    assert fold["flags"] == case.get("flags", fold["flags"])
    assert fold["severity"] == case.get("severity", fold["severity"])
    assert next_due_at(fold["clocks"]) == case.get("next_due_at", next_due_at(fold["clocks"]))


@pytest.mark.parametrize("case", CASES)
def test_clocks_do_not_depend_on_arrival(case: Case) -> None:
    policy, facts, events = policy_with(case["policy"]), facts_with(**case["facts"]), list(case["events"])
    expected = fold_clocks(policy, facts, events)
    for seed in range(10):
        shuffled = [*events, *events[seed % 3 :]]
        random.Random(seed).shuffle(shuffled)
        assert fold_clocks(policy, facts, shuffled) == expected
