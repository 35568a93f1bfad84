import pytest

from server.rules.suggested_severity import suggest_severity, suggestion_in_words
from tests.server.rules.vectors import Case, vectors


@pytest.mark.parametrize("case", vectors("suggested_severity", "suggest_severity"))
def test_suggestion_and_its_reason(case: Case) -> None:
    found = suggest_severity(case["kind"], case["importance"], case["effect"])
    told = found and {
        "severity": found.severity,
        "zh": suggestion_in_words(found, "zh-CN"),
        "en": suggestion_in_words(found, "en"),
    }
    assert told == case["expect"]
