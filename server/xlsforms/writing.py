"""A checklist as an XLSForm workbook, which pyxform and ODK take; what they do not know is in columns of our own."""

import json
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from server.rules.documents import Fields
from server.xlsforms.limits import constraint_of
from server.xlsforms.own_fields import NAMESPACE, OWN, cell_of
from server.xlsforms.relevant import relevant_of

ZH, EN = "中文 (zh)", "English (en)"
SURVEY = (
    "type", "name", f"label::{ZH}", f"label::{EN}", f"hint::{ZH}", f"hint::{EN}", "required", "relevant", "constraint",
    *(f"bind::rm:{name}" for name in (*OWN, "shown_if")),
)  # fmt: skip
CHOICES = ("list_name", "name", f"label::{ZH}", f"label::{EN}", "rm:abnormal")
SETTINGS = ("form_title", "form_id", "version", "default_language", "namespaces", "attribute::rm:name_en",
            "attribute::rm:resign")  # fmt: skip
JUDGEMENT = (
    ("normal", "正常", "Normal"),
    ("abnormal", "异常", "Abnormal"),
    ("not_applicable", "不适用", "Not applicable"),
)
_TYPES = {"text": "text", "photo": "image", "scan": "barcode", "judgement": "select_one judgement"}


def xlsform_of(template: Fields) -> bytes:
    """The workbook of a version: sheets survey, choices and settings."""
    book = Workbook()
    items: Sequence[Fields] = template["items"]
    survey = book.active
    assert isinstance(survey, Worksheet)
    survey.title = "survey"
    by_key = {item["check_key"]: item for item in items}
    _fill(survey, SURVEY, [_question(item, by_key) for item in items])
    _fill(book.create_sheet("choices"), CHOICES, _choices(items))
    _fill(book.create_sheet("settings"), SETTINGS, [_settings(template)])
    packed = BytesIO()
    book.save(packed)
    return packed.getvalue()


def _question(item: Fields, items: Mapping[str, Fields]) -> list[str]:
    condition = item["shown_if"]
    own = [cell_of(name, item[name] if item[name] != "none" else None) for name in OWN]
    if item["scope"] == "asset":
        own[OWN.index("scope")] = ""
    return [
        _type(item),
        item["check_key"],
        *(_literal(item[name] or "") for name in ("title_zh", "title_en", "guidance_zh", "guidance_en")),
        "yes" if item["required"] else "",
        relevant_of(condition, items) if condition else "",
        constraint_of(item["low"], item["high"]) if item["kind"] == "reading" else "",
        *own,
        json.dumps(condition, ensure_ascii=False) if condition else "",
    ]


def _literal(text: str) -> str:
    """Text that an XLSForm would take for the answer to another question."""
    return text.replace("${", "$ {")


def _type(item: Fields) -> str:
    if item["kind"] == "reading":
        return "integer" if item["decimals"] == 0 else "decimal"
    if item["kind"] == "choice":
        return f"select_{'multiple' if item['multiple'] else 'one'} {item['check_key']}"
    return _TYPES[item["kind"]]


def _choices(items: Sequence[Fields]) -> list[Sequence[str]]:
    judged = any(item["kind"] == "judgement" for item in items)
    rows: list[Sequence[str]] = [("judgement", *choice, "") for choice in JUDGEMENT] if judged else []
    for item in items:
        if item["kind"] == "choice":
            rows += [_choice(item["check_key"], option) for option in item["options"]]
    return rows


def _choice(list_name: str, option: Fields) -> Sequence[str]:
    titles = (_literal(option["title_zh"]), _literal(option["title_en"]))
    return (list_name, option["key"], *titles, cell_of("abnormal", option["abnormal"]))


def _settings(template: Fields) -> list[Any]:
    title, version = template["name_zh"], str(template["version"])
    return [title, template["key"], version, ZH, NAMESPACE, template["name_en"], template["resign"]]


def _fill(sheet: Worksheet, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    for number, cells in enumerate([heads, *rows], start=1):
        for column, text in enumerate(cells, start=1):
            if text:
                cell = sheet.cell(number, column)
                cell.value, cell.data_type = text, "s"  # not a formula, whatever it begins with
    for column in range(1, len(heads) + 1):
        sheet.cell(1, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = 24
    sheet.freeze_panes = "A2"
