import pytest

from server.rules.template_problems import MAX_ITEMS, template_problems
from tests.server.rules.vectors import Case, each, vectors, whole


@pytest.mark.parametrize("case", vectors("template_problems", "template_problems"))
def test_problems_are_named_item_by_item(case: Case) -> None:
    assert template_problems(each("item", case["items"])) == case["expect"]


def test_more_items_than_a_person_can_walk_are_refused() -> None:
    items = [whole("item", {"check_key": f"i{number}", "ordinal": number}) for number in range(MAX_ITEMS + 1)]
    assert template_problems(items) == [{"check_key": None, "field": "items", "problem": "too_many_items"}]
    assert template_problems(items[1:]) == []
