import pytest

from server.rules.callers import only_digits, same_caller
from tests.server.rules.vectors import Case, vectors


@pytest.mark.parametrize("case", vectors("callers", "only_digits"))
def test_number_however_it_was_written(case: Case) -> None:
    assert only_digits(case["phone"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("callers", "same_caller"))
def test_the_same_caller(case: Case) -> None:
    assert same_caller(case["one"], case["other"]) is case["expect"]
