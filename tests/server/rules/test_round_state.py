import random

import pytest

from server.rules.causes import heads
from server.rules.round_state import round_state, unanswered_send_backs
from tests.server.rules.vectors import Case, vectors

CASES = vectors("round_state", "round_state")


@pytest.mark.parametrize("case", CASES)
def test_round_folds_to_its_state(case: Case) -> None:
    assert round_state(case["events"], touched=case["touched"]) == case["expect"]


@pytest.mark.parametrize("case", CASES)
def test_heads_and_unanswered_send_backs(case: Case) -> None:
    assert heads(case["events"]) == case["heads"]
    assert unanswered_send_backs(case["events"]) == case["unanswered_send_backs"]


@pytest.mark.parametrize("case", CASES)
def test_round_state_does_not_depend_on_arrival(case: Case) -> None:
    events = list(case["events"])
    for seed in range(20):
        random.Random(seed).shuffle(events)
        assert round_state(events, touched=case["touched"]) == case["expect"]
