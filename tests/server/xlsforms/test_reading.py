"""What each part of an XLSForm becomes in a checklist."""

from typing import Any

import pytest

from server.xlsforms.expressions import condition_of
from server.xlsforms.leaves import Asked, NotSayable
from server.xlsforms.limits import limits_of
from server.xlsforms.reading import ReadForm, read_xlsform
from tests.server.xlsforms.forms import workbook

CHOICES = """
list_name | name     | label::English (en) | label::中文 (zh)
pf        | pass     | Pass                | 合格
pf        | fail     | Fail                | 不合格
colour    | red      | Red                 | 红
colour    | green    | Green               | 绿
"""


def read(survey: str, choices: str = CHOICES, settings: str = "") -> ReadForm:
    return read_xlsform(workbook(survey, choices, settings), "form.xlsx")


def lost(form: ReadForm) -> list[tuple[str, int | None]]:
    return [(remark.kind, remark.row) for remark in form.remarks if remark.lost]


def only(form: ReadForm) -> dict[str, Any]:
    (item,) = form.items
    return item


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("integer", {"kind": "reading", "decimals": 0}),
        ("decimal", {"kind": "reading", "decimals": None}),
        ("text", {"kind": "text"}),
        ("image", {"kind": "photo"}),
        ("photo", {"kind": "photo"}),
        ("barcode", {"kind": "scan"}),
        ("select_one colour", {"kind": "choice", "multiple": False}),
        ("select one colour", {"kind": "choice", "multiple": False}),
        ("select_multiple colour", {"kind": "choice", "multiple": True}),
        ("select_one pf", {"kind": "judgement", "options": []}),
        ("select_multiple pf", {"kind": "choice", "multiple": True}),
        ("acknowledge", {"kind": "judgement"}),
    ],
)
def test_each_type_has_its_kind(kind: str, expected: dict[str, Any]) -> None:
    form = read(f"type | name | label\n{kind} | a | A")
    assert only(form) | expected == only(form)
    assert form.understood == "whole"


@pytest.mark.parametrize(
    "kind", ["geopoint", "audio", "select_one_from_file x.csv", "rank colour", "riddle", "select_one no"]
)
def test_what_no_item_asks_is_named(kind: str) -> None:
    form = read(f"type | name | label\ntext | a | A\n{kind} | b | B")
    assert ([item["check_key"] for item in form.items], form.understood) == (["a"], "part")
    assert [row for _, row in lost(form)] == [3]


def test_titles_and_hints_are_taken_by_language() -> None:
    form = read(
        "type | name | label::English (en) | label::中文 (zh) | hint::中文 (zh) | label::French (fr)\n"
        "text | a | Door | 柜门 | 关好 | Porte"
    )
    item = only(form)
    assert (item["title_zh"], item["title_en"], item["guidance_zh"], item["guidance_en"]) == (
        "柜门",
        "Door",
        "关好",
        "关好",
    )
    assert [(remark.kind, remark.column) for remark in form.remarks] == [("language_left_out", "label::French (fr)")]


def test_one_language_stands_for_both() -> None:
    assert only(read("type | name | label\ntext | a | 柜门"))["title_en"] == "柜门"


def test_quotation_marks_in_chinese_stay_as_they_are() -> None:
    assert only(read("type | name | label\ntext | a | “运行”灯"))["title_zh"] == "“运行”灯"


def test_constraints_of_numbers_are_limits() -> None:
    form = read("type | name | label | constraint\ndecimal | a | A | . >= 15 and . <= 30.5")
    assert (only(form)["low"], only(form)["high"], form.understood) == ("15", "30.5", "whole")


@pytest.mark.parametrize(
    ("constraint", "whole", "expected"),
    [
        (".>=1", False, ("1", None, True)),
        (". > 0 and . < 10", True, ("1", "9", True)),
        (". > 0", False, ("0", None, False)),
        ("5 <= . and 7 >= .", False, ("5", "7", True)),
        ("(. >= -4.5)", False, ("-4.5", None, True)),
        (". >= 1 or . = 0", False, None),
        (". <= ${max}", False, None),
        ("regex(., '[0-9]')", False, None),
    ],
)
def test_limits(constraint: str, whole: bool, expected: tuple[Any, ...] | None) -> None:
    found = limits_of(constraint, whole_numbers=whole)
    assert (found and (found.low, found.high, found.exact)) == expected


KNOWN = {
    "j": Asked("j", "judgement", {"pass": "normal", "fail": "abnormal"}),
    "c": Asked("c", "choice", {"red": "red", "green": "green"}),
    "m": Asked("m", "choice", {"red": "red"}, multiple=True),
    "n": Asked("n", "reading", {}, whole_numbers=True),
    "d": Asked("d", "reading", {}),
    "t": Asked("t", "text", {}),
}


