"""How the contract's times were kept in a window: per severity and clock."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.models import Ticket
from server.rules.clocks_figures import ClockFigures, clock_figures

MOST = 20_000  # tickets of a window


def figures_since(session: Session, project_id: str, since: str) -> tuple[list[ClockFigures], int]:
    """The figures, and of how many tickets: those registered since then, the newest if there are too many."""
    wanted = (Ticket.project_id == project_id, Ticket.opened_at >= since)
    told = select(Ticket.severity, Ticket.clocks).where(*wanted).order_by(Ticket.opened_at.desc()).limit(MOST)
    tickets = [dict(row) for row in session.execute(told).mappings()]
    return clock_figures(tickets), len(tickets)
