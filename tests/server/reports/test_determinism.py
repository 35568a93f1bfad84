"""The same record is the same bytes, whenever and wherever it is printed."""

import pytest

from server.reports import fonts
from server.reports.words import LANGUAGES, WORDS, Language
from tests.server.reports.printing import print_record
from tests.server.reports.round_files import photo, round_file, sealed, signed


@pytest.mark.parametrize("language", LANGUAGES)
def test_printing_twice_gives_the_same_bytes(language: Language) -> None:
    file = sealed(signed(round_file(photos=[photo(1), photo(2)])))
    assert print_record(file, language) == print_record(file, language)


def test_the_font_is_embedded_and_the_machines_fonts_are_not_used() -> None:
    assert {"Noto Sans SC"} < set(fonts.font_book().families())
    assert not any("CJK" in family for family in fonts.font_book().families())
    assert b"NotoSansSC" in print_record(round_file())


def test_every_word_exists_in_both_languages() -> None:
    assert [key for key, (chinese, english) in WORDS.items() if not chinese or not english] == []
