"""The continuation pages: each asset with its items, and the round's own items, as the templates print them."""

from collections.abc import Callable, Iterable
from typing import Any

from server.reports.record.basis import CellKey, Content, answers_by_cell, round_cells
from server.reports.record.figures import chosen_words, limits, moment, place_path, quantity, separator
from server.reports.record.file import RoundFile
from server.reports.words import Language, name_of, names_of, texts, word
from server.rules.documents import Fields
from server.rules.fixed_on_site import is_fixed_on_site
from server.rules.items import Cell
from server.rules.missing import UNJUDGED, is_unmeasured
from server.rules.readings import reading_verdict

UNLABELLED = ("text", "seen")
NOTE_KEYS = ("text", "seen", "indication", "actual", "remark", "na_reason", "unmeasurable_reason", "overrule_reason")
PrintPhoto = Callable[[Fields], dict[str, Any]]


def asset_sheets(
    file: RoundFile, content: Content, *, changed: set[CellKey], print_photo: PrintPhoto, language: Language
) -> list[dict[str, Any]]:
    """Return one sheet per asset in walking order, then one for the whole round."""
    sheets = []
    printed: set[str] = set()
    cells, answers = round_cells(file), answers_by_cell(content)
    for asset in (*file.assets, None):
        asset_id = None if asset is None else asset["id"]
        rows = [cell for cell in cells if cell.asset_id == asset_id]
        photos = _photos_of(file, asset_id, printed)
        if asset is None and not rows and not photos:
            continue
        sheets.append(
            _heading(file, asset, language)
            | {
                "items": [
                    _item(file, cell, number, answers.get(cell.key, {}), changed, language)
                    for number, cell in enumerate(rows, 1)
                ],
                "photos": [print_photo(photo) for photo in photos],
            }
        )
    rest = [photo for photo in _shown_photos(file) if photo["id"] not in printed]
    if rest:
        sheets.append(
            _blank_heading(texts("other_photos", language))
            | {"items": [], "photos": [print_photo(photo) for photo in rest]}
        )
    return sheets


def _photos_of(file: RoundFile, asset_id: str | None, printed: set[str]) -> list[Fields]:
    photos = [photo for photo in _shown_photos(file) if photo["asset_id"] == asset_id]
    printed.update(photo["id"] for photo in photos)
    return photos


def _shown_photos(file: RoundFile) -> list[Fields]:
    shown = (photo for photo in file.photos if photo["withdrawn_at"] is None and photo["purpose"] != "seal")
    order = {item["check_key"]: item["ordinal"] for item in file.template["items"]}
    return sorted(shown, key=lambda photo: (order.get(photo["check_key"], 0), photo["taken_at"], photo["id"]))


def _item(
    file: RoundFile, cell: Cell, number: int, answer: Fields, changed: set[CellKey], language: Language
) -> dict[str, Any]:
    item = cell.item
    return {
        "number": str(number),
        "title": names_of(item, "title", language),
        "value": _value(file, cell, answer),
        "severity": answer.get("severity"),
        "reading": _said(item, answer, language),
        "limits": limits(item, language),
        "verdict": reading_verdict(item, answer["reading"]) if answer.get("reading") else None,
        "notes": _notes(file, cell, answer),
        "tickets": _tickets(file, cell),
        "changed": cell.key in changed,
    }


def _value(file: RoundFile, cell: Cell, answer: Fields) -> str | None:
    """An item that nobody judges is `recorded` once it has what it asks for."""
    if is_unmeasured(answer):
        return "unmeasured"
    if answer.get("value") is None and cell.item["kind"] in UNJUDGED:
        pinned = (photo for photo in file.photos if photo["withdrawn_at"] is None)
        has_photo = any((photo["asset_id"], photo["check_key"]) == cell.key for photo in pinned)
        return "recorded" if answer.get("text") or (cell.item["kind"] == "photo" and has_photo) else None
    value: str | None = answer.get("value")
    return value


def _said(item: Fields, answer: Fields, language: Language) -> str | None:
    """The measured, chosen or scanned part of an answer."""
    if item["kind"] == "choice":
        return chosen_words(item, answer.get("chosen"), language)
    if item["kind"] == "scan":
        return answer.get("text")
    return quantity(answer.get("reading"), item["unit"]) or None


def _notes(file: RoundFile, cell: Cell, answer: Fields) -> list[dict[str, Any]]:
    current = next((row for row in file.answers if (row["asset_id"], row["check_key"]) == cell.key), {})
    # The reason for overruling a limit is not part of the signed content; it stands as it was given.
    given = {**answer, "overrule_reason": current.get("overrule_reason")}
    if cell.item["kind"] == "scan":
        given["text"] = None  # the code stands in its own column
    fixed = [{"key": "fixed_on_site", "text": ""}] if is_fixed_on_site(answer) else []
    # What was seen or written needs no label: it is what the column is for.
    return fixed + [
        {"key": None if key in UNLABELLED else key, "text": given[key]} for key in NOTE_KEYS if given.get(key)
    ]


def _tickets(file: RoundFile, cell: Cell) -> list[str]:
    found = (row["ticket_id"] for row in file.findings if (row["asset_id"], row["check_key"]) == cell.key)
    return sorted({file.tickets[ticket]["number"] for ticket in found if ticket in file.tickets})


def _heading(file: RoundFile, asset: Fields | None, language: Language) -> dict[str, Any]:
    if asset is None:
        return _blank_heading(texts("whole_round", language))
    where = place_path(file.places, asset["place_id"], language)
    return {
        "name": names_of(asset, "name", language),
        "code": asset["code"],
        "place": separator(language).join(filter(None, (where, asset["position"]))),
        "facts": separator(language).join(_facts(file, asset, language)) or None,
        "presence": _presence(file, asset["id"], language),
    }


def _blank_heading(titles: list[str]) -> dict[str, Any]:
    return {"name": titles, "code": None, "place": "", "facts": None, "presence": None}


def _facts(file: RoundFile, asset: Fields, language: Language) -> Iterable[str]:
    if asset["brand"] or asset["model"]:
        yield " ".join(filter(None, (asset["brand"], asset["model"])))
    if asset["serial"]:
        yield f"{word('serial', language)} {asset['serial']}"
    if asset["warranty_until"]:
        yield f"{word('warranty', language)} {asset['warranty_until']}"
    ends = [file.places[end] for end in (asset["end_a_id"], asset["end_b_id"]) if end in file.places]
    if len(ends) == 2:
        yield f"{word('ends', language)} {name_of(ends[0], language)} ↔ {name_of(ends[1], language)}"


def _presence(file: RoundFile, asset_id: str, language: Language) -> str:
    """When it was scanned by the phone's corrected clock, beside when the server heard of it: hours offline show."""
    scans = sorted((scan for scan in file.scans if scan["asset_id"] == asset_id), key=lambda scan: scan["at"])
    if not scans:
        return word("not_scanned", language)
    first = scans[0]
    parts = [
        f"{word('scanned', language)} {moment(first['at'], file.zone, seconds=True)}",
        f"{word('received', language)} {moment(first['received_at'], file.zone, seconds=True)}",
        word(f"method_{first['method']}", language),
        first["reason"] or "",
    ]
    return separator(language).join(filter(None, parts))
