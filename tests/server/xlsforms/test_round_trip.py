"""A checklist written as an XLSForm and read again is the same, whatever it asks."""

from io import BytesIO
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from server.operations.fields import CATEGORIES
from server.rules.condition_problems import condition_problems
from server.xlsforms.reading import read_xlsform
from server.xlsforms.writing import xlsform_of
from tests.server.xlsforms.forms import item, template

TITLES = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30).map(
    str.strip
).filter(bool)  # fmt: skip
PLAIN = TITLES.filter(lambda text: "${" not in text and "\xa0" not in text)
NUMBERS = st.decimals(-999, 999, places=1).map(str)
KEYS = ("k_one", "k_two", "k3", "_four")


@st.composite
def items(draw: st.DrawFn) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for key in KEYS[: draw(st.integers(1, len(KEYS)))]:
        kind = draw(st.sampled_from(("judgement", "reading", "choice", "text", "photo", "scan")))
        one = item(key, kind=kind, **draw(_fields()))
        if kind == "reading":
            low, high = sorted((draw(NUMBERS), draw(NUMBERS)), key=float)
            one |= {
                "low": low,
                "high": high,
                "unit": draw(st.sampled_from((None, "℃", "%"))),
                "decimals": draw(st.sampled_from((None, 1))),
            }
        if kind == "choice":
            one["options"] = draw(_options())
            one["multiple"] = draw(st.booleans())
        if draw(st.booleans()) and found:
            one["shown_if"] = draw(_condition(found))
        found.append(one)
    return found


@st.composite
def _fields(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "title_zh": draw(PLAIN),
        "title_en": draw(PLAIN),
        "scope": "asset",
        "categories": draw(st.lists(st.sampled_from(CATEGORIES), unique=True, max_size=3)),
        "form_row": draw(st.none() | st.integers(1, 7)),
        "required": draw(st.booleans()),
        "has_indication": draw(st.booleans()),
        "has_actual": draw(st.booleans()),
        "phrases_zh": draw(st.lists(PLAIN, max_size=2)),
        "phrases_en": draw(st.lists(PLAIN, max_size=2)),
        "guidance_zh": draw(st.none() | PLAIN),
        "photo": draw(st.sampled_from(("none", "required", "on_abnormal"))),
        "scan": draw(st.booleans()),
    } | {"guidance_en": None}


@st.composite
def _options(draw: st.DrawFn) -> list[dict[str, Any]]:
    keys = draw(st.lists(st.sampled_from(("red", "green", "a_1")), min_size=2, unique=True))
    return [
        {"key": key, "title_zh": draw(PLAIN), "title_en": draw(PLAIN), "abnormal": draw(st.booleans())} for key in keys
    ]


@st.composite
def _condition(draw: st.DrawFn, above: list[dict[str, Any]]) -> dict[str, Any]:
    leaves = [_leaf(one) for one in above if one["kind"] != "photo" and _meet(one)]
    if not leaves:
        return {"item": above[0]["check_key"], "is": "answered"}
    some = draw(st.lists(st.sampled_from(leaves), min_size=1, max_size=3))
    return draw(
        st.sampled_from(({"all": some}, {"any": some}, {"not": some[0]}, some[0], {"all": [{"any": some}, some[0]]}))
    )


def _meet(one: dict[str, Any]) -> bool:
    return not one["categories"]


def _leaf(one: dict[str, Any]) -> dict[str, Any]:
    name = {"item": one["check_key"]}
    if one["kind"] == "choice":
        return {**name, "chosen": one["options"][0]["key"]}
    if one["kind"] == "reading":
        return {**name, "above": "1.5", "below": "90"}
    return {**name, "is": "abnormal" if one["kind"] == "judgement" else "answered"}


@settings(max_examples=60, deadline=None)
@given(items())
def test_every_field_comes_back(made: list[dict[str, Any]]) -> None:
    askable = [one for one in made if one["shown_if"] is None or "photo" not in str(one["shown_if"])]
    made = _without_impossible(askable)
    for one in made:  # a missing language is filled by the other
        one["guidance_en"] = one["guidance_zh"]
    again = read_xlsform(xlsform_of(template(made)))
    assert again.items == made
    assert (again.key, again.name_zh, again.name_en, again.resign) == ("daily", "日常", "Daily", "always")
    assert again.understood == "whole", again.remarks


def _without_impossible(made: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Conditions that no checklist may have are dropped before, not by the form."""
    whole, earlier = {one["check_key"]: one for one in made}, dict[str, Any]()
    for one in made:
        if list(condition_problems(one, whole, earlier)):
            one["shown_if"] = None
        earlier[one["check_key"]] = one
    return made


def test_pyxform_takes_what_we_write() -> None:
    options = [{"key": key, "title_zh": "=1+1", "title_en": key, "abnormal": key == "red"} for key in ("red", "green")]
    made = [
        item("lamp", kind="choice", options=options, multiple=True, phrases_zh=["“亮”", "灭"]),
        item(
            "heat",
            kind="reading",
            low="15",
            high="30",
            unit="℃",
            decimals=1,
            shown_if={"item": "lamp", "chosen": "red"},
        ),
        item("whole", scope="round", form_row=7, photo="on_abnormal", scan=True),
        item(
            "why",
            kind="text",
            shown_if={"all": [{"item": "whole", "is": "abnormal"}, {"item": "heat", "is": "normal"}]},
        ),
        item("shot", kind="photo", required=False),
        item("tag", kind="scan"),
    ]
    written = xlsform_of(template(made))
    xform = convert(written, file_type=".xlsx", validate=False).xform
    assert "relevant=\"selected( /data/lamp , 'red')\"".replace(" ", "") in xform.replace(" ", "")
    assert 'constraint="."' in xform or ". &gt;= 15 and . &lt;= 30" in xform
    assert read_xlsform(written).items == made


def test_what_somebody_changed_in_the_spreadsheet_counts() -> None:
    made = [item("a"), item("b", kind="text", shown_if={"item": "a", "is": "abnormal"})]
    book = load_workbook(BytesIO(xlsform_of(template(made))))
    heads = [cell.value for cell in book["survey"][1]]
    book["survey"].cell(3, heads.index("relevant") + 1).value = "${a} = 'normal'"
    book["survey"].cell(2, heads.index("bind::rm:photo") + 1).value = "perhaps"
    packed = BytesIO()
    book.save(packed)
    again = read_xlsform(packed.getvalue()).items
    assert again[1]["shown_if"] == {"item": "a", "is": "normal"}
    assert again[0]["photo"] == "none"
