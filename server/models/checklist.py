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
    """When a round of a template over these assets is due (domain.md R1).

    `scope` says by which places and categories `asset_ids` is kept by the server; null: as listed. `assign_by`: the
    people named, or who is on duty by the roster. `lead_days`: how long before its day a round is shown.
    `proof_percent`: share of items that ask for a spot-check photo. `if_missed`: a round not begun by `grace_days`
    after its day is kept due, or lapses. `on_holiday`: a day that falls on a holiday is kept, skipped, or moved to
    the working day before or after.
    """

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
    scope: Mapped[dict[str, Any] | None] = mapped_column(Json)
    assign_by: Mapped[str] = mapped_column(String(10), default="people", server_default="people")
    lead_days: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    proof_percent: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    if_missed: Mapped[str] = mapped_column(String(10), default="keep", server_default="keep")
    grace_days: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    on_holiday: Mapped[str] = mapped_column(String(12), default="keep", server_default="keep")
