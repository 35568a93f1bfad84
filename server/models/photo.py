"""Photos: rows that sync at once; their bytes follow by tus."""

from typing import Any

from sqlalchemy import ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.synced import Synced
from server.models.types import Id, Instant, Json


class Photo(Synced, Model):
    """A picture of an item, an asset, a seal or a ticket. `blob_state` is the server's word alone."""

    __tablename__ = "photo"
    synced_as = "photo"

    round_id: Mapped[str | None] = mapped_column(Id, ForeignKey("round.id"), index=True)
    ticket_id: Mapped[str | None] = mapped_column(Id, ForeignKey("ticket.id"), index=True)
    asset_id: Mapped[str | None] = mapped_column(Id, ForeignKey("asset.id"))
    check_key: Mapped[str | None] = mapped_column(String(60))
    purpose: Mapped[str] = mapped_column(String(10))
    hash: Mapped[str] = mapped_column(String(64), index=True)
    bytes: Mapped[int] = mapped_column(Integer)
    width: Mapped[int] = mapped_column(Integer)
    height: Mapped[int] = mapped_column(Integer)
    mime: Mapped[str] = mapped_column(String(20))
    taken_at: Mapped[str] = mapped_column(Instant)
    taken_by: Mapped[str] = mapped_column(Id)
    markup: Mapped[dict[str, Any] | None] = mapped_column(Json)
    blob_state: Mapped[str] = mapped_column(String(10), default="expected")
    blob_reason: Mapped[str | None] = mapped_column(Text)
    withdrawn_at: Mapped[str | None] = mapped_column(Instant)
    withdrawn_reason: Mapped[str | None] = mapped_column(Text)
