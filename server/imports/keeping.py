"""An import and its rows in their tables: kept when a file is read, judged anew when its mapping changes.

Nothing here touches an asset: a preview is no matter of the books.
"""

from collections.abc import Sequence
from typing import Any

import uuid_utils
from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from server.clock import now
from server.database import reading, writing
from server.errors import NotFound, Stale
from server.imports.judging import Preview, judge
from server.imports.sheet import Cell
from server.imports.table import Table
from server.models import AssetImport, AssetImportRow, ImportMapping
from server.models.types import instant_text
from server.prepared import INSERTS
from server.rules import import_mapping
from server.rules.import_heads import signature

READ, APPLYING, APPLIED, UNDOING, UNDONE = STATES = ("read", "applying", "applied", "undoing", "undone")


def keep(project_id: str, person_id: str, name: str, file_hash: str, table: Table) -> str:
    """A file that was just read, with the mapping of the last one that had the same head row; gives the import's id."""
    import_id = str(uuid_utils.uuid7())
    with reading() as session:
        said = _remembered(session, project_id, table) or {"columns": table.fields}
        mapping = import_mapping.read_mapping(said, len(table.heads))
        preview = judge(session, project_id, import_id, table.rows, mapping)
    kept = AssetImport(
        id=import_id, project_id=project_id, by=person_id, at=instant_text(now()), file_name=name[-200:],
        file_hash=file_hash, source=table.source, state=READ, columns=table.columns(), mapping=mapping.as_json(),
        counts=preview.as_counts(), progress=0,
    )  # fmt: skip
    with writing() as session:
        session.add(kept)
        session.flush()
        _keep_rows(session, import_id, table.rows, preview)
    return import_id


def map_again(project_id: str, import_id: str, person_id: str, said: dict[str, Any]) -> None:
    """Judge the rows by another mapping, and against what is there now. Raises ValueError for one without sense."""
    with reading() as session:
        found = named_import(session, project_id, import_id)
        mapping = import_mapping.read_mapping(said, len(found.columns))
        rows = _kept_rows(session, import_id)
        preview = judge(session, project_id, import_id, rows, mapping)
    with writing() as session:
        locked = named_import(session, project_id, import_id, lock=True)
        if locked.state != READ:
            raise Stale
        locked.mapping, locked.counts, locked.problem = mapping.as_json(), preview.as_counts(), None
        session.execute(delete(AssetImportRow).where(AssetImportRow.import_id == import_id))
        _keep_rows(session, import_id, rows, preview)
        _remember(session, locked, person_id)


def named_import(session: Session, project_id: str, import_id: str, *, lock: bool = False) -> AssetImport:
    """One of another project is as little there as one that nobody made."""
    asked = select(AssetImport).where(AssetImport.id == import_id, AssetImport.project_id == project_id)
    found = session.scalars(asked.with_for_update() if lock else asked).one_or_none()
    if found is None:
        raise NotFound
    return found


def _kept_rows(session: Session, import_id: str) -> list[tuple[int, list[Cell]]]:
    shown = (AssetImportRow.line, AssetImportRow.cells)
    rows = session.execute(select(*shown).where(AssetImportRow.import_id == import_id).order_by(AssetImportRow.line))
    return [(row.line, row.cells) for row in rows]


def _keep_rows(
    session: Session, import_id: str, rows: Sequence[tuple[int, list[Cell]]], preview: Preview
) -> None:  # fmt: skip
    values = [
        {
            "import_id": import_id,
            "line": line,
            "cells": cells,
            "verdict": judged.verdict,
            "asset_id": judged.asset_id,
            "set": judged.set,
            "before": judged.before,
            "problems": judged.problems,
        }
        for (line, cells), judged in zip(rows, preview.rows, strict=True)
    ]
    if values:
        session.execute(insert(AssetImportRow), values)


def _remembered(session: Session, project_id: str, table: Table) -> dict[str, Any] | None:
    found = session.get(ImportMapping, (project_id, signature(table.heads)))
    return found.mapping if found else None


def _remember(session: Session, kept: AssetImport, person_id: str) -> None:
    heads = [column["head"] for column in kept.columns]
    values = {"mapping": kept.mapping, "by": person_id, "at": instant_text(now())}
    new = INSERTS[session.get_bind().dialect.name](ImportMapping)
    new = new.values(project_id=kept.project_id, signature=signature(heads), **values)
    session.execute(new.on_conflict_do_update(index_elements=["project_id", "signature"], set_=values))
