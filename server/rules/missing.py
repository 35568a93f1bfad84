"""What a round still lacks. Never a reason to refuse a submit; it blocks only approval."""

from collections.abc import Iterable
from typing import Literal, TypedDict

from server.rules.blank import is_blank
from server.rules.documents import Fields
from server.rules.items import cells_of
from server.rules.readings import reading_verdict

MissingField = Literal["answer", "severity", "reason", "reading"]


class Missing(TypedDict):
    asset_id: str | None
    check_key: str
    field: MissingField


def missing_field(item: Fields, answer: Fields | None) -> MissingField | None:
    """The first thing this answer lacks; None when it is filled."""
    needs_reading = item["kind"] == "reading" and _lacks_reading(answer)
    if answer is None or answer.get("value") is None:
        if answer is not None and not is_blank(answer.get("unmeasurable_reason")):
            return None
        return "reading" if needs_reading else "answer"
    value = answer.get("value")
    if value == "not_applicable":
        return "reason" if is_blank(answer.get("na_reason")) else None
    if value == "abnormal" and answer.get("severity") is None:
        return "severity"
    if needs_reading:
        return "reading"
    return "reason" if _overrules_silently(item, answer) else None


def is_unmeasured(answer: Fields | None) -> bool:
    """A reading that nobody could take, with the reason: neither normal nor abnormal, and filled all the same."""
    return answer is not None and answer.get("value") is None and not is_blank(answer.get("unmeasurable_reason"))


def is_filled(item: Fields, answer: Fields | None) -> bool:
    return missing_field(item, answer) is None


def missing(template: Fields, assets: Iterable[Fields], answers: Iterable[Fields]) -> list[Missing]:
    """Required items that are not filled, in the order shown, asset by asset."""
    by_cell = {(answer["asset_id"], answer["check_key"]): answer for answer in answers}
    found: list[Missing] = []
    for cell in cells_of(template, assets):
        field = missing_field(cell.item, by_cell.get(cell.key)) if cell.item["required"] else None
        if field is not None:
            found.append({"asset_id": cell.asset_id, "check_key": cell.check_key, "field": field})
    return found


def _lacks_reading(answer: Fields | None) -> bool:
    return answer is None or (is_blank(answer.get("reading")) and is_blank(answer.get("unmeasurable_reason")))


def _overrules_silently(item: Fields, answer: Fields) -> bool:
    """A reading outside its limits that a person calls normal needs that person's reason."""
    outside = item["kind"] == "reading" and reading_verdict(item, answer.get("reading")) in ("below", "above")
    return bool(outside and answer.get("value") == "normal" and is_blank(answer.get("overrule_reason")))
