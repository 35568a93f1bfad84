import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.condition_problems import condition_problems
from server.rules.conditions import holds, items_named
from tests.server.rules.vectors import Case, vectors, whole

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["all", "any", "not", "item", "is", "chosen", "above", "below"]), inner)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("case", vectors("conditions", "holds"))
def test_condition_is_met_or_not(case: Case) -> None:
    answers = {key: whole("answer", said) for key, said in case["answers"].items()}
    assert holds(case["condition"], answers) is case["expect"]


@given(condition=ANYTHING)
def test_whatever_stands_there_is_read_or_named_malformed(condition: object) -> None:
    assert holds(condition, {}) in (True, False)
    item = whole("item", {"check_key": "x", "shown_if": condition})
    problems = list(condition_problems(item, {"x": item}, {}))
    assert condition is None or problems  # no other item exists that it could ask about


def test_items_named_each_once() -> None:
    condition = {
        "any": [{"item": "b", "is": "normal"}, {"not": {"item": "a", "above": "1"}}, {"item": "b", "is": "abnormal"}]
    }
    assert items_named(condition) == ["b", "a"]
