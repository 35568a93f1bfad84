"""The cells of one sheet, whatever file it came from."""

from dataclasses import dataclass, field
from typing import Any

Cell = str | int | float | bool | dict[str, Any] | None


@dataclass
class Sheet:
    """`rows`: (line in the file, cells); lines without a word are left out."""

    rows: list[tuple[int, list[Cell]]] = field(default_factory=list)
    title: str | None = None

    def add(self, line: int, cells: list[Cell]) -> None:
        while cells and (cells[-1] is None or cells[-1] == ""):
            cells.pop()
        if cells:
            self.rows.append((line, cells))
