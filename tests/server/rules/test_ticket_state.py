import random

import pytest

from server.rules.ticket_state import finding_facts, open_findings, ticket_state
from tests.server.rules.vectors import Case, vectors

CASES = vectors("ticket_state", "ticket_state")


@pytest.mark.parametrize("case", CASES)
def test_ticket_folds_to_its_state(case: Case) -> None:
    fold = ticket_state(case["findings"], case["events"])
    assert (fold["state"], fold["findings"]) == (case["expect"], case["finding_states"])
    assert fold["is_open"] is (case["expect"] in ("raised", "confirmed"))
    assert open_findings(fold) == sorted(f for f, state in case["finding_states"].items() if state == "open")
    for name in ("step", "tier", "confirmation"):
        assert fold[name] == case.get(name, fold[name])


@pytest.mark.parametrize("case", CASES)
def test_ticket_state_does_not_depend_on_arrival(case: Case) -> None:
    findings, events = list(case["findings"]), list(case["events"])
    for seed in range(20):
        shuffle = random.Random(seed).shuffle
        shuffle(findings)
        shuffle(events)
        assert ticket_state(findings, events) == ticket_state(case["findings"], case["events"])


@pytest.mark.parametrize("case", vectors("ticket_state", "finding_facts"))
def test_facts_of_a_finding_from_its_documents(case: Case) -> None:
    assert finding_facts(case["finding"], case["answer"], case["round"]) == case["expect"]
