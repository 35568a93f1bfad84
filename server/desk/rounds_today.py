"""The rounds of the day, and those of earlier days that are still under way."""

from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from server.models import Answer, Round

MOST = 100


def rounds_of_day(session: Session, project_id: str, day: str) -> list[dict[str, Any]]:
    """By when they are due; `answered`: how many items have an answer here."""
    told = (
        Round.id, Round.name_zh, Round.name_en, Round.place_id, Round.state, Round.due_at, Round.assignee_ids,
        Round.opened_at, Round.submitted_at, Round.occurrence_date,
    )  # fmt: skip
    under_way = and_(Round.state.in_(["open", "sent_back"]), Round.occurrence_date < day)
    wanted = (Round.project_id == project_id, or_(Round.occurrence_date == day, under_way))
    rows = session.execute(select(*told).where(*wanted).order_by(Round.due_at, Round.id).limit(MOST)).mappings().all()
    given = (Answer.round_id.in_([row["id"] for row in rows]), Answer.value.is_not(None))
    counted = select(Answer.round_id, func.count()).where(*given).group_by(Answer.round_id)
    answered = {round_id: many for round_id, many in session.execute(counted)}
    return [{**row, "answered": answered.get(row["id"], 0)} for row in rows]