@pytest.mark.parametrize(
    ("relevant", "expected"),
    [
        ("${j} = 'fail'", {"item": "j", "is": "abnormal"}),
        ("'fail'=${j}", {"item": "j", "is": "abnormal"}),
        ("${c} != “red”", {"not": {"item": "c", "chosen": "red"}}),
        ("selected(${m}, 'red')", {"item": "m", "chosen": "red"}),
        ("not(selected(${m},'red'))", {"not": {"item": "m", "chosen": "red"}}),
        ("${n} >= 5", {"item": "n", "above": "4"}),
        ("${n} = 5", {"item": "n", "above": "4", "below": "6"}),
        ("5 < ${d}", {"item": "d", "above": "5"}),
        ("${d} <= 5", {"all": [{"item": "d", "is": "answered"}, {"not": {"item": "d", "above": "5"}}]}),
        ("${t} != ''", {"item": "t", "is": "answered"}),
        ("${t} = ''", {"not": {"item": "t", "is": "answered"}}),
        ("string-length(${t}) > 0", {"item": "t", "is": "answered"}),
        (
            "(${j}='fail' or ${c}='red') and ${t} != ''",
            {
                "all": [
                    {"any": [{"item": "j", "is": "abnormal"}, {"item": "c", "chosen": "red"}]},
                    {"item": "t", "is": "answered"},
                ]
            },
        ),
        ("true()", None),
        ("true() and ${t} != ''", {"item": "t", "is": "answered"}),
    ],
)
def test_conditions(relevant: str, expected: dict[str, Any] | None) -> None:
    assert condition_of(relevant, KNOWN) == expected


@pytest.mark.parametrize(
    "relevant",
    ["${x} = 1", "${t} = 'a'", "${c} = 'blue'", "${n} = ${d}", "count(${c}) > 1", "${m} = 'red'", "${n} > today()",
     "or", "", "${n} >", "((((", "${n}>1 ${d}>1", "(" * 30 + "${n}>1" + ")" * 30, "not(" * 5000, ". > 1"],
)  # fmt: skip
def test_conditions_that_cannot_be_said(relevant: str) -> None:
    with pytest.raises(NotSayable):
        condition_of(relevant, KNOWN)


def test_groups_are_flat_and_their_condition_is_every_items() -> None:
    form = read(
        "type | name | label | relevant\n"
        "select_one pf | ok | OK |\n"
        "begin_group | g | G | ${ok} = 'fail'\n"
        "text | why | Why |\n"
        "text | what | What | ${why} != ''\n"
        "end_group | | |\n"
        "text | last | Last |"
    )
    fails, said = {"item": "ok", "is": "abnormal"}, {"item": "why", "is": "answered"}
    assert [item["shown_if"] for item in form.items] == [None, fails, {"all": [fails, said]}, None]
    assert form.understood == "whole"


def test_a_condition_that_cannot_be_said_is_named_and_the_item_always_asked() -> None:
    form = read("type | name | label | relevant\ntext | a | A |\ntext | b | B | count(${a}) > 2")
    assert (form.items[1]["shown_if"], lost(form)) == (None, [("condition_not_understood", 3)])


def test_notes_are_guidance_of_the_next_item() -> None:
    form = read(
        "type | name | label | hint\nnote | n | Mind the fan |\ntext | a | A | Look closely\nnote | z | The end |"
    )
    assert form.items[0]["guidance_en"] == "Mind the fan\nLook closely"
    assert lost(form) == [("note_without_item", 4)]


def test_names_become_keys_and_conditions_follow() -> None:
    form = read("type | name | label | relevant\nselect_one pf | Is-OK | OK |\ntext | Why? | Why | ${Is-OK} = 'fail'")
    assert [item["check_key"] for item in form.items] == ["is_ok", "why"]
    assert form.items[1]["shown_if"] == {"item": "is_ok", "is": "abnormal"}


def test_what_has_no_place_is_named_row_by_row() -> None:
    form = read(
        "type | name | label | default | required | media::image | appearance\n"
        "text | a | A ${b} | x | ${b} = 1 | a.png | multiline"
    )
    assert lost(form) == [
        ("media_left_out", None), ("default_left_out", 2), ("answer_in_text", 2), ("required_by_condition", 2),
    ]  # fmt: skip
    assert [remark.kind for remark in form.remarks if not remark.lost] == ["appearance"]


def test_settings_name_the_checklist() -> None:
    form = read("type | name | label\ntext | a | A", settings="form_title | form_id\n机房巡检 | Room-Check")
    assert (form.key, form.name_zh, form.name_en) == ("room_check", "机房巡检", "机房巡检")
    assert read("type | name | label\ntext | a | A").key == "form"


def test_disabled_rows_and_empty_ones_ask_nothing() -> None:
    form = read("type | name | label | disabled\ntext | a | A | yes\n | | |\ntext | b | B |")
    assert ([item["check_key"] for item in form.items], form.questions) == (["b"], 1)


def test_a_name_that_comes_twice_is_two_items() -> None:
    form = read("type | name | label\ntext | a | A\ntext | a | B")
    assert [item["check_key"] for item in form.items] == ["a", "a_3"]
    assert lost(form) == [("name_twice", 3)]
