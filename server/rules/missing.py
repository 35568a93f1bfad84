"""What a round still lacks. Never a reason to refuse a submit; it blocks only approval."""

from collections.abc import Sequence
from typing import Final, Literal, TypedDict

from server.rules.blank import is_blank
from server.rules.documents import Fields
from server.rules.fixed_on_site import is_fixed_on_site
from server.rules.items import shown_cells
from server.rules.proofs import NO_PROOF, Proof, Proofs
from server.rules.readings import reading_verdict

MissingField = Literal[
    "answer", "severity", "reason", "reading", "choice", "text", "code", "photo", "before", "after", "scan"
]

UNJUDGED: Final = ("text", "photo", "scan")  # kinds that are neither normal nor abnormal


class Missing(TypedDict):
    asset_id: str | None
    check_key: str
    field: MissingField


def missing_field(item: Fields, answer: Fields | None, proof: Proof = NO_PROOF) -> MissingField | None:
    """The first thing this answer lacks; None when it is filled. Without `proof` no photo and no scan stands."""
    return _missing_words(item, answer) or _missing_proof(item, answer, proof)


def _missing_words(item: Fields, answer: Fields | None) -> MissingField | None:
    if item["kind"] in UNJUDGED and (answer is None or answer.get("value") != "not_applicable"):
        return _unwritten(item, answer)
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
    if item["kind"] == "choice" and not answer.get("chosen"):
        return "choice"
    return "reason" if _overrules_silently(item, answer) else None


def is_unmeasured(answer: Fields | None) -> bool:
    """A reading that nobody could take, with the reason: neither normal nor abnormal, and filled all the same."""
    return answer is not None and answer.get("value") is None and not is_blank(answer.get("unmeasurable_reason"))


def is_filled(item: Fields, answer: Fields | None, proof: Proof = NO_PROOF) -> bool:
    return missing_field(item, answer, proof) is None


def missing(
    template: Fields, assets: Sequence[Fields], answers: Sequence[Fields], proofs: Proofs | None = None
) -> list[Missing]:
    """Required items that are shown and not filled, in the order shown, asset by asset."""
    by_cell = {(answer["asset_id"], answer["check_key"]): answer for answer in answers}
    found: list[Missing] = []
    for cell in shown_cells(template, assets, answers):
        proof = NO_PROOF if proofs is None else proofs.of(cell.item, cell.key)
        answer = by_cell.get(cell.key)
        asked = cell.item["required"] or (answer is not None and is_fixed_on_site(answer))
        field = missing_field(cell.item, answer, proof) if asked else None
        if field is not None:
            found.append({"asset_id": cell.asset_id, "check_key": cell.check_key, "field": field})
    return found


def _lacks_reading(answer: Fields | None) -> bool:
    return answer is None or (is_blank(answer.get("reading")) and is_blank(answer.get("unmeasurable_reason")))


def is_abnormal_by_itself(item: Fields, answer: Fields) -> bool:
    """A reading outside its limits, or an option that means a fault."""
    if item["kind"] == "choice":
        chosen = answer.get("chosen") or ()
        return any(option["abnormal"] and option["key"] in chosen for option in item["options"])
    return item["kind"] == "reading" and reading_verdict(item, answer.get("reading")) in ("below", "above")


def _unwritten(item: Fields, answer: Fields | None) -> MissingField | None:
    """Of an item that nobody judges: it is filled by what it asks for."""
    if item["kind"] == "photo" or (answer is not None and not is_blank(answer.get("text"))):
        return None
    return "code" if item["kind"] == "scan" else "text"


def _missing_proof(item: Fields, answer: Fields | None, proof: Proof) -> MissingField | None:
    value = None if answer is None else answer.get("value")
    if value == "not_applicable" or is_unmeasured(answer):
        return None
    if answer is not None and is_fixed_on_site(answer):
        if "before" not in proof.photos:
            return "before"
        if "after" not in proof.photos:
            return "after"
    if item.get("scan") and not proof.scanned:
        return "scan"
    return "photo" if not proof.photos and (proof.spot_check or _asks_photo(item, value)) else None


def _asks_photo(item: Fields, value: str | None) -> bool:
    rule = item.get("photo", "none")
    return item["kind"] == "photo" or rule == "required" or (rule == "on_abnormal" and value == "abnormal")


def _overrules_silently(item: Fields, answer: Fields) -> bool:
    """What is abnormal by itself and a person calls normal needs that person's reason."""
    unexplained = answer.get("value") == "normal" and is_blank(answer.get("overrule_reason"))
    return unexplained and is_abnormal_by_itself(item, answer)
