"""What was signed, what was sealed, and what came after."""

from typing import Any, ClassVar

from sqlalchemy import Boolean, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.synced import Synced
from server.models.types import Day, Id, Instant, Json


class SignedCopy(Synced, Model):
    """Exactly what a signer was shown, with the strokes; never altered (invariant I11)."""

    __tablename__ = "signed_copy"
    synced_as = "signed_copy"

    round_id: Mapped[str] = mapped_column(Id, ForeignKey("round.id"), index=True)
    party: Mapped[str] = mapped_column(String(10))
    signer_name: Mapped[str] = mapped_column(Text)
    signer_phone: Mapped[str | None] = mapped_column(String(40))
    on_behalf: Mapped[bool] = mapped_column(Boolean)
    content: Mapped[str] = mapped_column(Text)
    content_hash: Mapped[str] = mapped_column(String(64))
    strokes: Mapped[dict[str, Any]] = mapped_column(Json)
    seal_photo_id: Mapped[str | None] = mapped_column(Id)
    opinion: Mapped[str | None] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Id)
    at: Mapped[str] = mapped_column(Instant)


class Seal(Synced, Model):
    """An approved round, fixed: the hash covers every signed copy and the final state, chained per project."""

    __tablename__ = "seal"
    synced_as = "seal"
    private_columns: ClassVar[frozenset[str]] = frozenset({"content"})

    round_id: Mapped[str] = mapped_column(Id, ForeignKey("round.id"), unique=True)
    number: Mapped[str | None] = mapped_column(String(30))
    hash: Mapped[str] = mapped_column(String(64))
    previous_hash: Mapped[str | None] = mapped_column(String(64))
    content: Mapped[str] = mapped_column(Text)
    sealed_by: Mapped[str | None] = mapped_column(Id)
    sealed_at: Mapped[str] = mapped_column(Instant)


class Amendment(Synced, Model):
    """What arrived after the seal; printed on its own page of the record."""

    __tablename__ = "amendment"
    synced_as = "amendment"

    round_id: Mapped[str] = mapped_column(Id, ForeignKey("round.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    op: Mapped[str] = mapped_column(Id)
    asset_id: Mapped[str | None] = mapped_column(Id)
    check_key: Mapped[str | None] = mapped_column(String(60))
    detail: Mapped[dict[str, Any]] = mapped_column(Json)
    at: Mapped[str] = mapped_column(Instant)


class ClientReport(Synced, Model):
    """What the client sees of a sealed round, in a stream of its own."""

    __tablename__ = "client_report"
    synced_as = "client_report"
    stream_kind = "client"

    round_id: Mapped[str] = mapped_column(Id, ForeignKey("round.id"))
    number: Mapped[str | None] = mapped_column(String(30))
    name_zh: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str] = mapped_column(Text)
    occurrence_date: Mapped[str] = mapped_column(Day)
    sealed_at: Mapped[str] = mapped_column(Instant)
    seal_hash: Mapped[str] = mapped_column(String(64))
    counts: Mapped[dict[str, Any]] = mapped_column(Json)
