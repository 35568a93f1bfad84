"""The duty roster (S5): who can be reached when."""

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.synced import Synced
from server.models.types import Id, Instant


class Shift(Synced, Model):
    """One person's duty from a moment to another; cancelled, never deleted."""

    __tablename__ = "shift"
    __table_args__ = (Index("ix_shift_project_ends", "project_id", "ends_at"),)
    synced_as = "shift"

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    starts_at: Mapped[str] = mapped_column(Instant)
    ends_at: Mapped[str] = mapped_column(Instant)
    duty: Mapped[str] = mapped_column(String(10))
    note: Mapped[str | None] = mapped_column(Text)
    cancelled_at: Mapped[str | None] = mapped_column(Instant)
