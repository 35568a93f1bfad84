"""Cells merged down a column (one room beside twenty devices) say the same of each row.

Cells merged across are a title, and stay where they are.
"""

from collections.abc import Sequence

from openpyxl.worksheet.cell_range import CellRange

from server.imports.refused import MAX_COLUMNS
from server.imports.sheet import Cell, Sheet

Areas = Sequence[CellRange]
MAX_FILLED = 2_000_000  # cells: a file can claim more merged cells than there are


def fill_down(sheet: Sheet, merged: Areas) -> None:
    rows = dict(sheet.rows)
    filled = 0
    for area in merged:
        column = area.min_col
        if area.max_col != column or column > MAX_COLUMNS or area.min_row not in rows:
            continue
        value = _at(rows[area.min_row], column)
        for line in range(area.min_row + 1, area.max_row + 1):
            filled += 1
            if filled > MAX_FILLED:
                return
            if line in rows and value is not None:
                _put(rows[line], column, value)


def _at(cells: list[Cell], column: int) -> Cell:
    return cells[column - 1] if column <= len(cells) else None


def _put(cells: list[Cell], column: int, value: Cell) -> None:
    cells.extend([None] * (column - len(cells)))
    if cells[column - 1] is None:
        cells[column - 1] = value
