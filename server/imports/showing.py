"""An import as a person looks at it: the latest of a project, one with a page of its rows."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.models import AssetImport, AssetImportRow
from server.rules.import_judging import VERDICTS
from server.rules.import_text import text_of

LATEST = 30
PLACES_SHOWN = 200


def latest(session: Session, project_id: str) -> list[dict[str, Any]]:
    asked = select(AssetImport).where(AssetImport.project_id == project_id)
    return [summary(one) for one in session.scalars(asked.order_by(AssetImport.at.desc()).limit(LATEST))]


def summary(kept: AssetImport) -> dict[str, Any]:
    shown = ("id", "by", "at", "file_name", "source", "state", "progress", "problem", "applied_at", "undone_at")
    counts = {verdict: kept.counts[verdict] for verdict in VERDICTS}
    return {**{name: getattr(kept, name) for name in shown}, "counts": counts}


def whole(kept: AssetImport) -> dict[str, Any]:
    return {
        **summary(kept),
        "columns": kept.columns,
        "mapping": kept.mapping,
        "places": kept.counts["places"][:PLACES_SHOWN],
        "digest": kept.counts["digest"],
        "unknown_words": kept.counts["unknown_words"],
    }


def page_of_rows(
    session: Session, import_id: str, verdict: str | None, after: int, most: int
) -> tuple[list[dict[str, Any]], bool]:
    """Rows by their lines in the file, after this one; and whether there are more."""
    asked = select(AssetImportRow).where(AssetImportRow.import_id == import_id, AssetImportRow.line > after)
    if verdict:
        asked = asked.where(AssetImportRow.verdict == verdict)
    found = list(session.scalars(asked.order_by(AssetImportRow.line).limit(most + 1)))
    return [_row(one) for one in found[:most]], len(found) > most


def _row(row: AssetImportRow) -> dict[str, Any]:
    """Cells as text, formulas and errors as they are written."""
    shown = ("line", "verdict", "asset_id", "set", "before", "problems")
    return {**{name: getattr(row, name) for name in shown}, "cells": [_shown(cell) for cell in row.cells]}


def _shown(cell: Any) -> str:
    if isinstance(cell, dict):
        return str(cell.get("formula") or cell.get("error") or "")
    return text_of(cell)
