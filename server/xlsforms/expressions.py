"""The part of XPath that `relevant` is written in, and that a condition of ours can say.

or ▷ and ▷ not(…) · (…) · true() · selected(${x}, 'a') · ${x} = 'a' · ${x} >= 5 · ${x} != '' · string-length(${x}) > 0
"""

import re
from dataclasses import dataclass, field
from typing import Any

from server.xlsforms.leaves import Asked, NotSayable, leaf_of

Condition = dict[str, Any]
ALWAYS: Condition = {"all": []}  # only while reading: it never leaves this file
LONGEST, DEEPEST = 2_000, 20

_TOKEN = re.compile(
    r"\s*(?:(?P<ref>\$\{\s*[^}\s]+\s*\})|(?P<text>'[^']*'|\"[^\"]*\")|(?P<number>-?[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<sign><=|>=|!=|=|<|>)|(?P<call>[a-z-]+)\s*\(|(?P<word>and|or)\b|(?P<mark>[(),]))"
)
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


@dataclass
class _Reader:
    """A recursive descent over the tokens; what it does not know raises `NotSayable`."""

    tokens: list[tuple[str, str]]
    known: dict[str, Asked]
    place: int = 0
    depth: int = 0
    named: list[str] = field(default_factory=list)

    def peek(self) -> tuple[str, str]:
        return self.tokens[self.place] if self.place < len(self.tokens) else ("end", "")

    def take(self, kind: str, text: str | None = None) -> str:
        found = self.peek()
        if found[0] != kind or text not in (None, found[1]):
            raise NotSayable("condition_not_understood")
        self.place += 1
        return found[1]

    def any_of(self) -> Condition:
        self.depth += 1
        if self.depth > DEEPEST:
            raise NotSayable("condition_not_understood")
        parts = [self.all_of()]
        while self.peek() == ("word", "or"):
            self.place += 1
            parts.append(self.all_of())
        self.depth -= 1
        return ALWAYS if ALWAYS in parts else _joined("any", parts)

    def all_of(self) -> Condition:
        parts = [self.one()]
        while self.peek() == ("word", "and"):
            self.place += 1
            parts.append(self.one())
        parts = [part for part in parts if part != ALWAYS]
        return all_of(parts) or ALWAYS

    def one(self) -> Condition:
        kind, text = self.peek()
        if (kind, text) == ("mark", "("):
            return self.inside(self.any_of)
        if kind == "call" and text in ("not", "boolean"):
            self.place += 1
            inner = self.any_of()
            self.take("mark", ")")
            return {"not": inner} if text == "not" else inner
        if kind == "call" and text == "true":
            self.place += 1
            self.take("mark", ")")
            return ALWAYS
        if kind == "call" and text == "selected":
            return self.selected()
        return self.comparison()

    def inside(self, read: Any) -> Condition:
        self.take("mark", "(")
        found: Condition = read()
        self.take("mark", ")")
        return found

    def selected(self) -> Condition:
        self.place += 1
        asked = self.item()
        self.take("mark", ",")
        choice = _unquoted(self.take("text"))
        self.take("mark", ")")
        return leaf_of(asked, "selected", choice)

    def comparison(self) -> Condition:
        if self.peek()[0] in ("text", "number"):
            literal, sign = self.literal(), self.take("sign")
            return leaf_of(self.item(), _TURNED.get(sign, sign), literal)
        if self.peek() == ("call", "string-length"):
            self.place += 1
            asked = self.item()
            self.take("mark", ")")
            sign, literal = self.take("sign"), self.literal()
            if (sign, literal) not in ((">", "0"), ("!=", "0"), (">=", "1")):
                raise NotSayable("condition_not_understood")
            return leaf_of(asked, "!=", "")
        asked, sign = self.item(), self.take("sign")
        return leaf_of(asked, sign, self.literal())

    def literal(self) -> str:
        kind, text = self.peek()
        if kind not in ("text", "number"):
            raise NotSayable("condition_not_understood")
        self.place += 1
        return _unquoted(text) if kind == "text" else text

    def item(self) -> Asked:
        name = self.take("ref")[2:-1].strip()
        if name not in self.known:
            raise NotSayable("condition_of_what_is_left_out")
        return self.known[name]


def condition_of(relevant: str, known: dict[str, Asked]) -> Condition | None:
    """The condition that says the same, None for "always"; `known`: what stands above it, by its name in the form.

    Raises `NotSayable` with a word for why.
    """
    reader = _Reader(_tokens(relevant.translate(_STRAIGHT)), known)
    found = reader.any_of()
    reader.take("end")
    return None if found == ALWAYS else found


def all_of(parts: list[Condition]) -> Condition | None:
    """All of these; conditions that are such lists themselves are taken apart."""
    flat = [inner for part in parts for inner in (part["all"] if "all" in part else [part])]
    return _joined("all", flat) if flat else None


def _joined(how: str, parts: list[Condition]) -> Condition:
    return parts[0] if len(parts) == 1 else {how: parts}


def _tokens(text: str) -> list[tuple[str, str]]:
    if len(text) > LONGEST:
        raise NotSayable("condition_not_understood")
    found, place, end = list[tuple[str, str]](), 0, len(text.rstrip())
    while place < end:
        match = _TOKEN.match(text, place)
        if match is None or match.lastgroup is None:
            raise NotSayable("condition_not_understood")
        found.append((match.lastgroup, match[match.lastgroup]))
        place = match.end()
    return found


def _unquoted(text: str) -> str:
    return text[1:-1]
