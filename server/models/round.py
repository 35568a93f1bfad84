"""A round, what was answered on it, and what happened to it."""

from typing import Any, ClassVar

from sqlalchemy import Boolean, Float, ForeignKey, Index, Integer, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.synced import MergeClass, Synced
from server.models.types import Day, Id, Instant, Json

# Rounds that somebody is at work on, few at any time. A question finds their index by these very words alone.
UNDER_WAY = text("round.state IN ('open', 'sent_back', 'submitted')")
_UNDER_WAY = text("state IN ('open', 'sent_back', 'submitted')")
ABNORMAL = text("answer.value = 'abnormal'")
_ABNORMAL = text("value = 'abnormal'")


class Round(Synced, Model):
    """One walk of a plan's assets on its day. `state` is the fold of its events, never set by hand.

    `proof_percent` is the plan's when the round was made. `missed_at`: when it lapsed without having been begun.
    `reviewer_id`: who has taken it up for review, so that two do not tread on each other; it binds nobody.
    """

    __tablename__ = "round"
    __table_args__ = (
        UniqueConstraint("plan_id", "occurrence_date"),
        Index("ix_round_project_day", "project_id", "occurrence_date"),
        Index("ix_round_under_way", "project_id", sqlite_where=_UNDER_WAY, postgresql_where=_UNDER_WAY),
    )
    synced_as = "round"
    merge_classes: ClassVar[dict[str, MergeClass]] = {"extra_asset_ids": "union", "assignee_ids": "union"}

    plan_id: Mapped[str] = mapped_column(Id, ForeignKey("plan.id"))
    occurrence_date: Mapped[str] = mapped_column(Day)
    template_id: Mapped[str] = mapped_column(Id, ForeignKey("template.id"))
    name_zh: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str] = mapped_column(Text)
    place_id: Mapped[str | None] = mapped_column(Id, ForeignKey("place.id"))
    asset_ids: Mapped[list[Any]] = mapped_column(Json)
    due_at: Mapped[str] = mapped_column(Instant)
    number: Mapped[str | None] = mapped_column(String(30))
    problem: Mapped[str | None] = mapped_column(Text)
    solution: Mapped[str | None] = mapped_column(Text)
    cause: Mapped[str | None] = mapped_column(Text)
    equipment: Mapped[str | None] = mapped_column(Text)
    suggestion: Mapped[str | None] = mapped_column(Text)
    remark: Mapped[str | None] = mapped_column(Text)
    extra_asset_ids: Mapped[list[Any]] = mapped_column(Json, default=list)
    assignee_ids: Mapped[list[Any]] = mapped_column(Json, default=list)
    state: Mapped[str] = mapped_column(String(12), default="planned", index=True)
    opened_at: Mapped[str | None] = mapped_column(Instant)
    submitted_at: Mapped[str | None] = mapped_column(Instant)
    sealed_at: Mapped[str | None] = mapped_column(Instant)
    seal_hash: Mapped[str | None] = mapped_column(String(64))
    incomplete: Mapped[list[Any]] = mapped_column(Json, default=list)
    holding: Mapped[list[Any]] = mapped_column(Json, default=list)
    proof_percent: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    missed_at: Mapped[str | None] = mapped_column(Instant)
    reviewer_id: Mapped[str | None] = mapped_column(Id)
    review_taken_at: Mapped[str | None] = mapped_column(Instant)


