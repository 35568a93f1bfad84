"""Tickets in bulk, as rows: for questions of which only the cost or the order matters."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from server.models import Ticket
from server.models.types import instant_text
from tests.support.world import new_id


def a_clock(key: str, due_at: str | None, state: str = "running", **more: Any) -> dict[str, Any]:
    return {"key": key, "milestone": key, "due_at": due_at, "state": state, "took_minutes": None, **more}


def a_ticket(project: str, due: datetime | None, **fields: Any) -> dict[str, Any]:
    number = new_id()
    due_at = None if due is None else instant_text(due)
    row = {
        "id": number, "project_id": project, "number": f"GD-{number[-6:]}", "check_key": f"own:{number}",
        "title_zh": "风扇停转", "title_en": "Fan stopped", "opened_at": "2026-11-22T00:00:00.000Z", "severity": 3,
        "state": "confirmed", "is_open": True, "separate": False, "assignee_ids": [], "next_due_at": due_at,
        "clocks": [a_clock("arrival", due_at)] if due_at else [], "writers": {}, "rev": 1, "closed_at": None,
        "confirmation": "none", "source": "call",
    }  # fmt: skip
    return {**row, **fields}


def add_tickets(session: Session, project: str, first: datetime, many: int, **fields: Any) -> None:
    """One due each minute from `first`."""
    rows = [a_ticket(project, first + timedelta(minutes=k), **fields) for k in range(many)]
    session.execute(insert(Ticket), rows)
