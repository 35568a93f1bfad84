"""What a text is found by: any run of its letters and digits, in any script."""

from hypothesis import given
from hypothesis import strategies as st

from server.rules.grams import folded, folded_texts, tokens, wanted_tokens, words_of

TEXT = st.text(alphabet="机房A柜0１ｕUPS-－ /é", max_size=12)


def test_full_width_signs_and_capitals_do_not_matter() -> None:
    assert folded(" ＵＰＳ－０1 主机") == "ups01主机"
    assert words_of("UPS-01  主机 ups01") == ["ups01", "主机"]
    assert words_of("—— %_") == []


def test_two_texts_are_two() -> None:
    assert folded_texts(["UPS-01", None, "", "主机", "ups01"]) == "ups01\n主机"
    assert tokens("ab\ncd") == sorted(text.encode().hex() for text in ("ab", "b", "cd", "d"))


@given(TEXT, st.integers(0, 11), st.integers(1, 6))
def test_any_run_of_a_text_is_in_its_tokens(text: str, start: int, length: int) -> None:
    word = folded(text)[start : start + length]
    have = tokens(folded(text))
    whole, begun = wanted_tokens([word] if word else [])
    assert set(whole) <= set(have)
    assert all(any(token.startswith(beginning) for token in have) for beginning in begun)
