"""What a closed ticket left over (遗留问题, T6): a problem; its workflow (P1) comes later."""

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.synced import Synced
from server.models.types import Id, Instant


class Problem(Synced, Model):
    __tablename__ = "problem"
    synced_as = "problem"

    ticket_id: Mapped[str | None] = mapped_column(Id, ForeignKey("ticket.id"), index=True)
    asset_id: Mapped[str | None] = mapped_column(Id, ForeignKey("asset.id"))
    title: Mapped[str] = mapped_column(Text)
    text: Mapped[str | None] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(12), default="open")
    raised_at: Mapped[str] = mapped_column(Instant)
    raised_by: Mapped[str | None] = mapped_column(Id)
