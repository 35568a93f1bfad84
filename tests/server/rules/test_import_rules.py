"""How the cells of people's tables are understood: by example, and for any text at all."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.import_dates import NotADay, day_of, months_later, months_of
from server.rules.import_heads import head_row, map_columns, source_of
from server.rules.import_mapping import ImportMapping
from server.rules.import_places import Part, PlaceBook, PlaceFacts, PlaceProblem, path_of
from server.rules.import_reading import read_row
from server.rules.import_text import clean, number_lost, text_of
from server.rules.import_words import choice_of, guess_category

CELLS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text(),
    st.fixed_dictionaries({"formula": st.text()}), st.fixed_dictionaries({"error": st.text()}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "day"),
    [(44548, "2021-12-18"), ("44548", "2021-12-18"), ("2021/1/5", "2021-01-05"), ("2021年12月18日", "2021-12-18"),
     (20211218, "2021-12-18"), ("20211218", "2021-12-18"), ("18/12/2021", "2021-12-18"), ("12/18/2021", "2021-12-18"),
     ("2021-12-18 08:30:00", "2021-12-18"), ("Tue Mar 05, 2024", "2024-03-05"), ("2021.6", "2021-06-01")],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(cell: Any, day: str) -> None:
    assert day_of(cell) == day


@pytest.mark.parametrize("cell", ["去年", "2021-13-01", "2021-02-30", "1899-01-01", 12, "", "2021年", 9e99])
def test_what_is_no_day_is_said_to_be_none(cell: Any) -> None:
    with pytest.raises(NotADay):
        day_of(cell)


def test_a_month_that_ends_something_is_its_last_day() -> None:
    assert day_of("2024-02", last=True) == "2024-02-29"
    assert (months_of("3年"), months_of("36 months"), months_of("终身")) == (36, 36, None)
    assert months_later("2024-01-31", 1) == "2024-02-29"


def test_heads_are_known_under_titles_and_a_running_number_is_no_serial() -> None:
    heads = ["序号", "设备编号", "", "名称（必填）", "S/N", "所在机房"]
    rows = [["设备台账"], ["填表人：甲", "日期：今天"], heads, ["1", "A-1", "", "甲", "X", "A机房"]]
    assert head_row(rows) == 2
    assert map_columns(heads, "table") == [None, "code", None, "name", "serial", "room"]


def test_the_surer_of_two_heads_gets_the_meaning() -> None:
    assert map_columns(["购置日期", "安装日期"], "table") == [None, "installed_on"]
    assert source_of(["Name", "Site", "Role", "Manufacturer", "Device type"]) == "netbox"


def test_words_of_other_tables_have_a_name_of_ours() -> None:
    assert choice_of("category", "ＵＰＳ电源") == "ups"
    assert choice_of("state", "Deployed (user)") == "in_use"
    assert choice_of("category", "杂项", {"杂项": "server"}) == "server"
    assert (guess_category("群组显示"), guess_category("Groups")) == ("live_display", None)


def test_digits_that_a_spreadsheet_lost_are_noticed() -> None:
    assert number_lost(123456789012345678) and number_lost("1.23457E+17") and not number_lost(210235)
    assert (text_of(1001.0), text_of("  甲\n乙　"), clean("a\u200bb\x00c")) == ("1001", "甲 乙", "abc")


def book(may_make: bool = True) -> PlaceBook:
    places = [
        PlaceFacts("s", None, "site", ("长葛", "Changge")),
        PlaceFacts("a", "s", "room", ("A机房", "Room A")),
        PlaceFacts("b", "s", "room", ("B机房", "Room B")),
        PlaceFacts("a1", "a", "rack", ("机柜01",)),
        PlaceFacts("b1", "b", "rack", ("机柜01",)),
        PlaceFacts("x", "s", "room", ("UPS/电池间",)),
    ]
    return PlaceBook(places, lambda parent, name: f"{parent}+{name}", may_make)


def test_a_place_is_found_by_its_path_or_made_below_what_is_there() -> None:
    places = book()
    assert places.find(path_of("room a / 机柜01")) == "a1"
    assert places.find(path_of("长葛/UPS/电池间")) == "x"
    assert places.find((Part("A机房", "room"), Part("机柜09", "rack"))) == "a+机柜09"
    assert places.find(path_of("C机房/机柜01")) == "s+c机房+机柜01"
    assert [(place.kind, place.parent_id) for place in places.made] == [
        ("rack", "a"),
        ("room", "s"),
        ("rack", "s+c机房"),
    ]
    with pytest.raises(PlaceProblem, match="place_ambiguous"):
        places.find(path_of("机柜01"))
    with pytest.raises(PlaceProblem, match="place_unknown"):
        book(may_make=False).find(path_of("C机房"))


@given(st.lists(CELLS, min_size=22, max_size=22))
def test_no_cell_is_too_strange_to_be_read(cells: list[Any]) -> None:
    from server.rules.import_heads import FIELDS

    said = read_row(7, cells, ImportMapping(FIELDS))
    assert all(isinstance(value, str) and value for value in said.fields.values())
    assert all(problem["code"] and problem["field"] in FIELDS for problem in said.problems)


@given(st.text())
def test_cleaning_is_done_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
