"""What is wrong with a checklist as a whole: what no single field can tell. Nothing with a problem is published.

Each problem names its item, the field to put right, and a word that both languages have a sentence for.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypedDict

from server.rules.blank import is_blank
from server.rules.condition_problems import JUDGED, condition_problems
from server.rules.documents import Fields
from server.rules.items import in_order
from server.rules.readings import decimal

MAX_ITEMS: Final = 500
KEY: Final = re.compile(r"[a-z0-9_]{1,60}")


class TemplateProblem(TypedDict):
    """`check_key` is None for what concerns the list."""

    check_key: str | None
    field: str
    problem: str


def template_problems(items: Sequence[Fields]) -> list[TemplateProblem]:
    """Problems in the order in which the items are shown; an empty list may be published."""
    found: list[TemplateProblem] = []
    if not items:
        found.append({"check_key": None, "field": "items", "problem": "no_items"})
    if len(items) > MAX_ITEMS:
        found.append({"check_key": None, "field": "items", "problem": "too_many_items"})
    earlier: dict[str, Fields] = {}
    ordered = in_order(items)
    known = {item["check_key"]: item for item in ordered}
    for item in ordered:
        for field, problem in (*_own_problems(item, earlier), *condition_problems(item, known, earlier)):
            found.append({"check_key": item["check_key"], "field": field, "problem": problem})
        earlier[item["check_key"]] = item
    return found


def _own_problems(item: Fields, earlier: Mapping[str, Fields]) -> Iterator[tuple[str, str]]:
    if not KEY.fullmatch(item["check_key"]):
        yield "check_key", "bad_key"
    if item["check_key"] in earlier:
        yield "check_key", "duplicate_key"
    for field in ("title_zh", "title_en"):
        if is_blank(item[field]):
            yield field, "title_missing"
    if item["kind"] == "reading":
        yield from _limit_problems(item)
    if item["kind"] == "choice":
        yield from _option_problems(item["options"])
    if item["photo"] == "on_abnormal" and item["kind"] not in JUDGED:
        yield "photo", "never_abnormal"
    if item["scan"] and item["scope"] == "round":
        yield "scan", "no_asset_to_scan"


def _limit_problems(item: Fields) -> Iterator[tuple[str, str]]:
    for field in ("low", "high"):
        if item[field] is not None and decimal(item[field]) is None:
            yield field, "not_a_number"
    low, high = decimal(item["low"]), decimal(item["high"])
    if low is not None and high is not None and low > high:
        yield "low", "limits_crossed"


def _option_problems(options: Sequence[Any]) -> Iterator[tuple[str, str]]:
    keys = [option["key"] for option in options]
    if len(options) < 2:
        yield "options", "too_few_options"
    if not all(KEY.fullmatch(key) for key in keys):
        yield "options", "bad_option_key"
    if len(set(keys)) < len(keys):
        yield "options", "duplicate_option"
    if any(is_blank(option["title_zh"]) or is_blank(option["title_en"]) for option in options):
        yield "options", "option_title_missing"
