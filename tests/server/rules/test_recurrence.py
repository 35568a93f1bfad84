import pytest

from server.rules import recurrence
from tests.server.rules.vectors import Case, vectors, whole


@pytest.mark.parametrize("case", vectors("recurrence", "occurrences"))
def test_days_on_which_a_plan_is_due(case: Case) -> None:
    assert recurrence.occurrences(whole("plan", case["plan"]), case["from"], case["to"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("recurrence", "next_occurrence"))
def test_next_day_on_which_a_plan_is_due(case: Case) -> None:
    assert recurrence.next_occurrence(whole("plan", case["plan"]), case["from"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("recurrence", "rule_problem"))
def test_rule_that_cannot_be_kept_says_why(case: Case) -> None:
    assert recurrence.rule_problem(case["rule"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("recurrence", "due_at"))
def test_deadline_as_an_instant(case: Case) -> None:
    assert recurrence.due_at(case["date"], case["time"], case["zone"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("recurrence", "local_day"))
def test_day_of_an_instant_in_the_project(case: Case) -> None:
    assert recurrence.local_day(case["moment"], case["zone"]) == case["expect"]
