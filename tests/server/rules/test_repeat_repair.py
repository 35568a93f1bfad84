import pytest

from server.rules.repeat_repair import WINDOW_DAYS, repeat_of
from tests.server.rules.vectors import Case, each, vectors


@pytest.mark.parametrize("case", vectors("repeat_repair", "repeat_of"))
def test_repair_that_did_not_hold(case: Case) -> None:
    fault = (case["asset_id"], case["check_key"])
    tickets = each("ticket", case["tickets"])
    window = case["window_days"] or WINDOW_DAYS
    assert repeat_of(fault, case["found_at"], tickets, window_days=window) == case["expect"]
