"""A way in for somebody without an account: the client who confirms, the vendor who answers."""

from typing import Any

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.types import Id, Instant, Json


class TicketLink(Model):
    """Token and one-time code are derived (server/links/tokens.py); only the hash of the token is kept.

    `pack` is the case as it was when the link was made.
    """

    __tablename__ = "ticket_link"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    ticket_id: Mapped[str] = mapped_column(Id, ForeignKey("ticket.id"), index=True)
    project_id: Mapped[str] = mapped_column(Id, ForeignKey("project.id"))
    purpose: Mapped[str] = mapped_column(String(10))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    recipient: Mapped[str | None] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(10))
    pack: Mapped[dict[str, Any]] = mapped_column(Json)
    created_by: Mapped[str | None] = mapped_column(Id)
    created_at: Mapped[str] = mapped_column(Instant)
    expires_at: Mapped[str] = mapped_column(Instant)
    opened_at: Mapped[str | None] = mapped_column(Instant)
    used_at: Mapped[str | None] = mapped_column(Instant)
    revoked_at: Mapped[str | None] = mapped_column(Instant)
