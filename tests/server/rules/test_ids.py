import uuid

import pytest

from server.rules import ids
from tests.server.rules.vectors import Case, vectors


@pytest.mark.parametrize("case", vectors("ids", "natural_id"))
def test_id_is_the_same_in_both_languages(case: Case) -> None:
    assert ids.natural_id(case["kind"], *case["parts"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("ids", "natural_id"))
def test_each_kind_has_a_function_of_its_name(case: Case) -> None:
    made = getattr(ids, f"{case['kind']}_id")(*case["parts"])
    assert made == case["expect"]


def test_an_id_is_a_uuid5_of_our_namespace() -> None:
    for number in range(1_000):  # every bit that the version and variant replace is met
        assert ids.natural_id("seal", f"{number}") == str(uuid.uuid5(ids.NAMESPACE, f"seal/{number}"))
