import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.spot_checks import is_spot_check
from tests.server.rules.vectors import Case, vectors, whole


@pytest.mark.parametrize("case", vectors("spot_checks", "is_spot_check"))
def test_chance_asks_for_a_photo(case: Case) -> None:
    asked = case["round"]
    item = whole("item", case["item"])
    assert is_spot_check(asked["id"], item, case["asset_id"], percent=asked["proof_percent"]) is case["expect"]


@given(round_id=st.uuids().map(str), low=st.integers(0, 100), high=st.integers(0, 100))
def test_a_larger_share_asks_the_same_and_more(round_id: str, low: int, high: int) -> None:
    low, high = sorted((low, high))
    items = [whole("item", {"check_key": f"i{number}"}) for number in range(20)]
    few, many = (
        {item["check_key"] for item in items if is_spot_check(round_id, item, "A", percent=share)}
        for share in (low, high)
    )
    assert few <= many
    assert high < 100 or len(many) == len(items)


def test_about_the_share_is_asked() -> None:
    items = [whole("item", {"check_key": f"i{number}"}) for number in range(2_000)]
    asked = sum(is_spot_check("8f14e45f-ceea-5678-9abc-def012345678", item, "A", percent=10) for item in items)
    assert 140 < asked < 260
