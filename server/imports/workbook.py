"""XLSX, row by row. What could blow up is bounded before it is unpacked: a part's size stands in the archive's list,
and no more than that is ever read of it. Entities are refused by defusedxml, which openpyxl uses where it is installed.
"""

import io
import logging
import warnings
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import Any, Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from openpyxl import DEFUSEDXML, load_workbook
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS

from server.imports import refused
from server.imports.merged import Areas, fill_down
from server.imports.refused import MAX_COLUMNS, MAX_ROWS, NotATable
from server.imports.sheet import Cell, Sheet
from server.rules.import_heads import HEAD_WITHIN, field_of
from server.rules.import_text import text_of

log = logging.getLogger(__name__)
MIB: Final = 1024 * 1024
MAX_PARTS: Final = 2_000
MAX_SHEETS: Final = 20
# Uncompressed; 50,000 rows of 20 columns are some 60 MB. Only a sheet is read as a stream: the rest is kept whole.
MAX_SHEET_BYTES: Final = 200 * MIB
MAX_PART_BYTES: Final = 40 * MIB
MAX_LINE: Final = 1_048_576
_FORMULA: Final = f"{{{SHEET_MAIN_NS}}}f"
_INLINE: Final = f"{{{SHEET_MAIN_NS}}}is/{{{SHEET_MAIN_NS}}}t"
_INLINE_RUNS: Final = f"{{{SHEET_MAIN_NS}}}is/{{{SHEET_MAIN_NS}}}r/{{{SHEET_MAIN_NS}}}t"
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, ParseError, KeyError, ValueError, TypeError, AttributeError, IndexError,
    OSError, EOFError, NotImplementedError, OverflowError, RuntimeError,
)  # fmt: skip  # what openpyxl raises for parts that are not as they have to be

assert DEFUSEDXML, "openpyxl would read entities: defusedxml is missing"


def read(data: bytes, archive: zipfile.ZipFile) -> Sheet:
    """The visible sheet whose first rows have most heads that we know; the first one where none has."""
    _refuse_swollen(archive)
    try:
        sheet, merged = _fullest(data)
    except DefusedXmlException as error:
        raise NotATable(refused.SWOLLEN) from error
    except _BROKEN as error:
        log.info("a workbook cannot be read: %s: %s", type(error).__name__, error)
        raise NotATable(refused.DAMAGED) from error
    fill_down(sheet, merged)
    return sheet


def _refuse_swollen(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    sheets = [part for part in parts if part.filename.startswith("xl/worksheets/")]
    others = [part for part in parts if part.filename.endswith((".xml", ".rels")) and part not in sheets]
    swollen = (
        len(parts) > MAX_PARTS
        or any(part.file_size > MAX_SHEET_BYTES for part in sheets)
        or sum(part.file_size for part in others) > MAX_PART_BYTES
    )
    if swollen:
        raise NotATable(refused.SWOLLEN)


def _fullest(data: bytes) -> tuple[Sheet, Areas]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what it leaves out: pictures, rules for colours
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = [one for one in book.worksheets[:MAX_SHEETS] if isinstance(one, ReadOnlyWorksheet)]
        visible = [one for one in sheets if one.sheet_state == "visible"] or sheets
        if not visible:
            raise NotATable(refused.NO_TABLE)
        best = max(visible, key=lambda one: _known_heads(_cells(one, only_first=HEAD_WITHIN)[0]))
        return _cells(best)


def _known_heads(sheet: Sheet) -> tuple[int, bool]:
    known = (
        len({found[0] for cell in cells if (found := field_of(text_of(cell), "table"))}) for _, cells in sheet.rows
    )
    return max(known, default=0), bool(sheet.rows)


class _Parser(WorkSheetParser):
    """Tells a formula without a saved value from an empty cell."""

    def parse_cell(self, element: Element) -> dict[str, Any]:
        if element.get("t") == "inlineStr":
            return self._inline(element)
        cell: dict[str, Any] = super().parse_cell(element)
        if cell["value"] is None and (formula := element.find(_FORMULA)) is not None:
            cell["value"] = {"formula": f"={formula.text or ''}"[:200]}
        elif cell["data_type"] == "e":
            cell["value"] = {"error": str(cell["value"])[:20]}
        return cell

    def _inline(self, element: Element) -> dict[str, Any]:
        """As the cell would be read, without an object for each of its parts: other programs write every text so."""
        coordinate = element.get("r")
        column = coordinate_to_tuple(coordinate)[1] if coordinate else self.col_counter + 1
        self.col_counter = column
        parts = [*element.iterfind(_INLINE), *element.iterfind(_INLINE_RUNS)]
        return {"column": column, "value": "".join(part.text or "" for part in parts) or None}


def _cells(worksheet: ReadOnlyWorksheet, only_first: int | None = None) -> tuple[Sheet, Areas]:
    book: Any = worksheet.parent
    made: Any = worksheet
    sheet = Sheet(title=worksheet.title)
    with made._get_source() as source:
        parser = _Parser(
            source, made._shared_strings, data_only=True, epoch=book.epoch, date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )  # fmt: skip
        for line, row in parser.parse():
            if line > MAX_LINE:
                raise NotATable(refused.DAMAGED)
            sheet.add(line, _laid_out(row))
            if only_first and (len(sheet.rows) >= only_first or line > 10 * only_first):
                return sheet, ()
            if len(sheet.rows) > MAX_ROWS + HEAD_WITHIN:
                raise NotATable(refused.TOO_MANY, limit=MAX_ROWS)
    return sheet, parser.merged_cells.mergeCell if parser.merged_cells is not None else ()


def _laid_out(row: list[dict[str, Any]]) -> list[Cell]:
    cells: list[Cell] = []
    for cell in row:
        column = int(cell["column"])
        if cell["value"] is None or not 1 <= column <= MAX_COLUMNS:
            continue
        cells.extend([None] * (column - len(cells)))
        cells[column - 1] = _plain(cell["value"])
    return cells


def _plain(value: Any) -> Cell:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date | time | timedelta):
        return str(value)
    if isinstance(value, str):
        return value.replace("\0", "").strip() or None
    if isinstance(value, float) and not isfinite(value):
        return {"error": "#NUM!"}
    if isinstance(value, bool | int | float | dict):
        return value
    return str(value)
