"""Tickets, the findings that they answer for, and their timeline."""

from typing import Any, ClassVar

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String, Text, false, text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.synced import MergeClass, Synced
from server.models.types import Id, Instant, Json


class Ticket(Synced, Model):
    """One fault on one asset. Among open tickets a fault is unique, but for those opened apart on purpose (R4).

    `check_key` is the round item's, or `own:<id>` where no round raised it: such a fault is like no other.
    `found_at` is when it was noticed (null: as `opened_at`), `opened_at` when the server registered it.
    `policy_id` names the clock policy that it began with, for life. `tier`, `step`, `clocks`, `next_due_at` and
    `confirmation` are derived from its events; `next_due_at` is the earliest running deadline.
    """

    __tablename__ = "ticket"
    __table_args__ = (
        Index(
            "ux_ticket_same_fault",
            "project_id",
            "asset_id",
            "check_key",
            unique=True,
            sqlite_where=text("is_open AND NOT separate"),
            postgresql_where=text("is_open AND NOT separate"),
        ),
        # To a unique index no two NULLs are the same: faults of the whole round need one of their own.
        Index(
            "ux_ticket_same_fault_of_round",
            "project_id",
            "check_key",
            unique=True,
            sqlite_where=text("is_open AND NOT separate AND asset_id IS NULL"),
            postgresql_where=text("is_open AND NOT separate AND asset_id IS NULL"),
        ),
        Index("ix_ticket_board", "project_id", "is_open", "next_due_at"),
        Index(
            "ix_ticket_waiting",
            "project_id",
            "closed_at",
            sqlite_where=text("state = 'resolved'"),
            postgresql_where=text("state = 'resolved'"),
        ),
    )
    synced_as = "ticket"
    merge_classes: ClassVar[dict[str, MergeClass]] = {"severity": "worse_wins", "assignee_ids": "union"}
    private_columns: ClassVar[frozenset[str]] = frozenset({"separate"})

    number: Mapped[str] = mapped_column(String(20))
    asset_id: Mapped[str | None] = mapped_column(Id, ForeignKey("asset.id"), index=True)
    check_key: Mapped[str] = mapped_column(String(60))
    round_id: Mapped[str | None] = mapped_column(Id, ForeignKey("round.id"), index=True)
    title_zh: Mapped[str] = mapped_column(Text)
    title_en: Mapped[str] = mapped_column(Text)
    opened_at: Mapped[str] = mapped_column(Instant)
    severity: Mapped[int | None] = mapped_column(Integer)
    assignee_ids: Mapped[list[Any]] = mapped_column(Json, default=list)
    state: Mapped[str] = mapped_column(String(12))
    is_open: Mapped[bool] = mapped_column(Boolean)
    separate: Mapped[bool] = mapped_column(Boolean, default=False)
    repeat_of_id: Mapped[str | None] = mapped_column(Id)
    closed_at: Mapped[str | None] = mapped_column(Instant)
    source: Mapped[str] = mapped_column(String(10), default="round", server_default="round")
    kind: Mapped[str | None] = mapped_column(String(20))
    complexity: Mapped[str | None] = mapped_column(String(10))
    description: Mapped[str | None] = mapped_column(Text)
    found_at: Mapped[str | None] = mapped_column(Instant)
    place_id: Mapped[str | None] = mapped_column(Id, ForeignKey("place.id"))
    elsewhere: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    reporter_name: Mapped[str | None] = mapped_column(Text)
    reporter_phone: Mapped[str | None] = mapped_column(Text)
    suggested_severity: Mapped[int | None] = mapped_column(Integer)
    severity_reason: Mapped[str | None] = mapped_column(Text)
    remote_tried: Mapped[str | None] = mapped_column(String(12))
    remote_result: Mapped[str | None] = mapped_column(Text)
    policy_id: Mapped[str | None] = mapped_column(Id, ForeignKey("sla_policy.id"))
    tier: Mapped[int] = mapped_column(Integer, default=1, server_default="1")
    step: Mapped[str] = mapped_column(String(12), default="waiting", server_default="waiting")
    clocks: Mapped[list[Any]] = mapped_column(Json, default=list, server_default="[]")
    next_due_at: Mapped[str | None] = mapped_column(Instant)
    confirmation: Mapped[str] = mapped_column(String(10), default="none", server_default="none")


class Finding(Synced, Model):
    """An abnormal item of a round, as it hangs on the ticket that it raised or joined."""

    __tablename__ = "finding"
    synced_as = "finding"

    ticket_id: Mapped[str] = mapped_column(Id, ForeignKey("ticket.id"), index=True)
    round_id: Mapped[str] = mapped_column(Id, ForeignKey("round.id"), index=True)
    asset_id: Mapped[str | None] = mapped_column(Id, ForeignKey("asset.id"))
    check_key: Mapped[str] = mapped_column(String(60))
    answer_id: Mapped[str] = mapped_column(Id)
    found_at: Mapped[str] = mapped_column(Instant)
    severity: Mapped[int | None] = mapped_column(Integer)
    text: Mapped[str | None] = mapped_column(Text)
    indication: Mapped[str | None] = mapped_column(Text)
    actual: Mapped[str | None] = mapped_column(Text)
    reading: Mapped[str | None] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(10))


class TicketEvent(Synced, Model):
    """One thing that happened to a ticket; nothing on a ticket is ever deleted (T4)."""

    __tablename__ = "ticket_event"
    synced_as = "ticket_event"

    ticket_id: Mapped[str] = mapped_column(Id, ForeignKey("ticket.id"), index=True)
    name: Mapped[str] = mapped_column(String(20))
    by: Mapped[str | None] = mapped_column(Id)
    at: Mapped[str] = mapped_column(Instant)
    received_at: Mapped[str] = mapped_column(Instant)
    after: Mapped[list[Any]] = mapped_column(Json)
    args: Mapped[dict[str, Any]] = mapped_column(Json)
    flags: Mapped[list[Any]] = mapped_column(Json)


class TicketAlias(Model):
    """The ticket id that a phone derived by rule for a finding that in truth joined another ticket."""

    __tablename__ = "ticket_alias"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    ticket_id: Mapped[str] = mapped_column(Id, ForeignKey("ticket.id"), index=True)
