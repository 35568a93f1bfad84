"""Spreadsheets of assets on their way in. Nothing of a file is applied before a person has seen what it would do."""

from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.types import Id, Instant, Json


class AssetImport(Model):
    """One uploaded file. `state`: read, applying, applied, undoing, undone, refused (with `problem`)."""

    __tablename__ = "asset_import"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    project_id: Mapped[str] = mapped_column(Id, ForeignKey("project.id"), index=True)
    by: Mapped[str] = mapped_column(Id)
    at: Mapped[str] = mapped_column(Instant)
    file_name: Mapped[str] = mapped_column(Text)
    file_hash: Mapped[str] = mapped_column(String(64))
    source: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(10))
    columns: Mapped[list[Any]] = mapped_column(Json)
    mapping: Mapped[dict[str, Any]] = mapped_column(Json)
    counts: Mapped[dict[str, Any]] = mapped_column(Json)
    progress: Mapped[int] = mapped_column(Integer, default=0)
    problem: Mapped[dict[str, Any] | None] = mapped_column(Json)
    applied_at: Mapped[str | None] = mapped_column(Instant)
    undone_at: Mapped[str | None] = mapped_column(Instant)


class AssetImportRow(Model):
    """One line of the file: what it says (`cells`), what it would do (`verdict`: add, change, same, refuse) and why."""

    __tablename__ = "asset_import_row"
    __table_args__ = (Index("ix_asset_import_row_verdict", "import_id", "verdict", "line"),)

    import_id: Mapped[str] = mapped_column(Id, ForeignKey("asset_import.id"), primary_key=True)
    line: Mapped[int] = mapped_column(Integer, primary_key=True)
    cells: Mapped[list[Any]] = mapped_column(Json)
    verdict: Mapped[str] = mapped_column(String(8))
    asset_id: Mapped[str | None] = mapped_column(Id)
    set: Mapped[dict[str, Any]] = mapped_column(Json)
    before: Mapped[dict[str, Any]] = mapped_column(Json)
    problems: Mapped[list[Any]] = mapped_column(Json)


class ImportMapping(Model):
    """Which column means what, remembered per project for files with the same head row (`signature`: its SHA-256)."""

    __tablename__ = "import_mapping"

    project_id: Mapped[str] = mapped_column(Id, ForeignKey("project.id"), primary_key=True)
    signature: Mapped[str] = mapped_column(String(64), primary_key=True)
    mapping: Mapped[dict[str, Any]] = mapped_column(Json)
    by: Mapped[str] = mapped_column(Id)
    at: Mapped[str] = mapped_column(Instant)
