"""The desk's board: what breaks first, the rounds of the day, the phones, and how the times were kept."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from server.api.board_shapes import Board, BoardQuery, Figures, FiguresQuery
from server.clock import now
from server.database import reading
from server.desk.board import AT_ONCE, Filters, counts, first_to_break, standing_still, waiting_for_client
from server.desk.decisions import decisions_of
from server.desk.figures import figures_since
from server.desk.phones import phones_of
from server.desk.rounds_today import rounds_of_day
from server.errors import NotFound
from server.models import Project
from server.models.types import instant_text
from server.signed_in import signed_in
from server.sync.registry import DESK
from server.sync.rights import grants_of
from server.sync.wire import PROTOCOL

blueprint = Blueprint("board", __name__, url_prefix="/api/projects")
SOON = timedelta(hours=1)


@blueprint.get("/<uuid:project_id>/board")
@blueprint.arguments(BoardQuery, location="query")
@blueprint.alt_response(200, schema=Board)
def get_board(asked: dict[str, Any], project_id: object) -> dict[str, Any]:
    """A page of open tickets by their next deadline; with the first page all that stands around it. For the desk."""
    moment = now()
    at = instant_text(moment)
    filters: Filters = {name: asked[name] for name in ("severity", "person", "source", "late")}  # type: ignore[assignment]  # the schema's own types
    after = (asked["after_due"], asked["after"]) if asked["after"] and asked["after_due"] else None
    with reading() as session:
        project = _of_desk(session, str(project_id))
        tickets = first_to_break(session, project.id, filters, at, after)
        around = {} if after else _around(session, project)
        if after is None:
            around["phones"] = phones_of(session, project.id, moment)
            around["counts"] = counts(session, project.id, at=at, soon=instant_text(moment + SOON))
    return {"protocol": PROTOCOL, "at": at, "tickets": tickets, "more": len(tickets) == AT_ONCE, **around}


@blueprint.get("/<uuid:project_id>/board/figures")
@blueprint.arguments(FiguresQuery, location="query")
@blueprint.alt_response(200, schema=Figures)
def get_figures(asked: dict[str, Any], project_id: object) -> dict[str, Any]:
    """How the times were kept for what was registered in the last days: met, missed, median, worst. For the desk."""
    since = instant_text(now() - timedelta(days=asked["days"]))
    with reading() as session:
        rows, tickets = figures_since(session, _of_desk(session, str(project_id)).id, since)
    return {"protocol": PROTOCOL, "since": since, "tickets": tickets, "rows": rows}


def _around(session: Session, project: Project) -> dict[str, Any]:
    today = now().astimezone(ZoneInfo(project.time_zone)).date()
    return {
        "decisions": decisions_of(session, project.id, today),
        "still": standing_still(session, project.id),
        "waiting": waiting_for_client(session, project.id),
        "rounds": rounds_of_day(session, project.id, today),
    }


def _of_desk(session: Session, project_id: str) -> Project:
    roles = grants_of(session, signed_in().person_id).get(project_id, frozenset())
    project = session.get(Project, project_id) if roles & DESK else None
    if project is None:
        raise NotFound
    return project
