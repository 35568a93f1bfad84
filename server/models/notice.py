"""What a person is told in the app, and how they want to be told otherwise: both in their own stream."""

from typing import Any

from sqlalchemy import Boolean, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.synced import Synced
from server.models.types import Id, Instant, Json


class Notice(Synced, Model):
    """One message to one person. `subject_project_id`: the project it is about; the row itself is the person's."""

    __tablename__ = "notice"
    synced_as = "notice"
    stream_kind = "user"
    private_columns = frozenset({"person_id"})

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    kind: Mapped[str] = mapped_column(String(30))
    subject_project_id: Mapped[str | None] = mapped_column(Id)
    ticket_id: Mapped[str | None] = mapped_column(Id)
    args: Mapped[dict[str, Any]] = mapped_column(Json)
    urgent: Mapped[bool] = mapped_column(Boolean, default=False)
    at: Mapped[str] = mapped_column(Instant)
    read_at: Mapped[str | None] = mapped_column(Instant)


class Preference(Synced, Model):
    """How one person is told. In the quiet hours (local, HH:MM) only severity I may wake them."""

    __tablename__ = "preference"
    synced_as = "preference"
    stream_kind = "user"
    private_columns = frozenset({"person_id"})

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), unique=True)
    email: Mapped[str | None] = mapped_column(String(200))
    quiet_from: Mapped[str | None] = mapped_column(String(5))
    quiet_to: Mapped[str | None] = mapped_column(String(5))
    language: Mapped[str | None] = mapped_column(String(10))
