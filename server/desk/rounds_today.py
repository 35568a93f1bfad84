"""The rounds of the day, those of earlier days that are under way or late, and those that were missed of late."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, and_, func, or_, select
from sqlalchemy.orm import Session

from server.models import Answer, Round
from server.models.round import UNDER_WAY

MOST = 100
LATE_DAYS = 31  # a round that nobody began for longer is no news of the day
MISSED_DAYS = 7


def rounds_of_day(session: Session, project_id: str, today: date) -> list[dict[str, Any]]:
    """By when they are due; `answered`: how many items have an answer here."""
    told = (
        Round.id, Round.name_zh, Round.name_en, Round.place_id, Round.state, Round.due_at, Round.assignee_ids,
        Round.opened_at, Round.submitted_at, Round.occurrence_date, Round.missed_at,
    )  # fmt: skip
    day, of_today = Round.occurrence_date, today.isoformat()
    begun = and_(UNDER_WAY, Round.state.in_(["open", "sent_back"]), day < of_today)
    since, missed_since = _days_before(today, LATE_DAYS), _days_before(today, MISSED_DAYS)
    not_begun = and_(Round.state == "planned", or_(Round.missed_at.is_(None), day >= missed_since))
    recent = and_(day >= since, day <= of_today, or_(day == of_today, not_begun))
    # Two questions, each with an index of its own: either alone finds few among the rounds of years.
    found = {row["id"]: row for wanted in (begun, recent) for row in _rounds(session, project_id, told, wanted)}
    rows = sorted(found.values(), key=lambda row: (row["due_at"], row["id"]))[:MOST]
    given = (Answer.round_id.in_([row["id"] for row in rows]), Answer.value.is_not(None))
    counted = select(Answer.round_id, func.count()).where(*given).group_by(Answer.round_id)
    answered = {round_id: many for round_id, many in session.execute(counted)}
    return [{**row, "answered": answered.get(row["id"], 0)} for row in rows]


def _rounds(
    session: Session, project_id: str, told: Sequence[Any], wanted: ColumnElement[bool]
) -> Sequence[RowMapping]:
    chosen = select(*told).where(Round.project_id == project_id, wanted).order_by(Round.due_at, Round.id)
    return session.execute(chosen.limit(MOST)).mappings().all()


def _days_before(day: date, days: int) -> str:
    return (day - timedelta(days=days)).isoformat()
