import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules import tags
from tests.server.rules.vectors import Case, vectors


@pytest.mark.parametrize("case", vectors("tags", "check_character"))
def test_check_character_of_a_body(case: Case) -> None:
    assert tags.check_character(case["body"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("tags", "read_typed_code"))
def test_typed_code_is_read_or_says_what_is_wrong(case: Case) -> None:
    assert tags.read_typed_code(case["typed"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("tags", "read_scanned"))
def test_scanned_text_is_a_tag_or_foreign(case: Case) -> None:
    assert tags.read_scanned(case["raw"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("tags", "judge_tag"))
def test_scanned_tag_is_judged_by_its_row(case: Case) -> None:
    assert tags.judge_tag(case["scanned"], case["tag"], case["origins"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("tags", "make_check"))
def test_check_is_base32_of_ten_bytes(case: Case) -> None:
    assert tags.make_check(bytes(case["bytes"])) == case["expect"]


def test_check_of_too_few_bytes_is_refused() -> None:
    with pytest.raises(ValueError, match="10 bytes"):
        tags.make_check(b"short")


def test_body_without_a_check_character_is_drawn_again() -> None:
    drawn = iter(tags.ALPHABET.index(character) for character in "222ZZA222222")
    assert tags.make_code(lambda _: next(drawn)) == "2222222"
    assert next(drawn, None) is None


def test_printed_tag_is_read_back() -> None:
    code, check = tags.make_code(random.Random(7).randrange), tags.make_check(bytes(range(10)))
    text = tags.tag_text("https://rounds.example.cn/", code, check)
    assert tags.read_scanned(text) == {"origin": "https://rounds.example.cn", "code": code, "check": check}
    assert tags.read_typed_code(tags.format_code(code))["code"] == code


@given(st.randoms(use_true_random=False), st.integers(0, 6), st.sampled_from(tags.ALPHABET))
def test_one_wrong_character_is_always_caught(source: random.Random, place: int, wrong: str) -> None:
    code = tags.make_code(source.randrange)
    mistyped = code[:place] + wrong + code[place + 1 :]
    assert tags.is_code(code)
    assert tags.is_code(mistyped) is (mistyped == code)


@given(st.randoms(use_true_random=False), st.integers(0, 6), st.integers(0, 6))
def test_two_swapped_characters_are_always_caught(source: random.Random, one: int, other: int) -> None:
    code = list(tags.make_code(source.randrange))
    swapped = code.copy()
    swapped[one], swapped[other] = swapped[other], swapped[one]
    assert tags.is_code("".join(swapped)) is (swapped == code)
