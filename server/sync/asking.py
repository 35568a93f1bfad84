"""Questions for rows of documents, built once for each shape: building one costs several times what asking it does."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select

from server.models.documents import DOCUMENT_TYPES
from server.prepared import Prepared, among

AMONG = "among_"


@dataclass(frozen=True)
class Question:
    """All rows with these values; of one column, `among`, any of several."""

    same: Mapping[str, Any] = field(default_factory=dict)
    among: tuple[str, Collection[str]] | None = None

    def statement(self, name: str, *, lock: bool) -> Prepared:
        """Rows in the order of their ids, in which they are also locked."""
        shape = tuple((column, value is None) for column, value in sorted(self.same.items()))
        return _statement(name, shape, self.among[0] if self.among else None, lock)

    def values(self) -> dict[str, Any]:
        asked = {column: value for column, value in self.same.items() if value is not None}
        return {**asked, AMONG: sorted(self.among[1])} if self.among else asked


@cache
def _statement(name: str, shape: tuple[tuple[str, bool], ...], several: str | None, lock: bool) -> Prepared:
    table = DOCUMENT_TYPES[name].table
    where = [
        table.c[column].is_(None) if is_null else table.c[column] == bindparam(column) for column, is_null in shape
    ]
    if several is not None:
        where.append(among(table.c[several], AMONG))
    statement = select(table).where(*where).order_by(table.c.id)
    return Prepared(to_write(statement) if lock else statement)


def to_write(statement: Select[Any]) -> Select[Any]:
    """Rows that others may still point to, but nobody else write until the commit (SQLite has one writer anyway)."""
    return statement.with_for_update(key_share=True)


class Asked:
    """Which sets of rows were asked for already, so that nothing is asked twice."""

    def __init__(self) -> None:
        self._sets: dict[str, dict[tuple[str, ...], set[tuple[Any, ...]]]] = {}

    def note(self, name: str, where: Mapping[str, Any]) -> None:
        columns = tuple(sorted(where))
        self._sets.setdefault(name, {}).setdefault(columns, set()).add(tuple(where[column] for column in columns))

    def covers(self, name: str, where: Mapping[str, Any]) -> bool:
        """Whether these rows, or more of them, were asked for."""
        for columns, values in self._sets.get(name, {}).items():
            if where.keys() >= set(columns) and tuple([where[column] for column in columns]) in values:
                return True
        return False
