"""The books: every operation ever received. This table *is* the audit trail."""

from typing import Any

from sqlalchemy import Boolean, Index, Integer, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.types import Id, Instant, Json

UNCHAINED = "chained IS NULL OR chained <> outcome"
# Not applied, and nobody has settled it. A question finds its index by these very words alone.
UNSETTLED = "outcome IN ('parked', 'waiting') AND settled_by IS NULL"


class Operation(Model):
    """One received operation with its stored outcome; written once, its outcome may ripen.

    `body` is JSON text: what came is kept to the letter, also what a JSON column would refuse.
    `rightful`: whether its author had the right when it first came; null while that cannot be told yet.
    `made`: what it made that could come out differently another time (numbers, the ticket that a finding joined).
    `chained`: the outcome that the chain has of it. `told`: what its receipt said, where it was offered again.
    """

    __tablename__ = "operation"
    __table_args__ = (
        Index("ix_operation_attention", "project_id", "outcome"),
        Index("ix_operation_unchained", "op_id", sqlite_where=text(UNCHAINED), postgresql_where=text(UNCHAINED)),
        Index("ix_operation_unsettled", "op_id", sqlite_where=text(UNSETTLED), postgresql_where=text(UNSETTLED)),
    )

    op_id: Mapped[str] = mapped_column(Id, primary_key=True)
    actor_kind: Mapped[str] = mapped_column(String(10))
    actor_id: Mapped[str] = mapped_column(String(60), index=True)
    on_behalf_of: Mapped[str | None] = mapped_column(Id)
    device_id: Mapped[str | None] = mapped_column(String(40))
    n: Mapped[int | None] = mapped_column(Integer)
    project_id: Mapped[str | None] = mapped_column(Id)
    name: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str | None] = mapped_column(String(10))
    schema: Mapped[int] = mapped_column(Integer)
    body: Mapped[str] = mapped_column(Text)
    body_hash: Mapped[str] = mapped_column(String(64))
    received_at: Mapped[str] = mapped_column(Instant)
    outcome: Mapped[str] = mapped_column(String(10))
    code: Mapped[str | None] = mapped_column(String(20))
    result: Mapped[dict[str, Any]] = mapped_column(Json)
    settled_by: Mapped[str | None] = mapped_column(Id)
    rightful: Mapped[bool | None] = mapped_column(Boolean)
    made: Mapped[dict[str, Any] | None] = mapped_column(Json)
    chained: Mapped[str | None] = mapped_column(String(10))
    told: Mapped[dict[str, Any] | None] = mapped_column(Json)


class OperationEdit(Model):
    """Which operations wrote to a document: the history of its fields."""

    __tablename__ = "operation_edit"

    doc_id: Mapped[str] = mapped_column(Id, primary_key=True)
    op_id: Mapped[str] = mapped_column(Id, primary_key=True)


class OperationWait(Model):
    """An operation that waits for a cause which has not come yet."""

    __tablename__ = "operation_wait"

    op_id: Mapped[str] = mapped_column(Id, primary_key=True)
    cause: Mapped[str] = mapped_column(Id, primary_key=True, index=True)


class Promise(Model):
    """What was given before a restore and may not be given otherwise: a number, the ticket of a finding, a seal."""

    __tablename__ = "promise"

    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    value: Mapped[dict[str, Any]] = mapped_column(Json)


class Refused(Model):
    """A body that came under an id which another body holds; kept, never applied (invariant I6)."""

    __tablename__ = "refused"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    op_id: Mapped[str] = mapped_column(Id, index=True)
    device_id: Mapped[str | None] = mapped_column(String(40))
    person_id: Mapped[str | None] = mapped_column(Id)
    body: Mapped[str] = mapped_column(Text)
    body_hash: Mapped[str] = mapped_column(String(64))
    received_at: Mapped[str] = mapped_column(Instant)
