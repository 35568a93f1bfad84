"""A condition as the `relevant` of an XLSForm."""

from collections.abc import Mapping
from typing import Any

from server.rules.documents import Fields


def relevant_of(condition: Any, items: Mapping[str, Fields]) -> str:
    """XPath that says the same as `condition`; `items` by check key."""
    if "all" in condition:
        return " and ".join(_inner(part, items) for part in condition["all"])
    if "any" in condition:
        return " or ".join(_inner(part, items) for part in condition["any"])
    if "not" in condition:
        return f"not({relevant_of(condition['not'], items)})"
    return _leaf(condition, items.get(condition["item"], {}))


def _inner(part: Any, items: Mapping[str, Fields]) -> str:
    text = relevant_of(part, items)
    return f"({text})" if "any" in part or "all" in part else text


def _leaf(leaf: Mapping[str, str], item: Fields) -> str:
    name = f"${{{leaf['item']}}}"
    if "chosen" in leaf:
        return f"selected({name}, '{leaf['chosen']}')"
    if "is" in leaf:
        return f"{name} != ''" if leaf["is"] == "answered" else _judged(name, leaf["is"], item)
    sides = [f"{name} > {leaf['above']}"] if "above" in leaf else []
    if "below" in leaf:
        sides.append(f"{name} < {leaf['below']}")
    return " and ".join(sides) if len(sides) == 1 else f"({' and '.join(sides)})"


def _judged(name: str, answer: str, item: Fields) -> str:
    """A reading and a choice are judged by their limits and options, which ODK does not know: said out here."""
    if item.get("kind") == "reading":
        low, high = item.get("low"), item.get("high")
        beyond = [f"{name} < {low}"] if low is not None else []
        if high is not None:
            beyond.append(f"{name} > {high}")
        return _either(name, answer, beyond)
    if item.get("kind") == "choice":
        bad = [f"selected({name}, '{option['key']}')" for option in item["options"] if option["abnormal"]]
        return _either(name, answer, bad)
    return f"{name} = '{answer}'"


def _either(name: str, answer: str, abnormal: list[str]) -> str:
    if answer == "not_applicable" or not abnormal:
        return f"{name} = '{answer}'" if answer != "normal" else f"{name} != ''"
    said = f"({' or '.join(abnormal)})"
    return said if answer == "abnormal" else f"({name} != '' and not{said})"
