import pytest

from server.rules.plan_scope import assets_in_scope
from server.rules.round_timing import has_lapsed, shown_from
from tests.server.rules.vectors import Case, each, vectors


@pytest.mark.parametrize("case", vectors("plans", "assets_in_scope"))
def test_assets_that_a_scope_covers(case: Case) -> None:
    assert assets_in_scope(case["scope"], each("asset", case["assets"]), case["places"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("plans", "shown_from"))
def test_day_from_which_a_round_is_to_be_done(case: Case) -> None:
    assert shown_from({"lead_days": case["lead"]}, case["day"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("plans", "has_lapsed"))
def test_round_that_nobody_began_in_time(case: Case) -> None:
    assert has_lapsed(case["plan"], case["day"], case["today"]) is case["expect"]
