"""Rows of the pages behind the sheets: signatures, changes, send-backs, conflicts, amendments, the seal."""

from typing import Any

from server.reports.record.basis import CellKey, read_content
from server.reports.record.changes import Change, changes_after_signature
from server.reports.record.figures import chosen_words, moment, person, quantity, separator, severity_words
from server.reports.record.file import Deed, RoundFile
from server.reports.record.pictures import Pictures
from server.reports.words import WORDS, Language, name_of, word
from server.rules.documents import Fields
from server.rules.return_reasons import RETURN_REASONS
from server.rules.signed_content import ANSWER_FIELDS, FORM_FIELDS

AMENDED_FIELDS = tuple(dict.fromkeys((*ANSWER_FIELDS, "overrule_reason", *FORM_FIELDS)))


def signature_row(file: RoundFile, copy: Fields, pictures: Pictures, language: Language) -> dict[str, Any]:
    photos = {photo["id"]: photo for photo in file.photos}
    return {
        "party": copy["party"],
        "name": copy["signer_name"],
        "phone": copy["signer_phone"],
        "on_behalf": copy["on_behalf"],
        "at": moment(copy["at"], file.zone, seconds=True),
        "opinion": copy["opinion"],
        "hash": copy["content_hash"],
        "is_readable": read_content(copy) is not None,
        "image": pictures.add_signature(copy),
        **pictures.add_seal(copy, photos, language),
    }


def change_rows(file: RoundFile, language: Language) -> list[dict[str, Any]]:
    return [_change_row(file, change, language) for change in changes_after_signature(file)]


def changed_cells(file: RoundFile) -> set[CellKey]:
    return {change.key for change in changes_after_signature(file) if change.key is not None}


def _change_row(file: RoundFile, change: Change, language: Language) -> dict[str, Any]:
    deed = change.deed
    item = _item_of(file, change.key)
    return _subject(file, change.key, language) | {
        "field": _field_word(change.field),
        "from": value_words(change.field, change.before, item, language),
        "to": value_words(change.field, change.after, item, language),
        "by": person(file.members, deed.by if deed else None, language),
        "at": moment(deed.at, file.zone, seconds=True) if deed else "",
        "why": _why(file, change, language),
    }


def _why(file: RoundFile, change: Change, language: Language) -> str:
    """A correction's reason is the comment that asked for it, or that the value was settled."""
    if change.deed is not None and change.deed.name == "settle_conflict":
        return word("settled", language)
    pinned = [comment for comment in file.comments if (comment["asset_id"], comment["check_key"]) == change.key]
    before = [comment for comment in pinned if change.deed is None or comment["at"] <= change.deed.at]
    return max(before, key=lambda comment: comment["at"])["text"] if before else ""


def value_words(field: str, value: Any, item: Fields, language: Language) -> str:
    """Write one value of one field as people read it; `item` is empty for a box of the form."""
    if value in (None, "", []):
        return word("empty", language)
    match field:
        case "value":
            return word(value, language)
        case "severity":
            return severity_words(value, language)
        case "reading":
            return quantity(value, item.get("unit"))
        case "chosen":
            return chosen_words(item, value, language) or word("empty", language)
        case "fixed_on_site":
            return word("true" if value else "false", language)
    return str(value)


def sent_back_rows(file: RoundFile, language: Language) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    comments = {comment["id"]: comment for comment in file.comments}
    for event in sorted(file.events, key=lambda event: event["at"]):
        if event["name"] != "sent_back":
            continue
        signature = {"by": person(file.members, event["by"], language), "at": moment(event["at"], file.zone)}
        if event["args"].get("note"):
            rows.append(_subject(file, None, language) | signature | {"text": event["args"]["note"]})
        for comment in filter(None, map(comments.get, event["args"].get("comment_ids", []))):
            key = (comment["asset_id"], comment["check_key"]) if comment["check_key"] else None
            reason = event["args"].get("reasons", {}).get(comment["id"])
            said = [word(f"back_{reason}", language)] if reason in RETURN_REASONS else []
            text = separator(language).join([*said, comment["text"]])
            rows.append(_subject(file, key, language) | signature | {"text": text})
    return rows


