"""Who is on duty in a project right now."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.models import Shift
from server.rules.roster import OnDuty, on_duty

_SHIFT = (Shift.person_id, Shift.duty, Shift.starts_at, Shift.ends_at, Shift.cancelled_at)


def on_duty_in(session: Session, project_id: str, at: str) -> list[OnDuty]:
    """By the index on a project's ends: what is over is not read."""
    running = (Shift.project_id == project_id, Shift.ends_at > at, Shift.starts_at <= at, Shift.cancelled_at.is_(None))
    return on_duty((row._asdict() for row in session.execute(select(*_SHIFT).where(*running))), at)
