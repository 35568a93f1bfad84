"""Who is told: the people of a project by what they do in it, and who is on duty now (S5)."""

from sqlalchemy import select

from server.models import Grant, Shift
from server.sync.document import Document
from server.sync.work import Work


def handlers(ticket: Document) -> list[str]:
    """Who works on it."""
    return list(ticket["assignee_ids"] or [])


def desk(work: Work) -> list[str]:
    return _with_role(work, "desk")


def supervisors(work: Work) -> list[str]:
    return _with_role(work, "supervisor")


def clients(work: Work) -> list[str]:
    """The client's people who have an account."""
    return _with_role(work, "client")


def on_duty(work: Work) -> list[str]:
    """Whose shift runs at the moment of receipt."""
    running = (
        Shift.project_id == work.project_id,
        Shift.starts_at <= work.now,
        Shift.ends_at > work.now,
        Shift.cancelled_at.is_(None),
    )
    return sorted(set(work.books.session.scalars(select(Shift.person_id).where(*running))))


def _with_role(work: Work, role: str) -> list[str]:
    rows = work.books.session.execute(
        select(Grant.person_id, Grant.roles).where(Grant.project_id == work.project_id).order_by(Grant.person_id)
    )
    return [row.person_id for row in rows if role in row.roles]
