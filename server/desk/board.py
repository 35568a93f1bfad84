"""The board: open tickets by what breaks first. A page costs by its rows, not by how many tickets are open."""

from typing import Any, TypedDict

from sqlalchemy import ColumnElement, Select, String, and_, cast, func, or_, select
from sqlalchemy.orm import Session

from server.models import Ticket

AT_ONCE = 50
COUNTED = 1_000  # more is said as "more than": to count ten thousand helps nobody
STANDING = 20
_TOLD = (
    Ticket.id, Ticket.number, Ticket.title_zh, Ticket.title_en, Ticket.severity, Ticket.step, Ticket.tier,
    Ticket.state, Ticket.source, Ticket.kind, Ticket.asset_id, Ticket.assignee_ids, Ticket.opened_at,
    Ticket.next_due_at, Ticket.clocks, Ticket.confirmation, Ticket.closed_at,
)  # fmt: skip


class Filters(TypedDict):
    """None: whichever. `late`: past a deadline at `at`."""

    severity: int | None
    person: str | None
    source: str | None
    late: bool


def first_to_break(
    session: Session, project_id: str, filters: Filters, at: str, after: tuple[str, str] | None = None
) -> list[dict[str, Any]]:
    """Open tickets with a deadline, the next one first; `after` is where the page before ended: (due, id)."""
    return _rows(session, page_of_board(project_id, filters, at, after))


def page_of_board(project_id: str, filters: Filters, at: str, after: tuple[str, str] | None = None) -> Select[Any]:
    wanted = [*_open(project_id), Ticket.next_due_at.is_not(None), *_filtered(filters, at)]
    if after is not None:
        due, ticket_id = after
        wanted.append(Ticket.next_due_at >= due)  # for the index; the line below is for equals
        wanted.append(or_(Ticket.next_due_at > due, Ticket.id > ticket_id))
    return select(*_TOLD).where(*wanted).order_by(Ticket.next_due_at, Ticket.id).limit(AT_ONCE)


def standing_still(session: Session, project_id: str) -> list[dict[str, Any]]:
    """Open tickets of which nothing runs: paused, or without any clock; the oldest first."""
    still = select(*_TOLD).where(*_open(project_id), Ticket.next_due_at.is_(None))
    still = still.order_by(Ticket.opened_at, Ticket.id)  # not along the ids: most of these are closed
    return _rows(session, still.limit(STANDING))


def waiting_for_client(session: Session, project_id: str) -> list[dict[str, Any]]:
    """Solved, and the client has not said yes; the longest first."""
    asked = (Ticket.project_id == project_id, Ticket.state == "resolved", Ticket.confirmation == "asked")
    return _rows(session, select(*_TOLD).where(*asked).order_by(Ticket.closed_at, Ticket.id).limit(STANDING))


def counts(session: Session, project_id: str, *, at: str, soon: str) -> dict[str, int]:
    """How many, each up to COUNTED: what is over, what is due by `soon`, what is open, what stands still."""
    late = Ticket.next_due_at <= at
    due = and_(Ticket.next_due_at > at, Ticket.next_due_at <= soon)
    asked = {"late": late, "soon": due, "still": Ticket.next_due_at.is_(None)}
    found = {name: _count(session, project_id, condition) for name, condition in asked.items()}
    return {**found, "open": _count(session, project_id)}


def _count(session: Session, project_id: str, *conditions: ColumnElement[bool]) -> int:
    some = select(Ticket.id).where(*_open(project_id), *conditions).limit(COUNTED).subquery()
    return session.scalars(select(func.count()).select_from(some)).one()


def _open(project_id: str) -> tuple[ColumnElement[bool], ...]:
    return (Ticket.project_id == project_id, Ticket.is_open.is_(True))


def _filtered(filters: Filters, at: str) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if filters["severity"] is not None:
        wanted.append(Ticket.severity == filters["severity"])
    if filters["source"] is not None:
        wanted.append(Ticket.source == filters["source"])
    if filters["person"] is not None:
        wanted.append(cast(Ticket.assignee_ids, String).contains(filters["person"]))  # a list of ids, each found whole
    if filters["late"]:
        wanted.append(Ticket.next_due_at <= at)
    return wanted


def _rows(session: Session, statement: Select[Any]) -> list[dict[str, Any]]:
    return [dict(row) for row in session.execute(statement).mappings()]
