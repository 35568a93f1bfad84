"""What needs a decision: figures of the board, each up to COUNTED, each with a place where it is decided."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, TextClause, func, select
from sqlalchemy.orm import Session

from server.desk.board import COUNTED
from server.desk.unsettled import unsettled
from server.models import Certificate, Conflict, Operation, Round, Ticket

CERTIFICATE_DAYS = 30


def decisions_of(session: Session, project_id: str, today: date) -> dict[str, int]:
    """Rounds to review, values filled in differently, operations not applied, closures the client has not confirmed,
    certificates that run out within CERTIFICATE_DAYS of `today` (the project's day) or have run out."""
    asked: dict[str, tuple[Any, Sequence[ColumnElement[bool] | TextClause]]] = {
        "reviews": (Round.id, (Round.state == "submitted", Round.project_id == project_id)),
        "conflicts": (Conflict.id, (Conflict.state == "open", Conflict.project_id == project_id)),
        "parked": (Operation.op_id, unsettled(project_id)),
        "closures": (
            Ticket.id,
            (Ticket.project_id == project_id, Ticket.state == "resolved", Ticket.confirmation == "asked"),
        ),
        "certificates": (Certificate.id, _running_out(project_id, today)),
    }
    return {name: _count(session, column, conditions) for name, (column, conditions) in asked.items()}


def _running_out(project_id: str, today: date) -> tuple[ColumnElement[bool], ...]:
    last = (today + timedelta(days=CERTIFICATE_DAYS)).isoformat()
    standing = Certificate.withdrawn_at.is_(None)
    return Certificate.project_id == project_id, standing, Certificate.expires_on <= last


def _count(session: Session, column: Any, conditions: Sequence[ColumnElement[bool] | TextClause]) -> int:
    some = select(column).where(*conditions).limit(COUNTED).subquery()
    return session.scalars(select(func.count()).select_from(some)).one()
