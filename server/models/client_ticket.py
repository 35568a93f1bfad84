"""What the client sees of a ticket: own type, own stream, written as a consequence (I9)."""

from typing import Any

from sqlalchemy import ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.synced import Synced
from server.models.types import Id, Instant, Json


class ClientTicket(Synced, Model):
    """`heads`: the last events of the ticket, which the client cannot read: what the client says names them as seen."""

    __tablename__ = "client_ticket"
    synced_as = "client_ticket"
    stream_kind = "client"

    ticket_id: Mapped[str] = mapped_column(Id, ForeignKey("ticket.id"), unique=True)
    number: Mapped[str] = mapped_column(String(20))
    title_zh: Mapped[str] = mapped_column(Text)
    title_en: Mapped[str] = mapped_column(Text)
    severity: Mapped[int | None] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(12))
    step: Mapped[str] = mapped_column(String(12))
    reported_at: Mapped[str] = mapped_column(Instant)
    due_at: Mapped[str | None] = mapped_column(Instant)
    result: Mapped[str | None] = mapped_column(Text)
    confirmation: Mapped[str] = mapped_column(String(10))
    heads: Mapped[list[Any]] = mapped_column(Json, default=list)
