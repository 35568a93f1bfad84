import pytest

from server.rules.roster import ends_before_it_starts, next_change, on_duty
from tests.server.rules.vectors import Case, vectors


def shifts_of(case: Case) -> list[Case]:
    return [{"cancelled_at": None, **one} for one in case["shifts"]]


@pytest.mark.parametrize("case", vectors("roster", "on_duty"))
def test_who_is_on_duty(case: Case) -> None:
    assert on_duty(shifts_of(case), case["at"]) == case["expect"]
    assert next_change(shifts_of(case), case["at"]) == case["next"]


@pytest.mark.parametrize("case", vectors("roster", "ends_before_it_starts"))
def test_a_shift_ends_after_it_starts(case: Case) -> None:
    assert ends_before_it_starts(case) is case["expect"]
