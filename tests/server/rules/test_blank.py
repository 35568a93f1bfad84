import pytest

from server.rules.blank import is_blank, trimmed
from tests.server.rules.vectors import Case, vectors


@pytest.mark.parametrize("case", vectors("blank", "is_blank"))
def test_text_that_shows_nothing(case: Case) -> None:
    assert is_blank(case["text"]) is case["expect"]
    assert case["text"] is None or trimmed(case["text"]) == case["trimmed"]
