"""What the contract promises, as data; and when a ticket's next threshold falls."""

from typing import Any

from sqlalchemy import ForeignKey, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.synced import Synced
from server.models.types import Id, Instant, Json


class SlaPolicy(Synced, Model):
    """One version of a project's clock policy, never changed: a ticket keeps the version that it began with.

    `body`: server/rules/sla_policy.py. `changed_by`: the person who decided it.
    """

    __tablename__ = "sla_policy"
    __table_args__ = (UniqueConstraint("project_id", "version"),)
    synced_as = "sla_policy"

    version: Mapped[int] = mapped_column(Integer)
    valid_from: Mapped[str] = mapped_column(Instant)
    changed_by: Mapped[str | None] = mapped_column(Id)
    body: Mapped[dict[str, Any]] = mapped_column(Json)


class TicketAlarm(Model):
    """When somebody must look at this ticket's clocks next. No row: nothing of it can fall due."""

    __tablename__ = "ticket_alarm"

    ticket_id: Mapped[str] = mapped_column(Id, ForeignKey("ticket.id"), primary_key=True)
    project_id: Mapped[str] = mapped_column(Id, ForeignKey("project.id"))
    next_at: Mapped[str] = mapped_column(Instant, index=True)