def conflict_rows(file: RoundFile, language: Language) -> list[dict[str, Any]]:
    keys = {answer["id"]: (answer["asset_id"], answer["check_key"]) for answer in file.answers}
    rows = []
    for conflict in sorted(file.conflicts, key=lambda conflict: (conflict["kept_at"] or "", conflict["id"])):
        key = keys.get(conflict["doc_id"])
        item = _item_of(file, key)
        field = conflict["field"]
        stood = _stood(file, conflict)
        rows.append(
            _subject(file, key, language)
            | {
                "field": _field_word(field),
                "standing": value_words(field, stood.sets[conflict["doc_id"]][field], item, language),
                "standing_by": _signed(file, stood.by, stood.at, language),
                "kept": value_words(field, conflict["kept_value"], item, language),
                "kept_by": _signed(file, conflict["kept_by"], conflict["kept_at"], language),
                "choice": f"choice_{conflict['settled_choice']}" if conflict["settled_choice"] else "open",
                "settled_by": _signed(file, conflict["settled_by"], conflict["settled_at"], language),
            }
        )
    return rows


def _stood(file: RoundFile, conflict: Fields) -> Deed:
    """The value that stood when the conflict was settled, and whose it was; settling puts the decision in its place."""
    doc, field = conflict["doc_id"], conflict["field"]
    lost = {other["kept_op"] for other in file.conflicts if (other["doc_id"], other["field"]) == (doc, field)}
    row = {doc: {field: conflict["standing_value"]}}
    shown = Deed(conflict["id"], "conflict", conflict["standing_by"], conflict["standing_at"] or "", row)
    if not conflict["settled_at"]:
        return shown
    wrote = (
        deed
        for deed in file.deeds.values()
        if field in deed.sets.get(doc, {})
        and deed.op not in lost
        and deed.name != "settle_conflict"
        and deed.at <= conflict["settled_at"]
    )
    return max(wrote, key=lambda deed: (deed.at, deed.op), default=shown)


def _field_word(field: str) -> str:
    """The key of the field's printed name; what the form has no name for is just "content"."""
    return field if field in WORDS else "what"


def _signed(file: RoundFile, by: str | None, at: str | None, language: Language) -> str:
    return separator(language).join((person(file.members, by, language), moment(at, file.zone))) if by else ""


def _subject(file: RoundFile, key: CellKey | None, language: Language) -> dict[str, Any]:
    if key is None:
        return {"subject": word("record", language), "item": None}
    asset = next((asset for asset in file.assets if asset["id"] == key[0]), None)
    item = _item_of(file, key)
    title = name_of(item, language, "title") if item else key[1]
    subject = f"{name_of(asset, language)} {asset['code']}" if asset else word("whole_round", language)
    return {"subject": subject, "item": title}


def _item_of(file: RoundFile, key: CellKey | None) -> Fields:
    return next((item for item in file.template["items"] if key and item["check_key"] == key[1]), {})


def amendment_rows(file: RoundFile, language: Language) -> list[dict[str, Any]]:
    return [
        _subject(file, _amended_key(amendment), language)
        | {
            "kind": amendment["kind"],
            "text": _amended(file, amendment, language),
            "at": moment(amendment["at"], file.zone),
        }
        for amendment in sorted(file.amendments, key=lambda amendment: (amendment["at"], amendment["id"]))
    ]


def _amended_key(amendment: Fields) -> CellKey | None:
    return (amendment["asset_id"], amendment["check_key"]) if amendment["check_key"] else None


def _amended(file: RoundFile, amendment: Fields, language: Language) -> str:
    """Say what came: each field that was set, or the photo."""
    detail = amendment["detail"]
    if amendment["kind"] == "late_photo":
        return f"{word('photo', language)} {str(detail.get('hash', ''))[:8]}"
    item = _item_of(file, _amended_key(amendment))
    # In the order of the form: the two databases keep the members of JSON in different orders.
    said = [
        f"{word(field, language)}: {value_words(field, detail['set'][field], item, language)}"
        for field in AMENDED_FIELDS
        if field in detail.get("set", {})
    ]
    return "\n".join(said)
