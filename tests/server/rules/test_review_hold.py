import pytest

from server.rules.review_hold import is_taken, reviewer_at
from tests.server.rules.vectors import Case, vectors

CASES = vectors("review_hold", "review_hold")


@pytest.mark.parametrize("case", CASES)
def test_who_holds_a_round_for_review(case: Case) -> None:
    assert reviewer_at(case["round"], case["at"]) == case["holder"]


@pytest.mark.parametrize("case", CASES)
def test_who_may_take_it_up(case: Case) -> None:
    takes = {person: is_taken(case["round"], person, case["at"], over=False) for person in case["takes"]}
    assert takes == case["takes"]
    over = {is_taken(case["round"], person, case["at"], over=True) for person in case["takes"]}
    assert over == {case["round"]["state"] == "submitted"}
