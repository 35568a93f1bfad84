import pytest

from server.rules.items import cells_of, hidden_cells, items_of, round_asset_ids, shown_cells
from tests.server.rules.vectors import Case, each, template_of, vectors


@pytest.mark.parametrize("case", vectors("items", "items_of"))
def test_asset_is_asked_the_items_of_its_category(case: Case) -> None:
    asked = items_of(template_of(case["items"]), {"category": case["category"]})
    assert [item["check_key"] for item in asked] == case["expect"]


@pytest.mark.parametrize("case", vectors("items", "cells_of"))
def test_cells_come_in_the_order_shown(case: Case) -> None:
    cells = cells_of(template_of(case["items"]), each("asset", case["assets"]))
    assert [list(cell.key) for cell in cells] == case["expect"]


@pytest.mark.parametrize("case", vectors("items", "hidden_cells"))
def test_conditions_leave_cells_out(case: Case) -> None:
    template, assets, answers = (
        template_of(case["items"]),
        each("asset", case["assets"]),
        each("answer", case["answers"]),
    )
    hidden = hidden_cells(template, assets, answers)
    assert hidden == {tuple(key) for key in case["expect"]}
    assert [cell.key for cell in shown_cells(template, assets, answers)] == [
        cell.key for cell in cells_of(template, assets) if cell.key not in hidden
    ]


@pytest.mark.parametrize("case", vectors("items", "round_asset_ids"))
def test_assets_of_a_round_in_walking_order(case: Case) -> None:
    assert round_asset_ids(case) == case["expect"]
