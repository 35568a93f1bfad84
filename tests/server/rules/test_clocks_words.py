import pytest

from server.rules.clocks import fold_clocks
from server.rules.clocks_words import explain
from server.rules.language import Language
from tests.server.rules.clock_vectors import facts_with, policy_with
from tests.server.rules.vectors import Case, vectors


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("case", vectors("clocks", "explain"))
def test_due_time_explains_itself(case: Case, language: Language) -> None:
    policy = policy_with(case["policy"])
    clocks = fold_clocks(policy, facts_with(**case["facts"]), case["events"])["clocks"]
    clock = next(clock for clock in clocks if clock["key"] == case["clock"])
    assert explain(policy, clock, language) == case[language]


@pytest.mark.parametrize("case", vectors("clocks", "clocks"))
def test_every_clock_of_every_ticket_has_its_sentence(case: Case) -> None:
    policy = policy_with(case["policy"])
    for clock in fold_clocks(policy, facts_with(**case["facts"]), case["events"])["clocks"]:
        assert explain(policy, clock, "zh-CN").endswith("。")
        assert explain(policy, clock, "en").endswith(".")
