"""Whether an item is asked at all: a condition over what was answered to other items of the same asset or of the round.

    {"all": [...]} · {"any": [...]} · {"not": {...}}
    {"item": key, "is": "answered" | "normal" | "abnormal" | "not_applicable"}
    {"item": key, "chosen": option key}          of a choice
    {"item": key, "above": "5", "below": "9"}    of a reading; a limit itself is neither above nor below

A condition in a form that this version does not know hides nothing.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from server.rules.blank import is_blank
from server.rules.documents import Fields
from server.rules.readings import decimal

Answered = Mapping[str, Fields]


def holds(condition: Any, answers: Answered) -> bool:
    """Whether a condition is met; `answers` by check key: of the items that are asked themselves, and no others."""
    if not isinstance(condition, Mapping):
        return True
    if "all" in condition:
        return all(holds(part, answers) for part in _parts(condition["all"]))
    if "any" in condition:
        return any(holds(part, answers) for part in _parts(condition["any"]))
    if "not" in condition:
        return not holds(condition["not"], answers)
    return _says(condition, answers.get(str(condition.get("item"))))


def items_named(condition: Any) -> list[str]:
    """Keys of the items that a condition asks about, each once, in the order named."""
    return list(dict.fromkeys(str(leaf["item"]) for leaf in leaves(condition) if "item" in leaf))


def leaves(condition: Any) -> Iterator[Mapping[str, Any]]:
    """The questions of a condition about single items."""
    if not isinstance(condition, Mapping):
        return
    if "not" in condition:
        yield from leaves(condition["not"])
    elif "all" in condition or "any" in condition:
        for part in _parts(condition.get("all", condition.get("any"))):
            yield from leaves(part)
    else:
        yield condition


def is_answered(answer: Fields | None) -> bool:
    """Something was said: judged, measured, chosen, written, or why it could not be."""
    if answer is None:
        return False
    said = any(not is_blank(answer.get(field)) for field in ("reading", "text", "unmeasurable_reason"))
    return said or answer.get("value") is not None or bool(answer.get("chosen"))


def _says(leaf: Mapping[str, Any], answer: Fields | None) -> bool:
    said = answer or {}
    if "is" in leaf:
        return is_answered(answer) if leaf["is"] == "answered" else said.get("value") == leaf["is"]
    if said.get("value") == "not_applicable":  # what was chosen or measured before it was called that is kept, no more
        said = {}
    if "chosen" in leaf:
        return leaf["chosen"] in (said.get("chosen") or ())
    if "above" in leaf or "below" in leaf:
        return _lies_between(said.get("reading"), leaf.get("above"), leaf.get("below"))
    return True


def _lies_between(reading: str | None, above: Any, below: Any) -> bool:
    value, least, most = decimal(reading), _limit(above), _limit(below)
    return value is not None and (least is None or value > least) and (most is None or value < most)


def _limit(text: Any) -> Decimal | None:
    return decimal(text) if isinstance(text, str) else None


def _parts(parts: Any) -> list[Any]:
    return parts if isinstance(parts, list) else []
