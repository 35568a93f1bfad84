"""Changes after signature: what differs from one signed copy to the next, and from the last one to the final state."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from server.reports.record.basis import CellKey, Content, current_content, read_content
from server.reports.record.file import Deed, RoundFile
from server.rules.ids import answer_id
from server.rules.signed_content import changes_after


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
    steps = [content for copy in file.signed_in_order if (content := read_content(copy)) is not None]
    if not steps:
        return []
    steps.append(current_content(file))
    return [change for before, after in pairwise(steps) for change in _differences(file, before, after)]


def _differences(file: RoundFile, before: Content, after: Content) -> Iterator[Change]:
    for told in changes_after(before, after):
        check_key = told["check_key"]
        key = None if check_key is None else (told["asset_id"], check_key)
        doc = file.round["id"] if key is None else answer_id(file.round["id"], *key)
        field = told["field"]
        yield Change(key, field, told["before"], told["after"], _deed(file, doc, field, told["after"]))
    yield from _photo_changes(file, set(before["photos"]), set(after["photos"]))


def _photo_changes(file: RoundFile, before: set[str], after: set[str]) -> Iterator[Change]:
    for photo in sorted(file.photos, key=lambda photo: (photo["taken_at"], photo["id"])):
        # The photo of the client's seal belongs to the signature itself.
        if photo["purpose"] == "seal" or (photo["hash"] in before) == (photo["hash"] in after):
            continue
        key = (photo["asset_id"], photo["check_key"]) if photo["check_key"] else None
        short = photo["hash"][:8]
        if photo["hash"] in after:
            taken = Deed(photo["id"], "take_photo", photo["taken_by"], photo["taken_at"])
            yield Change(key, "photos_added", None, short, taken)
        else:
            withdrawn = _deed(file, photo["id"], "withdrawn_reason", photo["withdrawn_reason"])
            yield Change(key, "photos_withdrawn", short, photo["withdrawn_reason"], withdrawn)


def _deed(file: RoundFile, doc: str, field: str, value: Any) -> Deed | None:
    """Find the latest operation that set this value; several people may have."""
    authors = [deed for deed in file.deeds.values() if deed.sets.get(doc, {}).get(field, _NOT_SET) == value]
    return max(authors, key=lambda deed: (deed.at, deed.op), default=None)


_NOT_SET = object()
