import pytest

from server.rules import plan_rule, recurrence
from server.rules.plan_calendar import PlanCalendar
from tests.server.rules.vectors import Case, vectors, whole


def calendar_of(case: Case) -> PlanCalendar:
    said = case.get("calendar", {"days": [], "contract_ends_on": None})
    return PlanCalendar([{"removed_at": None, **one} for one in said["days"]], said["contract_ends_on"])


@pytest.mark.parametrize("case", vectors("recurrence", "occurrences"))
def test_days_on_which_a_plan_is_due(case: Case) -> None:
    due = recurrence.occurrences(whole("plan", case["plan"]), case["from"], case["to"], calendar_of(case))
    assert due == case["expect"]


@pytest.mark.parametrize("case", vectors("recurrence", "next_occurrence"))
def test_next_day_on_which_a_plan_is_due(case: Case) -> None:
    assert recurrence.next_occurrence(whole("plan", case["plan"]), case["from"], calendar_of(case)) == case["expect"]


@pytest.mark.parametrize("case", vectors("recurrence", "next_occurrences"))
def test_next_days_on_which_a_plan_is_due(case: Case) -> None:
    plan = whole("plan", case["plan"])
    assert recurrence.next_occurrences(plan, case["from"], case["most"], calendar_of(case)) == case["expect"]


@pytest.mark.parametrize("case", vectors("recurrence", "is_ever_due"))
def test_rule_that_names_no_day_at_all(case: Case) -> None:
    assert recurrence.is_ever_due(whole("plan", case["plan"]), calendar_of(case)) is case["expect"]


@pytest.mark.parametrize("case", vectors("recurrence", "rule_problem"))
def test_rule_that_cannot_be_kept_says_why(case: Case) -> None:
    assert plan_rule.rule_problem(case["rule"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("recurrence", "rrule_problem"))
def test_recurrence_rule_that_cannot_be_read_says_which_part(case: Case) -> None:
    assert plan_rule.rrule_problem(case["text"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("recurrence", "due_at"))
def test_deadline_as_an_instant(case: Case) -> None:
    assert recurrence.due_at(case["date"], case["time"], case["zone"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("recurrence", "local_day"))
def test_day_of_an_instant_in_the_project(case: Case) -> None:
    assert recurrence.local_day(case["moment"], case["zone"]) == case["expect"]
