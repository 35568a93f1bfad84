"""Whatever people type is printed as text: it is never markup, and never breaks a page."""

import pytest

from server.reports.glyphs import breakable, printable
from server.reports.record.file import RoundFile
from tests.server.reports.printing import print_record, printed_text, text_of
from tests.server.reports.round_files import all_normal, photo, round_file, sealed, signed

MARKUP = [
    '#panic("printed")',
    '#read("/etc/passwd")',
    "#set page(width: 1cm) *bold* _em_ $x^2$ `raw` = heading",
    "// comment /* block */ \\ #[content] <label> @ref",
    '"); #eval("1")',
    "</svg><script>alert(1)</script>",
    "{{ 7 * 7 }} ${7*7} %s {0}",
]


def with_text(text: str) -> RoundFile:
    answers = all_normal(value="abnormal", severity=3, seen=text, indication=text, actual=text, remark=text)
    form = {"problem": text, "remark": text, "suggestion": text}
    markup = {"width": 4, "height": 3, "marks": [{"kind": "text", "points": [[0.1, 0.5]], "text": text[:200]}]}
    return sealed(signed(round_file(answers=answers, form=form, photos=[photo(1, markup=markup)])))


@pytest.mark.parametrize("text", MARKUP)
def test_markup_of_any_kind_is_printed_to_the_letter(text: str) -> None:
    assert printed_text(with_text(text)).count("".join(text.split())) >= 4


def test_ten_thousand_characters_are_printed_whole() -> None:
    text = "".join(f"第{number:04}句，风扇有响声。" for number in range(800))[:10_000]
    printed = printed_text(round_file(form={"problem": text}))
    assert all(f"第{number:04}句" in printed for number in range(0, 760, 50))


def test_one_word_of_ten_thousand_letters_breaks_into_lines() -> None:
    text = printed_text(round_file(form={"problem": "x" * 10_000}))
    assert text.count("x") == 10_000
    assert breakable("a" * 24) == "a" * 24
    assert breakable("a" * 25) == "\u200b".join(("a" * 12, "a" * 12, "a"))


@pytest.mark.parametrize("text", ["שלום עולם", "مرحبا بالعالم", "Привет", "Ελλάδα", "日本語かな", "㎡ ℃ Ω ≤ − ① Ⅲ"])
def test_other_scripts_are_printed(text: str) -> None:
    assert printable(text) == text
    assert len(print_record(with_text(text))) > 0


def test_a_character_without_a_glyph_is_spelled_by_its_code_point() -> None:
    text = text_of(print_record(with_text("𠮷田 😀 한")))
    assert "[U+20BB7]田[U+1F600][U+D55C]" in text


def test_an_override_of_direction_cannot_turn_a_sentence_round() -> None:
    assert printable("正常\u202e常异\u202c") == "正常[U+202E]常异[U+202C]"


def test_control_characters_are_spelled_and_line_ends_kept() -> None:
    assert printable("一\r\n二\r三\x00\x1b") == "一\n二\n三[U+0000][U+001B]"
