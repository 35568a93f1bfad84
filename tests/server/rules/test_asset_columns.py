"""A table of assets says in words what an import reads back as the same values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.operations.assets import AssetFields
from server.operations.fields import CATEGORIES
from server.rules.asset_columns import COLUMNS, WORDS, cell_text, choice_said, guarded, place_paths, unguarded
from server.rules.language import Language

LANGUAGES: tuple[Language, ...] = ("zh-CN", "en")
PLACES: list[dict[str, str | None]] = [
    {"id": "site", "parent_id": None, "name_zh": "中心机房", "name_en": "Centre"},
    {"id": "room", "parent_id": "site", "name_zh": "A机房", "name_en": "Room A"},
    {"id": "rack", "parent_id": "room", "name_zh": "机柜01", "name_en": ""},
]


def test_every_category_has_a_word_and_every_column_is_a_field() -> None:
    assert tuple(WORDS["category"]) == CATEGORIES
    assert {column.field for column in COLUMNS} <= set(AssetFields().fields)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("column", [column for column in COLUMNS if column.kind == "choice"], ids=lambda c: c.key)
def test_a_word_means_the_value_that_it_was_written_for(column: object, language: Language) -> None:
    key = column.key  # type: ignore[attr-defined]  # a Column
    for value in WORDS[key]:
        said = cell_text(column, {column.field: value}, {}, language)  # type: ignore[arg-type, attr-defined]
        assert choice_said(key, f" {said.upper()} ") == value
    assert choice_said(key, "别的") is None


@pytest.mark.parametrize("column", [column for column in COLUMNS if column.kind == "choice"], ids=lambda c: c.key)
def test_no_word_stands_for_two_values(column: object) -> None:
    words = WORDS[column.key]  # type: ignore[attr-defined]
    for language in (0, 1):
        assert len({said[language].casefold() for said in words.values()}) == len(words)


def test_a_place_is_its_path_of_names_in_the_language_asked_for() -> None:
    assert place_paths(PLACES, "zh-CN")["rack"] == "中心机房/A机房/机柜01"
    assert place_paths(PLACES, "en") == {"site": "Centre", "room": "Centre/Room A", "rack": "Centre/Room A/机柜01"}


def test_what_would_be_taken_for_a_formula_is_text_and_comes_back_as_it_was() -> None:
    assert guarded("=HYPERLINK(1)") == "'=HYPERLINK(1)"
    assert guarded("-48V") == "'-48V"
    assert guarded("UPS-01") == "UPS-01"
    assert guarded("'引号") == "'引号"


@given(st.text(alphabet="'=+-@\ta1", max_size=6))
def test_a_guarded_text_is_no_formula_and_comes_back_as_it_was(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t"))
    assert unguarded(guarded(text)) == text
