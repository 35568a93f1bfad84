"""One row of a table as the fields of an asset: what it says, what had to be guessed, what makes no sense."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from server.rules.import_dates import NotADay, day_of, months_later, months_of
from server.rules.import_mapping import ImportMapping
from server.rules.import_places import Part, Path, path_of
from server.rules.import_text import is_nothing, number_lost, text_of
from server.rules.import_words import choice_of, guess_category

LONGEST: Final = {"code": 40, "name_zh": 200, "name_en": 200, "brand": 200, "model": 200, "serial": 200,
                  "position": 200, "note": 10_000}  # fmt: skip
_TEXTS: Final = ("name_zh", "name_en", "brand", "model", "serial")
_KEYS: Final = ("code", "serial")
Problem = dict[str, Any]


@dataclass
class Said:
    """`fields` are those of an asset but for its places; `paths` by the field that they fill.

    `notes` are for a person to see; with one of `problems` the row is refused.
    """

    line: int
    fields: dict[str, str] = field(default_factory=dict)
    paths: dict[str, Path] = field(default_factory=dict)
    guessed: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def read_row(line: int, cells: Sequence[Any], mapping: ImportMapping) -> Said:
    """Empty cells say nothing: what an asset has already stays."""
    return _Reader(line, cells, mapping).read()


class _Reader:
    def __init__(self, line: int, cells: Sequence[Any], mapping: ImportMapping) -> None:
        self.mapping = mapping
        self.said = Said(line)
        self.cells = {name: cells[k] for k, name in enumerate(mapping.columns) if name and k < len(cells)}

    def read(self) -> Said:
        for name in ("code", *_TEXTS):
            self._take(name, self._text(name))
        self._take("note", self._text("note", lines=True))
        self._name()
        self._code()
        self._choices()
        self._days()
        self._places()
        for name, value in self.said.fields.items():
            if name in LONGEST and len(value) > LONGEST[name]:
                self._problem("too_long", name, value[:60], limit=LONGEST[name])
        return self.said

    def _text(self, name: str, *, lines: bool = False) -> str:
        cell = self.cells.get(name)
        if isinstance(cell, dict):
            kind = "formula" if "formula" in cell else "error"
            self._problem(
                "formula_without_value" if kind == "formula" else "cell_error", name, str(cell.get(kind))[:60]
            )
            return ""
        if name in _KEYS and number_lost(cell):
            self._problem("digits_lost", name, text_of(cell))
            return ""
        text = text_of(cell, lines=lines)
        return "" if is_nothing(text) else text

    def _take(self, name: str, text: str) -> None:
        if text:
            self.said.fields[name] = text

    def _problem(self, code: str, name: str, value: str | None = None, **more: Any) -> None:
        self.said.problems.append({"code": code, "field": name, "value": value, **more})

    def _note(self, code: str, name: str, value: str) -> None:
        self.said.notes.append({"code": code, "field": name, "value": value})

    def _name(self) -> None:
        """One name is the name in both languages; a thing without one is called by its make."""
        fields, name = self.said.fields, self._text("name")
        if not name and "name_zh" not in fields and "name_en" not in fields:
            name = " ".join(fields[part] for part in ("brand", "model") if part in fields)
            if name:
                self._note("name_from_model", "name", name)
                self.said.guessed |= {"name_zh", "name_en"}
        if name:
            fields.setdefault("name_zh", name)
        for one, other in (("name_zh", "name_en"), ("name_en", "name_zh")):
            if one in fields and other not in fields:
                fields[other] = fields[one]
                self.said.guessed.add(other)

    def _code(self) -> None:
        fields = self.said.fields
        if "code" in fields or any(problem["field"] == "code" for problem in self.said.problems):
            return
        if "serial" in fields:
            fields["code"] = fields["serial"]
            self.said.guessed.add("code")
            self._note("code_from_serial", "code", fields["serial"])

    def _choices(self) -> None:
        for name in ("kind", "state", "importance", "category"):
            text = self._text(name)
            choice = choice_of(name, text, self.mapping.words.get(name)) if text else None
            if choice:
                self.said.fields[name] = choice
            elif text and name != "category":
                self._problem("word_unknown", name, text)
            elif name == "category":
                self._category(text)

    def _category(self, text: str) -> None:
        named = (self.said.fields.get("name_zh", ""), self.said.fields.get("model", ""))
        guess = guess_category(text) if text else guess_category(*named)
        if guess:
            self.said.fields["category"] = guess
            self._note("category_guessed", "category", text or named[0] or named[1])
        elif text:
            self._problem("word_unknown", "category", text)
        elif self.mapping.category:
            self.said.fields["category"] = self.mapping.category
        if not text:
            self.said.guessed.add("category")

    def _days(self) -> None:
        for name in ("installed_on", "warranty_until"):
            text = self._text(name)
            if not text:
                continue
            try:
                self.said.fields[name] = day_of(self.cells[name], last=name == "warranty_until")
            except NotADay as problem:
                if name != "warranty_until" or not self._months(text):
                    self._problem(problem.reason, name, text)
        text = self._text("warranty_months")
        if text and not self._months(text):
            self._until_or_problem(text)

    def _months(self, text: str) -> bool:
        """A warranty as a time, counted from when it was installed."""
        months, begun = months_of(text), self.said.fields.get("installed_on")
        if months is None:
            return False
        until = months_later(begun, months) if begun and months else None
        if until:
            self.said.fields.setdefault("warranty_until", until)
        elif months:
            self._note("warranty_without_begin", "warranty_months", text)
        return True

    def _until_or_problem(self, text: str) -> None:
        """Many write the day into a column for the time."""
        try:
            until = day_of(self.cells["warranty_months"], last=True)
        except NotADay as problem:
            self._problem(problem.reason, "warranty_months", text)
        else:
            self.said.fields.setdefault("warranty_until", until)

    def _places(self) -> None:
        by_kind = {kind: self._text(kind) for kind in ("site", "room", "rack")}
        if "/" in by_kind["room"] or "／" in by_kind["room"]:  # a path in the room's column
            by_kind["room"], path = "", path_of(by_kind["room"])
        else:
            path = path_of(self._text("place"))
        whole: Path = (
            *self._parts(by_kind, "site"),
            *self._parts(by_kind, "room"),
            *path,
            *self._parts(by_kind, "rack"),
        )
        if whole:
            self.said.paths["place_id"] = whole
        self._take("position", _in_units(self.cells.get("position"), self._text("position")))
        for name in ("end_a", "end_b"):
            if path := path_of(self._text(name)):
                self.said.paths[f"{name}_id"] = path

    def _parts(self, by_kind: dict[str, str], kind: str) -> Path:
        return (Part(by_kind[kind], kind),) if by_kind[kind] else ()


def _in_units(cell: Any, text: str) -> str:
    """NetBox counts a rack's units as numbers: 12.0."""
    try:
        number = float(text)
    except ValueError:
        return text
    return f"U{text_of(number)}"
