"""What is asked on a round (template) and when it is due (plan)."""

from typing import Any

from sqlalchemy import ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.synced import Synced
from server.models.types import Day, Id, Instant, Json


class Template(Synced, Model):
    """One published version of a checklist; immutable, hence its items are one value, not rows."""

    __tablename__ = "template"
    __table_args__ = (UniqueConstraint("key", "version"),)
    synced_as = "template"
    stream_kind = "org"

    key: Mapped[str] = mapped_column(String(60))
    version: Mapped[int] = mapped_column(Integer)
    name_zh: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str] = mapped_column(Text)
    resign: Mapped[str] = mapped_column(String(20))
    published_at: Mapped[str] = mapped_column(Instant)
    items: Mapped[list[Any]] = mapped_column(Json)


class Plan(Synced, Model):
    """When a round of a template over these assets is due (domain.md R1)."""

    __tablename__ = "plan"
    synced_as = "plan"

    name_zh: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str] = mapped_column(Text)
    template_key: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(20))
    place_id: Mapped[str | None] = mapped_column(Id, ForeignKey("place.id"))
    asset_ids: Mapped[list[Any]] = mapped_column(Json)
    rule: Mapped[dict[str, Any]] = mapped_column(Json)
    due_time: Mapped[str] = mapped_column(String(5))
    starts_on: Mapped[str] = mapped_column(Day)
    ends_on: Mapped[str | None] = mapped_column(Day)
    assignee_ids: Mapped[list[Any]] = mapped_column(Json, default=list)
