"""The project's calendar as data: holidays, make-up working days and events (domain.md R1)."""

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.synced import Synced
from server.models.types import Day, Instant


class CalendarDay(Synced, Model):
    """From `day` to `until` (both included): a `holiday`, a `workday` that makes up for one, or an `event`."""

    __tablename__ = "calendar_day"
    __table_args__ = (Index("ix_calendar_day_project", "project_id", "day"),)
    synced_as = "calendar_day"

    day: Mapped[str] = mapped_column(Day)
    until: Mapped[str] = mapped_column(Day)
    kind: Mapped[str] = mapped_column(String(10))
    name_zh: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str] = mapped_column(Text)
    removed_at: Mapped[str | None] = mapped_column(Instant)
