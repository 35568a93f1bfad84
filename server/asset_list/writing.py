"""The list as a file: a table whose columns are those that an import reads (server/rules/asset_columns.py)."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from server.rules.asset_columns import COLUMNS, Column, cell_text, guarded
from server.rules.documents import Fields
from server.rules.language import Language

BOM = "\ufeff"  # without it Excel takes a CSV for one of its own country's encoding
SHEET = {"zh-CN": "设备", "en": "Assets"}
WIDTHS = {"code": 18, "name_zh": 28, "name_en": 28, "place": 34, "serial": 22, "note": 40}
USUAL_WIDTH = 14
Paths = Mapping[str, str]


def csv_of(assets: Iterable[Fields], places: Paths, language: Language) -> Iterator[bytes]:
    """Pieces of a CSV in UTF-8; what a spreadsheet would take for a formula is guarded."""
    yield (BOM + _line(column.says(language) for column in COLUMNS)).encode()
    for asset in assets:
        yield _line(guarded(cell_text(column, asset, places, language)) for column in COLUMNS).encode()


def xlsx_of(assets: Iterable[Fields], places: Paths, language: Language) -> bytes:
    """A workbook of one sheet. Every text is written as text: none of them can be a formula."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(SHEET[language])
    sheet.freeze_panes = "A2"
    for at, column in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = WIDTHS.get(column.key, USUAL_WIDTH)
    sheet.append([_head(sheet, column.says(language)) for column in COLUMNS])
    for asset in assets:
        sheet.append([_cell(sheet, column, cell_text(column, asset, places, language)) for column in COLUMNS])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _line(texts: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(list[str](texts))
    return line.getvalue()


def _head(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: Any, column: Column, text: str) -> Any:
    """A day is a day to the spreadsheet; signs that no XML file may hold are left out."""
    if not text:
        return None
    if column.kind == "day":
        return date.fromisoformat(text)
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    return cell