class Answer(Synced, Model):
    """One item on one asset (or on the whole round) of one round.

    `chosen`: keys of the options taken; `text`: what was written, or the code that was scanned. `fixed_on_site`: found
    and put right at once, with a photo before and after. `same_as_last`: taken over from the round before, as one tap.
    """

    __tablename__ = "answer"
    __table_args__ = (
        Index("ix_answer_asset", "asset_id", "check_key", "answered_at"),
        Index("ix_answer_abnormal", "asset_id", "answered_at", sqlite_where=_ABNORMAL, postgresql_where=_ABNORMAL),
    )
    synced_as = "answer"
    merge_classes: ClassVar[dict[str, MergeClass]] = {"value": "worse_wins", "severity": "worse_wins"}

    round_id: Mapped[str] = mapped_column(Id, ForeignKey("round.id"), index=True)
    asset_id: Mapped[str | None] = mapped_column(Id, ForeignKey("asset.id"))
    check_key: Mapped[str] = mapped_column(String(60))
    value: Mapped[str | None] = mapped_column(String(20))
    severity: Mapped[int | None] = mapped_column(Integer)
    reading: Mapped[str | None] = mapped_column(String(40))
    seen: Mapped[str | None] = mapped_column(Text)
    indication: Mapped[str | None] = mapped_column(Text)
    actual: Mapped[str | None] = mapped_column(Text)
    remark: Mapped[str | None] = mapped_column(Text)
    na_reason: Mapped[str | None] = mapped_column(Text)
    unmeasurable_reason: Mapped[str | None] = mapped_column(Text)
    overrule_reason: Mapped[str | None] = mapped_column(Text)
    separate_ticket: Mapped[bool | None] = mapped_column(Boolean)
    chosen: Mapped[list[Any] | None] = mapped_column(Json)
    text: Mapped[str | None] = mapped_column(Text)
    fixed_on_site: Mapped[bool | None] = mapped_column(Boolean)
    same_as_last: Mapped[bool | None] = mapped_column(Boolean)
    answered_at: Mapped[str | None] = mapped_column(Instant)
    answered_by: Mapped[str | None] = mapped_column(Id)


class Scan(Synced, Model):
    """Proof of presence at an asset (domain.md R2)."""

    __tablename__ = "scan"
    __table_args__ = (Index("ix_scan_asset", "asset_id", "at"),)
    synced_as = "scan"

    round_id: Mapped[str] = mapped_column(Id, ForeignKey("round.id"), index=True)
    asset_id: Mapped[str] = mapped_column(Id, ForeignKey("asset.id"))
    tag_id: Mapped[str | None] = mapped_column(Id)
    raw: Mapped[str] = mapped_column(Text)
    method: Mapped[str] = mapped_column(String(12))
    reason: Mapped[str | None] = mapped_column(Text)
    place: Mapped[dict[str, Any] | None] = mapped_column(Json)
    by: Mapped[str] = mapped_column(Id)
    at: Mapped[str] = mapped_column(Instant)
    received_at: Mapped[str] = mapped_column(Instant)


class RoundEvent(Synced, Model):
    """One thing that happened to a round; the round's state is the fold of these."""

    __tablename__ = "round_event"
    synced_as = "round_event"

    round_id: Mapped[str] = mapped_column(Id, ForeignKey("round.id"), index=True)
    name: Mapped[str] = mapped_column(String(20))
    by: Mapped[str | None] = mapped_column(Id)
    at: Mapped[str] = mapped_column(Instant)
    received_at: Mapped[str] = mapped_column(Instant)
    after: Mapped[list[Any]] = mapped_column(Json)
    args: Mapped[dict[str, Any]] = mapped_column(Json)
    flags: Mapped[list[Any]] = mapped_column(Json)


class Comment(Synced, Model):
    """A reviewer's remark, pinned to an item or to a point of a photo."""

    __tablename__ = "comment"
    synced_as = "comment"

    round_id: Mapped[str] = mapped_column(Id, ForeignKey("round.id"), index=True)
    answer_id: Mapped[str | None] = mapped_column(Id)
    asset_id: Mapped[str | None] = mapped_column(Id)
    check_key: Mapped[str | None] = mapped_column(String(60))
    photo_id: Mapped[str | None] = mapped_column(Id)
    x: Mapped[float | None] = mapped_column(Float)
    y: Mapped[float | None] = mapped_column(Float)
    text: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Id)
    at: Mapped[str] = mapped_column(Instant)
    withdrawn_at: Mapped[str | None] = mapped_column(Instant)
