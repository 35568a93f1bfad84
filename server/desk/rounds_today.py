"""The rounds of the day, those of earlier days that are under way or late, and those that were missed of late."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from server.models import Answer, Round

MOST = 100
LATE_DAYS = 31  # a round that nobody began for longer is no news of the day
MISSED_DAYS = 7


def rounds_of_day(session: Session, project_id: str, today: date) -> list[dict[str, Any]]:
    """By when they are due; `answered`: how many items have an answer here."""
    told = (
        Round.id, Round.name_zh, Round.name_en, Round.place_id, Round.state, Round.due_at, Round.assignee_ids,
        Round.opened_at, Round.submitted_at, Round.occurrence_date, Round.missed_at,
    )  # fmt: skip
    day = Round.occurrence_date
    under_way = and_(Round.state.in_(["open", "sent_back"]), day < today.isoformat())
    not_begun = and_(Round.state == "planned", day < today.isoformat())
    late = and_(not_begun, Round.missed_at.is_(None), day >= _days_before(today, LATE_DAYS))
    missed = and_(not_begun, Round.missed_at.is_not(None), day >= _days_before(today, MISSED_DAYS))
    wanted = (Round.project_id == project_id, or_(day == today.isoformat(), under_way, late, missed))
    rows = session.execute(select(*told).where(*wanted).order_by(Round.due_at, Round.id).limit(MOST)).mappings().all()
    given = (Answer.round_id.in_([row["id"] for row in rows]), Answer.value.is_not(None))
    counted = select(Answer.round_id, func.count()).where(*given).group_by(Answer.round_id)
    answered = {round_id: many for round_id, many in session.execute(counted)}
    return [{**row, "answered": answered.get(row["id"], 0)} for row in rows]


def _days_before(day: date, days: int) -> str:
    return (day - timedelta(days=days)).isoformat()
