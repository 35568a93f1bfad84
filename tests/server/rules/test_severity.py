import pytest

from server.rules.severity import is_urgent, is_worse, roman, worst_severity
from tests.server.rules.vectors import Case, vectors


@pytest.mark.parametrize("case", vectors("severity", "worst_severity"))
def test_worst_of_several(case: Case) -> None:
    assert worst_severity(case["severities"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("severity", "is_worse"))
def test_worse_of_two(case: Case) -> None:
    assert is_worse(case["severity"], case["than"]) is case["expect"]


@pytest.mark.parametrize("case", vectors("severity", "is_urgent"))
def test_urgent_ones(case: Case) -> None:
    assert is_urgent(case["severity"]) is case["expect"]


@pytest.mark.parametrize("case", vectors("severity", "roman"))
def test_written_in_roman(case: Case) -> None:
    assert roman(case["severity"]) == case["expect"]
