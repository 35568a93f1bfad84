"""What a signature is given for: the content shown, as canonical JSON (RFC 8785), and its SHA-256.

A signed copy never changes. Whether it still stands is asked by comparing what was signed with what the
round says now, by the template's `resign` rule; what differs is printed as changes after signature.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Literal, TypedDict

import rfc8785

from server.rules.asset_name import asset_name
from server.rules.blank import is_blank
from server.rules.chosen import chosen_text
from server.rules.documents import Fields
from server.rules.items import Cell
from server.rules.language import Language, localised
from server.rules.readings import same_reading

ResignRule = Literal["never", "on_finding_change", "always"]

SCHEMA: Final = 1
FORM_FIELDS: Final = ("problem", "solution", "cause", "equipment", "suggestion", "remark")
WORD_FIELDS: Final = ("seen", "indication", "actual", "remark", "na_reason", "unmeasurable_reason", "text")
FINDING_FIELDS: Final = ("value", "severity", "reading", "chosen", "fixed_on_site")
# Written only where they say something: what was signed before they existed is, byte for byte, what it was.
LATER_FIELDS: Final = ("chosen", "fixed_on_site", "text")
ANSWER_FIELDS: Final = (*FINDING_FIELDS, *WORD_FIELDS)


class Change(TypedDict):
    """One field that is no longer as signed; check_key None is a box of the form."""

    asset_id: str | None
    check_key: str | None
    field: str
    before: Any
    after: Any


def signed_content(
    *,
    language: Language,
    project: Fields,
    round_: Fields,
    template: Fields,
    staff: Sequence[str],
    time: str,
    cells: Sequence[Cell],
    answers: Iterable[Fields],
    photo_hashes: Iterable[str],
) -> dict[str, Any]:
    """The content to show and sign: `cells` in the order shown; items without an answer are counted, not listed."""
    by_cell = {(answer["asset_id"], answer["check_key"]): answer for answer in answers}
    said = [(cell, by_cell[cell.key]) for cell in cells if cell.key in by_cell and _says_something(by_cell[cell.key])]
    photos = sorted(photo_hashes)
    content = {
        "schema": SCHEMA,
        "language": language,
        "project": {"name": localised(project, "name", language), "contract_number": project["contract_number"]},
        "round": {
            "id": round_["id"],
            "number": round_["number"],
            "name": localised(round_, "name", language),
            "occurrence_date": round_["occurrence_date"],
        },
        "template": {"key": template["key"], "version": template["version"]},
        "staff": list(staff),
        "time": time,
        "form": {field: round_.get(field) for field in FORM_FIELDS},
        "answers": [_signed_answer(cell, answer, language) for cell, answer in said],
        "photos": photos,
        "counts": _counts(cells, [answer.get("value") for _, answer in said], len(photos)),
    }
    return {key: _well_formed(value) for key, value in content.items()}


def canonical(content: Any) -> str:
    return rfc8785.dumps(content).decode("utf-8")


def content_hash(canonical_text: str) -> str:
    return hashlib.sha256(canonical_text.encode("utf-8")).hexdigest()


def signature_stands(resign: ResignRule, signed: Fields, current: Fields) -> bool:
    """Whether what was signed is still what the round says, as far as the template cares."""
    if resign == "never":
        return True
    changed = changes_after(signed, current)
    if resign == "always":
        return not changed
    return not any(change["check_key"] is not None and change["field"] in FINDING_FIELDS for change in changed)


def changes_after(signed: Fields, current: Fields) -> list[Change]:
    """Fields that differ by meaning, answers in the order shown now, then the form's boxes."""
    before, after = _by_cell(signed), _by_cell(current)
    changed: list[Change] = []
    for key in dict.fromkeys([*after, *before]):
        changed += _differences(key, ANSWER_FIELDS, before.get(key, {}), after.get(key, {}))
    return changed + _differences((None, None), FORM_FIELDS, signed["form"], current["form"])


def _differences(
    key: tuple[str | None, str | None], fields: Iterable[str], before: Fields, after: Fields
) -> list[Change]:
    return [
        {
            "asset_id": key[0],
            "check_key": key[1],
            "field": field,
            "before": before.get(field),
            "after": after.get(field),
        }
        for field in fields
        if not _same(field, before.get(field), after.get(field))
    ]


def _same(field: str, one: Any, other: Any) -> bool:
    if field == "reading":
        return same_reading(one, other)
    if field in ("value", "severity"):
        return bool(one == other)
    if field in LATER_FIELDS and not (one or other):
        return True
    if field == "chosen":
        return set(one or ()) == set(other or ())
    if field == "fixed_on_site":
        return bool(one) == bool(other)
    return one == other or (is_blank(one) and is_blank(other))


def _by_cell(content: Fields) -> dict[tuple[str | None, str], Fields]:
    return {(answer["asset_id"], answer["check_key"]): answer for answer in content["answers"]}


def _says_something(answer: Fields) -> bool:
    if answer.get("value") is not None or answer.get("chosen"):
        return True
    return not all(is_blank(answer.get(field)) for field in ("reading", *WORD_FIELDS))


def _counts(cells: Sequence[Cell], values: Sequence[str | None], photos: int) -> dict[str, int]:
    return {
        "assets": len({cell.asset_id for cell in cells if cell.asset is not None}),
        "items": len(cells),
        "normal": values.count("normal"),
        "abnormal": values.count("abnormal"),
        "not_applicable": values.count("not_applicable"),
        "photos": photos,
    }


def _signed_answer(cell: Cell, answer: Fields, language: Language) -> dict[str, Any]:
    asset = cell.asset
    return {
        "asset_id": cell.asset_id,
        "asset_name": None if asset is None else asset_name(asset, language),
        "check_key": cell.check_key,
        "title": localised(cell.item, "title", language),
        "unit": cell.item["unit"],
        **{field: answer.get(field) for field in ANSWER_FIELDS if field not in LATER_FIELDS},
        **{field: answer[field] for field in LATER_FIELDS if answer.get(field)},
        **_chosen(cell.item, answer, language),
    }


def _chosen(item: Fields, answer: Fields, language: Language) -> dict[str, str]:
    words = chosen_text(item, answer, language)
    return {} if words is None else {"chosen_words": words}


def _well_formed(value: Any) -> Any:
    """Half a 4-byte character (an input cut in two) has no UTF-8: it is shown, and signed, as U+FFFD."""
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, Mapping):
        return {key: _well_formed(member) for key, member in value.items()}
    return [_well_formed(member) for member in value] if isinstance(value, list) else value
