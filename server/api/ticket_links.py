"""The links into a ticket, for its staff: address and code can be told again, what came of each is shown."""

from typing import Any

from flask import request
from flask_smorest import Blueprint
from marshmallow import Schema, fields
from sqlalchemy import select

from server.clock import now
from server.database import reading
from server.errors import NotFound
from server.links.opened import standing_of
from server.links.tokens import code_of, token_of
from server.models import Ticket, TicketLink
from server.models.types import instant_text
from server.signed_in import signed_in
from server.sync.rights import grants_of, may_read_project
from server.sync.wire import PROTOCOL

blueprint = Blueprint("ticket_links", __name__, url_prefix="/api/tickets")


class ShownLink(Schema):
    id = fields.String(required=True)
    purpose = fields.String(required=True)
    recipient = fields.String(required=True, allow_none=True)
    language = fields.String(required=True)
    standing = fields.String(required=True)
    address = fields.String(required=True)
    code = fields.String(required=True)
    created_at = fields.String(required=True)
    expires_at = fields.String(required=True)
    used_at = fields.String(required=True, allow_none=True)
    revoked_at = fields.String(required=True, allow_none=True)


class ShownLinks(Schema):
    protocol = fields.String(required=True)
    links = fields.List(fields.Nested(ShownLink), required=True)


@blueprint.get("/<uuid:ticket_id>/links")
@blueprint.response(200, ShownLinks)
def list_links(ticket_id: object) -> dict[str, Any]:
    """Every link that was made for this ticket, newest first."""
    person_id = signed_in().person_id
    with reading() as session:
        ticket = session.get(Ticket, str(ticket_id))
        if ticket is None or not may_read_project(grants_of(session, person_id), ticket.project_id):
            raise NotFound
        wanted = select(TicketLink).where(TicketLink.ticket_id == ticket.id).order_by(TicketLink.created_at.desc())
        return {"protocol": PROTOCOL, "links": [_shown(link) for link in session.scalars(wanted)]}


def _shown(link: TicketLink) -> dict[str, Any]:
    names = ("id", "purpose", "recipient", "language", "created_at", "expires_at", "used_at", "revoked_at")
    return {
        **{name: getattr(link, name) for name in names},
        "standing": standing_of(link, instant_text(now())),
        "address": f"{request.url_root}l/{token_of(link.id)}",
        "code": code_of(link.id),
    }
