"""What a person has said about a table: which column means what, what its words mean, what to do about places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from server.rules.import_heads import FIELDS
from server.rules.import_text import word
from server.rules.import_words import CHOICES


@dataclass(frozen=True)
class ImportMapping:
    """`columns`: a field or nothing for each column. `words`: by field, a word of the table and our name for it.

    `category` is for rows of which nobody can tell it; `make_places`: a place that is not there is made.
    """

    columns: tuple[str | None, ...]
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    category: str | None = None
    make_places: bool = True

    def as_json(self) -> dict[str, Any]:
        words = {name: dict(said) for name, said in self.words.items()}
        return {"columns": list(self.columns), "words": words, "category": self.category,
                "make_places": self.make_places}  # fmt: skip


def read_mapping(said: Mapping[str, Any], width: int) -> ImportMapping:
    """From its JSON, for a table of so many columns. Raises ValueError with what is wrong."""
    columns = [name if name in FIELDS else None for name in said.get("columns", ())][:width]
    columns += [None] * (width - len(columns))
    named = [name for name in columns if name]
    if len(named) != len(set(named)):
        raise ValueError("column_twice")
    return ImportMapping(tuple(columns), _words(said.get("words") or {}), _choice("category", said.get("category")),
                    bool(said.get("make_places", True)))  # fmt: skip


def _words(said: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name, meanings in said.items():
        if name not in CHOICES:
            raise ValueError("word_of_no_list")
        found[name] = {word(text): choice for text, choice in meanings.items() if _choice(name, choice)}
    return found


def _choice(name: str, value: Any) -> str | None:
    if value is not None and value not in CHOICES[name]:
        raise ValueError("no_such_choice")
    return str(value) if value is not None else None


def cell_of(cells: Sequence[Any], mapping: ImportMapping, name: str) -> Any:
    """What the row says of this field; None where the table has no such column or the row ends before it."""
    for column, mapped in enumerate(mapping.columns):
        if mapped == name:
            return cells[column] if column < len(cells) else None
    return None
