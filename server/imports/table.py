"""The table in a sheet: its head row under whatever stands above it, and the rows below."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from server.imports import refused
from server.imports.refused import MAX_ROWS, NotATable
from server.imports.sheet import Cell, Sheet
from server.rules.import_heads import HEAD_WITHIN, Source, head_row, map_columns, source_of
from server.rules.import_text import text_of

SAMPLES = 3
LONGEST_SAMPLE = 60


@dataclass(frozen=True)
class Table:
    """`rows`: (line in the file, cells). Empty columns are there as the file has them, without a head."""

    heads: list[str]
    source: Source
    fields: list[str | None]
    rows: list[tuple[int, list[Cell]]]

    def columns(self) -> list[dict[str, Any]]:
        """For the screen on which columns are given their meaning: head, and what stands below it first."""
        return [{"head": head, "samples": _samples(self.rows, k)} for k, head in enumerate(self.heads)]


def table_of(sheet: Sheet) -> Table:
    """Raises NotATable."""
    texts = [[text_of(cell) for cell in cells] for _, cells in sheet.rows[:HEAD_WITHIN]]
    found = head_row(texts)
    if found is None:
        raise NotATable(refused.NO_TABLE)
    heads = texts[found]
    rows = [row for row in sheet.rows[found + 1 :] if not _repeats(heads, row[1])]
    if not rows:
        raise NotATable(refused.NO_ROWS)
    if len(rows) > MAX_ROWS:
        raise NotATable(refused.TOO_MANY, limit=MAX_ROWS)
    width = max(len(heads), max(len(cells) for _, cells in rows))
    heads = heads + [""] * (width - len(heads))
    source = source_of(heads)
    fields = map_columns(heads, source)
    return Table(heads, source, fields, rows)


def _repeats(heads: Sequence[str], cells: Sequence[Cell]) -> bool:
    """A head row printed again on each page, perhaps with something merged over it."""
    same = sum(1 for head, cell in zip(heads, cells, strict=False) if head and text_of(cell) == head)
    return same > 1 and same * 4 >= 3 * sum(1 for head in heads if head)


def _samples(rows: Sequence[tuple[int, list[Cell]]], column: int) -> list[str]:
    found: list[str] = []
    for _, cells in rows[:200]:
        text = text_of(cells[column]) if column < len(cells) else ""
        if text and text not in found:
            found.append(text[:LONGEST_SAMPLE])
        if len(found) == SAMPLES:
            break
    return found
