"""What a checklist has and an XLSForm has not, in columns of our own (`bind::rm:scope`): others pass over them."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from server.operations.fields import CATEGORIES
from server.rules.documents import Fields
from server.xlsforms.relevant import relevant_of
from server.xlsforms.sheets import Row

NAMESPACE = 'rm="urn:roundsman:xlsform"'
_SCOPES, _PHOTO_RULES = ("asset", "round"), ("none", "required", "on_abnormal")


class _Unreadable(Exception):
    """Somebody changed the cell to what we never write: the field keeps its default."""


def _one_of(*allowed: str) -> Callable[[str], Any]:
    def read(text: str) -> str:
        if text not in allowed:
            raise _Unreadable
        return text

    return read


def _flag(text: str) -> bool:
    return text.casefold() in ("yes", "true")


def _whole(least: int, most: int) -> Callable[[str], Any]:
    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or len(text) > 2 or not least <= int(text) <= most:
            raise _Unreadable
        return int(text)

    return read


def _categories(text: str) -> list[str]:
    return [name for name in text.split() if name in CATEGORIES]


def _lines(text: str) -> list[str]:
    return [line.strip()[:200] for line in text.split("\n") if line.strip()][:50]


_READ: dict[str, Callable[[str], Any]] = {
    "scope": _one_of(*_SCOPES),
    "categories": _categories,
    "form_row": _whole(1, 7),
    "unit": lambda text: text[:20],
    "decimals": _whole(0, 6),
    "has_indication": _flag,
    "has_actual": _flag,
    "phrases_zh": _lines,
    "phrases_en": _lines,
    "photo": _one_of(*_PHOTO_RULES),
    "scan": _flag,
}
OWN = tuple(_READ)


def own_fields(row: Row, item: Fields) -> dict[str, Any]:
    """Fields that our own columns say; an item keeps its default where they say nothing readable."""
    found: dict[str, Any] = {}
    for name, read in _READ.items():
        text = row.get("bind", f"rm:{name}")
        if not text or (name in ("unit", "decimals") and item["kind"] != "reading"):
            continue
        try:
            found[name] = read(text)
        except _Unreadable:
            continue
    return found


def own_condition(row: Row, items: Mapping[str, Fields]) -> dict[str, Any] | None:
    """The condition as it was written, unless `relevant` was changed beside it since."""
    text = row.get("bind", "rm:shown_if")
    try:
        said = json.loads(text) if text else None
        return said if said is not None and relevant_of(said, items) == row.get("bind", "relevant") else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None  # not what we wrote: `relevant` counts


def cell_of(name: str, value: Any) -> str:
    """A field as its cell says it; empty for a default."""
    if value is None or value is False or value == []:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, list):
        return (" " if name == "categories" else "\n").join(value)
    return str(value)
