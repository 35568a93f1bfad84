"""Writing what a preview shows. It is made ready beside the books and written in one transaction: no half imports.

Before it is written, what it stands on is looked at again: a code taken meanwhile, a field changed meanwhile. Then
nothing is written, and the person sees the table against what is there now.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from server.clock import now
from server.database import reading, writing
from server.failpoints import failpoint
from server.imports.keeping import APPLIED, APPLYING, READ
from server.imports.known import codes_there
from server.imports.progress import Progress, said_of
from server.imports.writing import NotAsSeen, edits_operation, importer, in_chunks, operation_id, write_all
from server.models import AssetImport, AssetImportRow
from server.models.documents import DOCUMENT_TYPES
from server.models.types import instant_text
from server.prepared import Prepared, among
from server.sync.checked import Checked

_ASSETS = DOCUMENT_TYPES["asset"].table
_NAMED = Prepared(select(_ASSETS).where(among(_ASSETS.c.id, "ids")))
WRITES = ("add", "change")


def apply(import_id: str, person_id: str | None) -> None:
    """Done again (a job that was cut short) it goes on where nothing was written yet, or does nothing."""
    with reading() as session:
        kept = session.get(AssetImport, import_id)
        if kept is None or kept.state != APPLYING:
            return
        rows = rows_of(session, import_id, WRITES)
        standing = standing_of(session, [row.asset_id for row in rows if row.verdict == "change"])
    at = instant_text(now())
    try:
        operations = _operations(kept, rows, standing, at)
        with writing() as session:
            _still_free(session, kept.project_id, rows)
            write_all(session, importer(import_id, person_id), operations, at)
            _settle(session, import_id, state=APPLIED, applied_at=at, progress=100)
            failpoint("import_before_commit")
    except NotAsSeen as seen:
        with writing() as session:
            _settle(session, import_id, state=READ, progress=0, problem=said_of("changed_meanwhile", seen.lines))


def rows_of(session: Session, import_id: str, verdicts: Sequence[str]) -> list[Any]:
    shown = (AssetImportRow.line, AssetImportRow.verdict, AssetImportRow.asset_id, AssetImportRow.set)
    mine = (AssetImportRow.import_id == import_id, AssetImportRow.verdict.in_(verdicts))
    return list(session.execute(select(*shown, AssetImportRow.before).where(*mine).order_by(AssetImportRow.line)))


def standing_of(session: Session, asset_ids: Sequence[str]) -> dict[str, Any]:
    """These assets as they stand: id -> row."""
    return {row.id: row for row in _NAMED.rows(session, ids=sorted(set(asset_ids)))}


def _operations(kept: AssetImport, rows: Sequence[Any], standing: dict[str, Any], at: str) -> list[Checked]:
    """Places first, the outer before the inner. Their ids say which came of this import."""
    places = [_place_edit(kept.project_id, place, k) for k, place in enumerate(kept.counts["places"])]
    chunks = [("describe_place", chunk) for chunk in in_chunks(places)]
    moved = [row.line for row in rows if row.verdict == "change" and not _as_before(row, standing.get(row.asset_id))]
    if moved:
        raise NotAsSeen(moved)
    assets = (_asset_edit(kept.project_id, row, standing.get(row.asset_id)) for row in rows)
    progress, operations = Progress(kept.id, len(rows)), list[Checked]()
    for chunk in in_chunks(assets):
        chunks.append(("describe_asset", chunk))
    for k, (name, edits) in enumerate(chunks):
        operations.append(edits_operation(operation_id("import", kept.id, k), name, edits, at))
        progress.done(len(edits))
    return operations


def _place_edit(project_id: str, place: dict[str, Any], ordinal: int) -> dict[str, Any]:
    said = {"kind": place["kind"], "name_zh": place["name"], "name_en": place["name"], "ordinal": ordinal + 1}
    if place["parent_id"]:
        said["parent_id"] = place["parent_id"]
    return {"doc": place["id"], "type": "place", "key": {"project_id": project_id}, "set": said, "was": {}}


def _asset_edit(project_id: str, row: Any, stands: Any) -> dict[str, Any]:
    edit = {"doc": row.asset_id, "type": "asset", "set": row.set}
    if row.verdict == "add":
        return {**edit, "key": {"project_id": project_id}, "was": {}}
    return {**edit, "was": {name: stands.writers.get(name, []) for name in row.set}}


def _as_before(row: Any, stands: Any) -> bool:
    return stands is not None and all(getattr(stands, name) == value for name, value in row.before.items())


def _still_free(session: Session, project_id: str, rows: Sequence[Any]) -> None:
    """Somebody may have made an asset with one of these codes since."""
    lines = {row.set["code"]: row.line for row in rows if row.verdict == "add"}
    taken = codes_there(session, project_id, lines)
    if taken:
        raise NotAsSeen(lines[code] for code in taken)


def _settle(session: Session, import_id: str, **values: Any) -> None:
    session.execute(update(AssetImport).where(AssetImport.id == import_id).values(**values))
