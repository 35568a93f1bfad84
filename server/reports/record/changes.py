"""Changes after signature: what differs from one signed copy to the next, and from the last one to the final state."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from server.reports.record.basis import ANSWER_FIELDS, FORM_FIELDS, CellKey, Content, current_content, signed_content
from server.reports.record.file import Deed, RoundFile
from server.rules.blank import is_blank
from server.rules.ids import answer_id

PHOTO_FIELDS = ("photos_added", "photos_withdrawn")


@dataclass(frozen=True)
class Change:
    """One field that moved. `key` is None for the form's own boxes; `deed` is who moved it, where that is known."""

    key: CellKey | None
    field: str
    before: Any
    after: Any
    deed: Deed | None = None


def changes_after_signature(file: RoundFile) -> list[Change]:
    """Return every change between what was signed first and what stands, oldest step first."""
    steps = [content for copy in file.signed_in_order if (content := signed_content(copy)) is not None]
    if not steps:
        return []
    steps.append(current_content(file))
    return [change for before, after in zip(steps, steps[1:], strict=False) for change in _differences(file, before, after)]


def _differences(file: RoundFile, before: Content, after: Content) -> Iterator[Change]:
    for key in sorted({*before.answers, *after.answers}, key=lambda key: (key[0] or "~", key[1])):
        old, new = before.answers.get(key, {}), after.answers.get(key, {})
        doc = answer_id(file.round["id"], *key)
        for field in ANSWER_FIELDS:
            if not _same(old.get(field), new.get(field)):
                yield Change(key, field, old.get(field), new.get(field), _deed(file, doc, field, new.get(field)))
    for field in FORM_FIELDS:
        if not _same(before.form[field], after.form[field]):
            deed = _deed(file, file.round["id"], field, after.form[field])
            yield Change(None, field, before.form[field], after.form[field], deed)
    yield from _photo_changes(file, before, after)


def _photo_changes(file: RoundFile, before: Content, after: Content) -> Iterator[Change]:
    for photo in sorted(file.photos, key=lambda photo: (photo["taken_at"], photo["id"])):
        key = (photo["asset_id"], photo["check_key"]) if photo["check_key"] else None
        # The photo of the client's seal belongs to the signature itself.
        if photo["purpose"] == "seal":
            continue
        deed = file.deeds.get(photo["id"])
        if photo["hash"] in after.photos - before.photos:
            yield Change(key, "photos_added", None, photo["hash"][:8], deed)
        if photo["hash"] in before.photos - after.photos:
            yield Change(key, "photos_withdrawn", photo["hash"][:8], photo["withdrawn_reason"], deed)


def _same(before: Any, after: Any) -> bool:
    """Nothing, an empty text and blanks are one state on paper."""
    if before == after:
        return True
    texts = [value for value in (before, after) if value is not None]
    return all(isinstance(value, str) and is_blank(value) for value in texts)


def _deed(file: RoundFile, doc: str, field: str, value: Any) -> Deed | None:
    """Find who wrote this value: the latest operation that set it, else the field's writer (a settled conflict)."""
    authors = [deed for deed in file.deeds.values() if deed.sets.get(doc, {}).get(field, _NOT_SET) == value]
    if authors:
        return max(authors, key=lambda deed: (deed.at, deed.op))
    rows = [row for row in (*file.answers, file.round) if row["id"] == doc]
    writers = rows[0]["writers"].get(field, []) if rows else []
    return next((file.deeds[op] for op in writers if op in file.deeds), None)


_NOT_SET = object()
