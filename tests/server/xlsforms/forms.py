"""XLSForms written in a test as a table of words: heads first, `|` between cells."""

from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook

FOREIGN = Path(__file__).parents[2] / "xlsforms" / "pyxform"


def workbook(survey: str, choices: str = "", settings: str = "") -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, table in (("survey", survey), ("choices", choices), ("settings", settings)):
        if not table:
            continue
        sheet = book.create_sheet(name)
        for line in table.strip().splitlines():
            sheet.append([cell.strip() or None for cell in line.split("|")])
    packed = BytesIO()
    book.save(packed)
    return packed.getvalue()


def item(check_key: str, **fields: Any) -> dict[str, Any]:
    """An item as a template has it; `ordinal` is left to who puts items in order."""
    plain: dict[str, Any] = {
        "check_key": check_key, "scope": "asset", "categories": [], "form_row": None, "kind": "judgement",
        "title_zh": "题", "title_en": "Title", "unit": None, "decimals": None, "low": None, "high": None,
        "required": True, "has_indication": False, "has_actual": False, "phrases_zh": [], "phrases_en": [],
        "guidance_zh": None, "guidance_en": None, "options": [], "multiple": False, "photo": "none", "scan": False,
        "shown_if": None,
    }  # fmt: skip
    return plain | fields


def template(items: list[dict[str, Any]], **fields: Any) -> dict[str, Any]:
    numbered = [{**one, "ordinal": place} for place, one in enumerate(items, start=1)]
    return {
        "key": "daily",
        "version": 3,
        "name_zh": "日常",
        "name_en": "Daily",
        "resign": "always",
        "items": numbered,
    } | fields
