import pytest

from server.rules.round_from_plan import round_from_plan
from tests.server.rules.vectors import Case, vectors, whole


@pytest.mark.parametrize("case", vectors("round_from_plan", "round_from_plan"))
def test_round_that_a_plan_makes(case: Case) -> None:
    made = round_from_plan(whole("plan", case["plan"]), case["occurrence_date"], case["template_id"], case["time_zone"])
    assert made == case["expect"]
