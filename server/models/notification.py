"""The outbox of messages to the world outside: written with what they tell of, sent after the commit."""

from typing import Any

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.types import Id, Instant, Json


class Notification(Model):
    """One message on one channel. `key` is unique: telling the same thing twice is one row (invariant I17).

    `state`: waiting, sent or withdrawn. `due_at`: not before (quiet hours, back-off).
    """

    __tablename__ = "notification"
    __table_args__ = (Index("ix_notification_state_due", "state", "due_at"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    key: Mapped[str] = mapped_column(String(200), unique=True)
    project_id: Mapped[str | None] = mapped_column(Id, ForeignKey("project.id"), index=True)
    channel_id: Mapped[str | None] = mapped_column(Id, ForeignKey("channel.id"))
    person_id: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    address: Mapped[str | None] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(30))
    ticket_id: Mapped[str | None] = mapped_column(Id)
    args: Mapped[dict[str, Any]] = mapped_column(Json)
    language: Mapped[str] = mapped_column(String(10))
    urgent: Mapped[bool] = mapped_column(Boolean, default=False)
    state: Mapped[str] = mapped_column(String(10))
    due_at: Mapped[str] = mapped_column(Instant)
    created_at: Mapped[str] = mapped_column(Instant)
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    last_error: Mapped[str | None] = mapped_column(Text)
    sent_at: Mapped[str | None] = mapped_column(Instant)


class Channel(Model):
    """Where a project's messages go besides people: a group robot, a webhook, any address that Apprise knows.

    `address` and `secret` never leave the server.
    """

    __tablename__ = "channel"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    project_id: Mapped[str] = mapped_column(Id, ForeignKey("project.id"), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(Text)
    address: Mapped[str] = mapped_column(Text)
    secret: Mapped[str | None] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(10))
    kinds: Mapped[list[Any]] = mapped_column(Json)
    least_severity: Mapped[int] = mapped_column(Integer, default=4)
    created_at: Mapped[str] = mapped_column(Instant)
    disabled_at: Mapped[str | None] = mapped_column(Instant)
