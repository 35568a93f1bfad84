import pytest

from server.rules.round_from_plan import round_from_plan
from tests.server.rules.vectors import Case, vectors, whole


@pytest.mark.parametrize("case", vectors("round_from_plan", "round_from_plan"))
def test_round_that_a_plan_makes(case: Case) -> None:
    plan, shifts = whole("plan", case["plan"]), case.get("shifts", [])
    made = round_from_plan(plan, case["occurrence_date"], case["template_id"], case["time_zone"], shifts)
    assert made == case["expect"]
