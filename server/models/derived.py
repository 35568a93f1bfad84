"""Documents that the server derives and phones only read."""

from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.synced import Synced
from server.models.types import Id, Instant, Json


class Conflict(Synced, Model):
    """A value that lost a merge, kept until a person settles it (invariant I5)."""

    __tablename__ = "conflict"
    __table_args__ = (
        Index("ix_conflict_doc", "doc_id", "field"),
        Index("ix_conflict_round_state", "round_id", "state"),
    )
    synced_as = "conflict"

    doc_id: Mapped[str] = mapped_column(Id)
    doc_type: Mapped[str] = mapped_column(String(30))
    round_id: Mapped[str | None] = mapped_column(Id)
    field: Mapped[str] = mapped_column(String(40))
    kept_value: Mapped[Any] = mapped_column(Json, nullable=True)
    kept_op: Mapped[str] = mapped_column(Id)
    kept_by: Mapped[str | None] = mapped_column(Id)
    kept_at: Mapped[str | None] = mapped_column(Instant)
    standing_value: Mapped[Any] = mapped_column(Json, nullable=True)
    standing_by: Mapped[str | None] = mapped_column(Id)
    standing_at: Mapped[str | None] = mapped_column(Instant)
    state: Mapped[str] = mapped_column(String(10))
    settled_by: Mapped[str | None] = mapped_column(Id)
    settled_at: Mapped[str | None] = mapped_column(Instant)
    settled_choice: Mapped[str | None] = mapped_column(String(6))


class Readings(Synced, Model):
    """The last five readings per item of one asset, oldest first."""

    __tablename__ = "readings"
    synced_as = "readings"

    asset_id: Mapped[str] = mapped_column(Id, ForeignKey("asset.id"), unique=True)
    series: Mapped[dict[str, Any]] = mapped_column(Json)


class OpStatus(Synced, Model):
    """What became of an own operation that was not applied at once; lives in its author's stream."""

    __tablename__ = "op_status"
    synced_as = "op_status"
    stream_kind = "user"
    private_columns = frozenset({"person_id"})

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    op: Mapped[str] = mapped_column(Id)
    name: Mapped[str] = mapped_column(String(40))
    doc_id: Mapped[str | None] = mapped_column(Id)
    outcome: Mapped[str] = mapped_column(String(10))
    code: Mapped[str | None] = mapped_column(String(20))
    reason: Mapped[str | None] = mapped_column(String(40))
    message_zh: Mapped[str | None] = mapped_column(Text)
    message_en: Mapped[str | None] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Instant)
