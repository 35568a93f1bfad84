"""Texts of a form in our two languages, whatever languages its columns are in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from server.xlsforms.sheets import Row, Sheet

PLAIN = ""  # a column without a language
REFERENCE = re.compile(r"\$\{\s*([^}]*?)\s*\}")  # an answer that the text would repeat: shown as [its name]
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Text:
    zh: str
    en: str

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)

    def under(self, above: "Text") -> "Text":
        """Two texts, one under the other."""
        return Text(_joined(above.zh, self.zh), _joined(above.en, self.en))


NO_TEXT = Text("", "")


def _joined(first: str, second: str) -> str:
    return "\n".join(part for part in (first, second) if part)


def language_of(name: str) -> str:
    """`zh` or `en` for ours, else the name itself."""
    said = name.casefold()
    if "中文" in name or "汉" in name or "chinese" in said or re.search(r"\bzh\b", said):
        return "zh"
    return "en" if "english" in said or re.search(r"\ben\b", said) else name


@dataclass(frozen=True)
class Languages:
    """`default`: the language that columns without one are in, if the form says so."""

    default: str = PLAIN

    def text(self, row: Row, *column: str) -> Text:
        """What this column says; a language that is missing is filled by the other."""
        said = self._by_language(row, column)
        others = [text for language, text in said.items() if language not in ("zh", "en", PLAIN)]
        plain = said.get(PLAIN, "")
        zh, en = said.get("zh", ""), said.get("en", "")
        if plain and not (zh or en) and _HAN.search(plain) is None:
            en = plain
        fallback = plain or zh or en or next(iter(others), "")
        return Text(zh or fallback, en or fallback)

    def left_out(self, sheet: Sheet, *column: str) -> Iterable[str]:
        """Heads of columns of other languages whose texts nobody reads here, as ours are there."""
        heads = {path: head for path, head in sheet.heads.items() if path[: len(column)] == column}
        ours = [path for path in heads if self._language(path, column) in ("zh", "en", PLAIN)]
        foreign = [path for path in heads if path not in ours]
        return [heads[path] for path in (foreign if ours else foreign[1:])]

    def _by_language(self, row: Row, column: tuple[str, ...]) -> dict[str, str]:
        paths = [path for path in row.cells if path[: len(column)] == column and len(path) <= len(column) + 1]
        return {self._language(path, column): REFERENCE.sub(r"[\1]", row.cells[path]) for path in reversed(paths)}

    def _language(self, path: tuple[str, ...], column: tuple[str, ...]) -> str:
        name = path[len(column)] if len(path) > len(column) else self.default
        return language_of(name) if name else PLAIN
