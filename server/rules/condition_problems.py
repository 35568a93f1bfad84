"""What is wrong with one item's condition (`shown_if`): its form, and whether the items that it names can answer it.

An item of an asset may ask about earlier items of the same asset and about the round's own; an item of the round about
earlier items of the round. So no condition can go round in a circle.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from server.rules.conditions import leaves
from server.rules.documents import Fields
from server.rules.readings import decimal

MAX_DEPTH: Final = 5
MAX_LEAVES: Final = 50
STANDINGS: Final = ("answered", "normal", "abnormal", "not_applicable")
JUDGED: Final = ("judgement", "reading", "choice")  # kinds that are normal or abnormal


def condition_problems(
    item: Fields, known: Mapping[str, Fields], earlier: Mapping[str, Fields]
) -> Iterator[tuple[str, str]]:
    """Yield (field, problem), each problem once; `known`: all items by key, `earlier`: those shown before this one."""
    condition = item["shown_if"]
    if condition is None:
        return
    if not _is_formed(condition, MAX_DEPTH):
        yield "shown_if", "condition_malformed"
        return
    asked = list(leaves(condition))
    if len(asked) > MAX_LEAVES:
        yield "shown_if", "condition_too_long"
    for problem in dict.fromkeys(_leaf_problem(item, leaf, known, earlier) for leaf in asked):
        if problem is not None:
            yield "shown_if", problem


def _is_formed(condition: Any, depth: int) -> bool:
    """One of the forms, and nothing besides; deeper than MAX_DEPTH nobody can read."""
    if not isinstance(condition, Mapping) or depth == 0:
        return False
    members = frozenset(condition)
    if members in ({"all"}, {"any"}):
        parts = condition.get("all", condition.get("any"))
        return isinstance(parts, list) and bool(parts) and all(_is_formed(part, depth - 1) for part in parts)
    if members == {"not"}:
        return _is_formed(condition["not"], depth - 1)
    if not isinstance(condition.get("item"), str):
        return False
    if members == {"item", "is"}:
        return condition["is"] in STANDINGS
    if members == {"item", "chosen"}:
        return isinstance(condition["chosen"], str)
    limits = members - {"item"}
    return bool(limits) and limits <= {"above", "below"} and all(_is_number(condition[limit]) for limit in limits)


def _is_number(text: Any) -> bool:
    return isinstance(text, str) and decimal(text) is not None


def _leaf_problem(
    item: Fields, leaf: Mapping[str, Any], known: Mapping[str, Fields], earlier: Mapping[str, Fields]
) -> str | None:
    named = known.get(leaf["item"])
    if leaf["item"] == item["check_key"]:
        return "condition_of_itself"
    if named is None:
        return "condition_of_unknown_item"
    if item["scope"] == "round" and named["scope"] == "asset":
        return "condition_of_an_asset"
    if named["scope"] == item["scope"] and leaf["item"] not in earlier:
        return "condition_of_later_item"
    return _together(item, named) or _answerable(leaf, named)


def _together(item: Fields, named: Fields) -> str | None:
    """Two items of an asset that no asset is asked both."""
    both = item["scope"] == named["scope"] == "asset" and item["categories"] and named["categories"]
    return "condition_never_together" if both and not set(item["categories"]) & set(named["categories"]) else None


def _answerable(leaf: Mapping[str, Any], named: Fields) -> str | None:
    if named["kind"] == "photo":
        return "condition_of_a_photo"
    if "chosen" in leaf:
        if named["kind"] != "choice":
            return "condition_of_no_choice"
        return None if leaf["chosen"] in [option["key"] for option in named["options"]] else "condition_unknown_option"
    if "is" in leaf:
        never = leaf["is"] in ("normal", "abnormal") and named["kind"] not in JUDGED
        return "condition_never_judged" if never else None
    return None if named["kind"] == "reading" else "condition_of_no_reading"
