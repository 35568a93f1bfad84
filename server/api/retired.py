"""Reading what has left the feed (docs/protocol.md, "Retirement"): closed tickets, an asset's history."""

from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema, fields
from sqlalchemy import Select, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from server.asset_list.visits import rounds_that_left
from server.database import reading
from server.errors import NotFound
from server.models import Answer, Asset, Contact, Finding, Retirement, Round, Scan, Ticket, TicketEvent
from server.models.documents import DOCUMENT_TYPES
from server.signed_in import signed_in
from server.sync.hanging import Root, hanging_on
from server.sync.pull import rows_where
from server.sync.rights import grants_of, may_read_project
from server.sync.wire import PROTOCOL, DocumentOnWire, IdField

blueprint = Blueprint("retired", __name__, url_prefix="/api")
AT_ONCE = 100
VISITS_AT_ONCE = 40
_LEFT = select(Retirement.root_id).where(Retirement.retired_at.is_not(None))


class RetiredQuery(Schema):
    before = IdField(load_default=None, metadata={"description": "go on after this one, as `next` said"})


class RetiredDocuments(Schema):
    """Documents as pull would show them; they are in the feed no more."""

    protocol = fields.String()
    stream = fields.String(metadata={"description": "in which they were"})
    docs = fields.List(fields.Nested(DocumentOnWire))
    next = IdField(allow_none=True)


@blueprint.get("/projects/<uuid:project_id>/retired-tickets")
@blueprint.arguments(RetiredQuery, location="query")
@blueprint.alt_response(200, schema=RetiredDocuments)
def list_tickets(asked: dict[str, Any], project_id: object) -> dict[str, Any]:
    """Closed tickets, newest first, with their findings and events."""
    with reading() as session:
        project = readable(session, str(project_id))
        gone = _LEFT.where(Retirement.root_id == Ticket.id).exists()
        left = select(Ticket.id).where(Ticket.project_id == project, gone)
        ids = _page(session, left, Ticket.closed_at, Ticket.id, asked["before"])
        docs = rows_where(session, "ticket", Ticket.id.in_(ids))
        docs += rows_where(session, "finding", Finding.ticket_id.in_(ids))
        docs += rows_where(session, "ticket_event", TicketEvent.ticket_id.in_(ids))
        docs += rows_where(session, "contact", Contact.ticket_id.in_(ids))
    return answer_with(project, docs, ids[-1] if len(ids) == AT_ONCE else None)


@blueprint.get("/tickets/<uuid:ticket_id>")
@blueprint.alt_response(200, schema=RetiredDocuments)
def get_ticket(ticket_id: object) -> dict[str, Any]:
    """All documents of a ticket, what it shows of its rounds included, and these rounds."""
    with reading() as session:
        project = readable(session, _project_of(session, Ticket, str(ticket_id)))
        hanging = hanging_on(session, Root("ticket", str(ticket_id)))
        rounds = select(Finding.round_id).where(Finding.ticket_id == str(ticket_id))
        docs = rows_where(session, "round", Round.id.in_(rounds))
        for name in sorted(set(hanging.values())):
            ids = [doc_id for doc_id, kind in hanging.items() if kind == name]
            docs += rows_where(session, name, DOCUMENT_TYPES[name].table.c.id.in_(ids))
    return answer_with(project, docs)


@blueprint.get("/assets/<uuid:asset_id>/history")
@blueprint.arguments(RetiredQuery, location="query")
@blueprint.alt_response(200, schema=RetiredDocuments)
def get_history(asked: dict[str, Any], asset_id: object) -> dict[str, Any]:
    """Visits to an asset and what was found there, by rounds, newest first, 40 at once."""
    asset = str(asset_id)
    with reading() as session:
        project = readable(session, _project_of(session, Asset, asset))
        found = (Answer.asset_id == asset) & (Answer.value == "abnormal")
        ids = rounds_that_left(session, project, asset, asked["before"], VISITS_AT_ONCE)
        docs = rows_where(session, "round", Round.id.in_(ids))
        docs += rows_where(session, "scan", Scan.round_id.in_(ids) & (Scan.asset_id == asset))
        docs += rows_where(session, "answer", Answer.round_id.in_(ids) & found)
    return answer_with(project, docs, ids[-1] if len(ids) == VISITS_AT_ONCE else None)


def readable(session: Session, project_id: str | None) -> str:
    if project_id is None or not may_read_project(grants_of(session, signed_in().person_id), project_id):
        raise NotFound
    return project_id


def _project_of(session: Session, model: type[Ticket] | type[Asset], row_id: str) -> str | None:
    return session.scalars(select(model.project_id).where(model.id == row_id)).one_or_none()


def _page(
    session: Session,
    wanted: Select[str],
    moment: InstrumentedAttribute[Any],
    row_id: InstrumentedAttribute[str],
    before: str | None,
) -> list[str]:
    """The ids of a page, newest first; `before` is the last one of the page before."""
    if before is not None:
        last = select(moment).where(row_id == before).scalar_subquery()
        wanted = wanted.where(tuple_(moment, row_id) < tuple_(last, before))
    return list(session.scalars(wanted.order_by(moment.desc(), row_id.desc()).limit(AT_ONCE)))


def answer_with(project_id: str, docs: list[dict[str, Any]], following: str | None = None) -> dict[str, Any]:
    return {"protocol": PROTOCOL, "stream": f"project:{project_id}", "docs": docs, "next": following}
