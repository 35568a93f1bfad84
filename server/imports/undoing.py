"""Putting everything back as it was before an import, but for what somebody has changed or used since.

What was changed gets its values back by `describe_asset`; what was added is taken away, as if it had never come.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from server.clock import now
from server.database import reading, writing
from server.imports.applying import WRITES, rows_of, standing_of
from server.imports.keeping import UNDOING, UNDONE
from server.imports.pointed_at import assets_in_use, places_in_use
from server.imports.progress import said_of
from server.imports.writing import (
    NotAsSeen,
    decision_operation,
    edits_operation,
    importer,
    in_chunks,
    operation_id,
    write_all,
)
from server.models import AssetImport
from server.models.documents import DOCUMENT_TYPES
from server.models.types import instant_text
from server.operations.imports import MOST_REMOVED
from server.prepared import Prepared, among
from server.sync.checked import Checked

ATTEMPTS = 5
_PLACES = DOCUMENT_TYPES["place"].table
_NAMED_PLACES = Prepared(select(_PLACES).where(among(_PLACES.c.id, "ids")))


@dataclass
class _Plan:
    """What is taken back: edits by asset, rows to take away; and the lines that are left as they are now."""

    edits: list[dict[str, Any]] = field(default_factory=list)
    assets: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    left: list[int] = field(default_factory=list)


def undo(import_id: str, person_id: str | None) -> None:
    """Done again it does nothing. Who changes one of the assets meanwhile is not overrun: it is looked at anew."""
    for _ in range(ATTEMPTS):
        try:
            return _undo_once(import_id, person_id)
        except NotAsSeen:
            continue
    raise RuntimeError("the assets of this import are being changed all the time")


def _undo_once(import_id: str, person_id: str | None) -> None:
    with reading() as session:
        kept = session.get(AssetImport, import_id)
        if kept is None or kept.state != UNDOING:
            return
        plan = _plan(session, kept)
    at = instant_text(now())
    operations = list(_operations(kept, plan, at))
    with writing() as session:
        used = assets_in_use(session, kept.project_id, plan.assets)
        if used:
            raise NotAsSeen
        write_all(session, importer(import_id, person_id), operations, at)
        problem = said_of("left_as_changed", plan.left) if plan.left else None
        done = {"state": UNDONE, "undone_at": at, "progress": 100, "problem": problem}
        session.execute(update(AssetImport).where(AssetImport.id == import_id).values(done))


def _plan(session: Session, kept: AssetImport) -> _Plan:
    rows = rows_of(session, kept.id, WRITES)
    standing = standing_of(session, [row.asset_id for row in rows])
    ours = _operations_of(kept, len(rows))
    added = [row for row in rows if row.verdict == "add"]
    used = assets_in_use(session, kept.project_id, [row.asset_id for row in added])
    plan = _Plan()
    for row in rows:
        stands = standing.get(row.asset_id)
        if stands is None:
            continue
        if row.verdict == "add" and row.asset_id not in used and _untouched(stands, stands.writers, ours):
            plan.assets.append(row.asset_id)
        elif row.verdict == "change" and _untouched(stands, row.set, ours):
            was = {name: stands.writers.get(name, []) for name in row.before}
            plan.edits.append({"doc": row.asset_id, "type": "asset", "set": row.before, "was": was})
        else:
            plan.left.append(row.line)
    plan.places = _places(session, kept, ours, plan)
    return plan


def _operations_of(kept: AssetImport, rows: int) -> set[str]:
    """Every operation that this import can have written; there are no more than rows and places."""
    most = rows + len(kept.counts["places"]) + 1
    return {operation_id("import", kept.id, k) for k in range(most)}


def _untouched(stands: Any, names: Any, ours: set[str]) -> bool:
    """Whether these fields are still as the import wrote them."""
    return all(ours.issuperset(stands.writers.get(name, ())) for name in names)


def _places(session: Session, kept: AssetImport, ours: set[str], plan: _Plan) -> list[str]:
    """Of the places that it made those in which nothing is left."""
    made = [place["id"] for place in kept.counts["places"]]
    there = {row.id: row for row in _NAMED_PLACES.rows(session, ids=made)}
    mine = [one for one in made if one in there and _untouched(there[one], there[one].writers, ours)]
    put_back = {edit["doc"] for edit in plan.edits if "place_id" in edit["set"]}
    used = places_in_use(session, mine, {*plan.assets, *put_back, *mine})
    return [one for one in mine if one not in used]


def _operations(kept: AssetImport, plan: _Plan, at: str) -> Iterator[Checked]:
    ids = (operation_id("undo_import", kept.id, k) for k in count())
    for chunk in in_chunks(plan.edits):
        yield edits_operation(next(ids), "describe_asset", chunk, at)
    removals = [{"assets": part, "places": []} for part in _parts(plan.assets)]
    removals += [{"assets": [], "places": part} for part in _parts(plan.places)]
    for removal in removals:
        args = {"project_id": kept.project_id, **removal}
        yield decision_operation(next(ids), "remove_imported", args, at)


def _parts(ids: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), MOST_REMOVED):
        yield list(ids[start : start + MOST_REMOVED])
