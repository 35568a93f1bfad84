"""Assemble the data of one record for its Typst templates. Pure: one round file, one language, one way to photos."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.reports.qr import qr_svg
from server.reports.record.basis import Content, answers_by_cell, printed_content, round_cells
from server.reports.record.figures import moment, person, separator, zone_name
from server.reports.record.file import RoundFile
from server.reports.record.later import (
    amendment_rows,
    change_rows,
    changed_cells,
    conflict_rows,
    sent_back_rows,
    signature_row,
)
from server.reports.record.paper import form_sheet
from server.reports.record.pictures import Pictures, ReadPrint
from server.reports.record.sheets import asset_sheets
from server.reports.words import WORDS, Language, in_language, name_of, texts, word
from server.rules.documents import Fields
from server.rules.missing import is_unmeasured


@dataclass(frozen=True)
class Printed:
    """What `typeset` needs."""

    data: Mapping[str, Any]
    pictures: Mapping[str, bytes]
    dated: datetime


def printed_record(file: RoundFile, *, language: Language, read_print: ReadPrint, verify_url: str) -> Printed:
    """Fill the record. A round without a seal is marked as a draft on every page."""
    content = printed_content(file)
    pictures = Pictures(read_print)
    changed = changed_cells(file)
    added = _added_later(file, content)

    def print_photo(photo: Fields) -> dict[str, Any]:
        return pictures.add_photo(photo, language) | _caption(file, photo, photo["hash"] in added, language)

    sheets = asset_sheets(file, content, changed=changed, print_photo=print_photo, language=language)
    signed = [signature_row(file, copy, pictures, language) for copy in file.signed_in_order]
    data = {
        "lang": language,
        "dot": separator(language),
        "words": {key: in_language(pair, language) for key, pair in WORDS.items()},
        "title": f"{word('record', language)} {file.round['number'] or ''}".strip(),
        "number": file.round["number"] or "",
        "draft": file.seal is None,
        "zone": zone_name(file.zone, file.round["due_at"]),
        **form_sheet(file, content, language),
        "summary": _summary(file, content, language),
        "signatures": {party: _latest(signed, party) for party in ("engineer", "client")},
        "signed": signed,
        "client_absent": any(
            event["args"].get("client_absent") for event in file.events if event["name"] == "submitted"
        ),
        "opinions": [
            {"text": copy["opinion"], "who": separator(language).join((copy["name"], copy["at"]))}
            for copy in signed
            if copy["opinion"]
        ],
        "assets": sheets,
        "changed": bool(changed),
        "changes": change_rows(file, language),
        "sent_backs": sent_back_rows(file, language),
        "conflicts": conflict_rows(file, language),
        "amendments": amendment_rows(file, language),
        "late_photos": [print_photo(photo) for photo in file.late_photos],
        "seal": _seal(file, language, verify_url),
    }
    if file.seal is not None:
        pictures.files["qr.svg"] = qr_svg(verify_url)
    return Printed(data, pictures.files, datetime.fromisoformat(_dated(file)))


def _latest(signed: Sequence[dict[str, Any]], party: str) -> dict[str, Any] | None:
    return next((copy for copy in reversed(signed) if copy["party"] == party), None)


def _added_later(file: RoundFile, content: Content) -> set[str]:
    """Photos that nobody had before them when they signed."""
    if not file.signed:
        return set()
    return {photo["hash"] for photo in file.photos} - set(content["photos"])


def _dated(file: RoundFile) -> str:
    """The PDF's own date is the record's, never the printer's: printed twice, it is the same bytes."""
    return str(file.seal["sealed_at"] if file.seal else file.round["due_at"])


def _caption(file: RoundFile, photo: Fields, added: bool, language: Language) -> dict[str, str]:
    item = next((item for item in file.template["items"] if item["check_key"] == photo["check_key"]), None)
    title = name_of(item, language, "title") if item else word("photo", language)
    detail = [moment(photo["taken_at"], file.zone, seconds=True), person(file.members, photo["taken_by"], language)]
    if photo["markup"] and photo["markup"].get("marks"):
        detail.append(word("marked", language))
    if added:
        detail.append(word("added_later", language))
    return {"caption": title, "detail": separator(language).join([*detail, photo["hash"][:8]])}


def _summary(file: RoundFile, content: Content, language: Language) -> list[str]:
    keys = {cell.key for cell in round_cells(file)}
    answers = [answer for key, answer in answers_by_cell(content).items() if key in keys]
    values = Counter(answer["value"] for answer in answers)
    figures = {
        "assets": len(file.assets),
        "items": len(keys),
        "photos": sum(photo["withdrawn_at"] is None and photo["purpose"] != "seal" for photo in file.photos),
        **{value: values[value] for value in ("normal", "abnormal", "not_applicable")},
    }
    unmeasured = sum(map(is_unmeasured, answers))
    lines = [
        text.format(
            **figures,
            unmeasured=more.format(count=unmeasured) if unmeasured else "",
            photos_taken=_photos_taken(figures["photos"], one, several),
        )
        for text, more, one, several in zip(
            texts("summary", language),
            texts("summary_unmeasured", language),
            texts("one_photo", language),
            texts("n_photos", language),
            strict=True,
        )
    ]
    if file.round["incomplete"]:
        lines += [text.format(count=len(file.round["incomplete"])) for text in texts("incomplete", language)]
    return lines


def _photos_taken(count: int, one: str, several: str) -> str:
    return (one if count == 1 else several).format(count=count)


def _seal(file: RoundFile, language: Language, verify_url: str) -> dict[str, Any] | None:
    seal = file.seal
    if seal is None:
        return None
    approved = next((event for event in file.events if event["name"] == "approved"), None)
    holding = approved["args"].get("holding", []) if approved else []
    people = word("list_separator", language).join(
        dict.fromkeys(person(file.members, phone.get("person_id"), language) for phone in holding)
    )
    return {
        "at": moment(seal["sealed_at"], file.zone, seconds=True),
        "by": person(file.members, seal["sealed_by"], language),
        "hash": seal["hash"],
        "short": seal["hash"][:16],
        "previous": seal["previous_hash"] or word("first_seal", language),
        "reason": (approved["args"].get("reason") or None) if approved else None,
        "holding": people or None,
        "url": verify_url,
    }
