"""What was sent back in the last days and why, also of rounds that have left the phones."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.models import Comment, Project, Round, RoundEvent, Template
from server.rules.send_back_figures import SendBackFigures, send_back_figures

MOST = 20_000  # rounds of a window


def send_backs_since(session: Session, project: Project, since: str) -> dict[str, Any]:
    """The figures of the rounds that were due since that day, the newest if there are too many."""
    due = select(Round.id).where(Round.project_id == project.id, Round.occurrence_date >= since)
    rounds = due.order_by(Round.occurrence_date.desc(), Round.id).limit(MOST).subquery()
    told = (RoundEvent.round_id, RoundEvent.name, RoundEvent.by, RoundEvent.received_at, RoundEvent.args)
    wanted = (RoundEvent.round_id.in_(select(rounds.c.id)), RoundEvent.name.in_(["submitted", "sent_back"]))
    events = [dict(row) for row in session.execute(select(*told).where(*wanted)).mappings()]
    sent_back = {event["round_id"] for event in events if event["name"] == "sent_back"}
    pinned = select(Comment.id, Comment.check_key).where(Comment.round_id.in_(sorted(sent_back)))
    check_keys = {row.id: row.check_key for row in session.execute(pinned)}
    figures = send_back_figures(events, check_keys, project.time_zone)
    return {**figures, "items": _titled(figures, _titles(session, sent_back))}


def _titles(session: Session, rounds: set[str]) -> dict[str, dict[str, str]]:
    """By the newest version of a checklist that was sent back."""
    used = select(Round.template_id).where(Round.id.in_(sorted(rounds)))
    versions = session.scalars(select(Template).where(Template.id.in_(used)).order_by(Template.version))
    items = (item for template in versions for item in template.items)
    return {item["check_key"]: {name: item[name] for name in ("title_zh", "title_en")} for item in items}


def _titled(figures: SendBackFigures, titles: dict[str, dict[str, str]]) -> list[dict[str, Any]]:
    none = {"title_zh": None, "title_en": None}
    return [{**row, **titles.get(row["check_key"], none)} for row in figures["items"]]
