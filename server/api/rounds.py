"""Reading what has left the feed: all documents of one round, as pull would show them."""

from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema, fields
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.database import reading
from server.errors import NotFound
from server.models.documents import DOCUMENT_TYPES
from server.signed_in import signed_in
from server.sync.pull import rows_on_wire
from server.sync.rights import grants_of, may_read_project
from server.sync.wire import PROTOCOL, DocumentOnWire

blueprint = Blueprint("rounds", __name__, url_prefix="/api/rounds")

OF_ROUND = (
    "answer", "photo", "scan", "round_event", "signed_copy", "comment", "conflict", "seal", "amendment", "finding",
)  # fmt: skip


class RoundDocuments(Schema):
    protocol = fields.String()
    stream = fields.String(metadata={"description": "in which they are, or were while they were in the feed"})
    docs = fields.List(fields.Nested(DocumentOnWire))


@blueprint.get("/<uuid:round_id>")
@blueprint.alt_response(200, schema=RoundDocuments)
def get_round(round_id: object) -> dict[str, Any]:
    """All documents of a round, the sealed and retired included."""
    person = signed_in()
    with reading() as session:
        project_id = _project_of(session, str(round_id))
        if not may_read_project(grants_of(session, person.person_id), project_id):
            raise NotFound
        docs = rows_on_wire(session, "round", "id", str(round_id))
        for name in OF_ROUND:
            docs += rows_on_wire(session, name, "round_id", str(round_id))
    return {"protocol": PROTOCOL, "stream": f"project:{project_id}", "docs": docs}


def _project_of(session: Session, round_id: str) -> str | None:
    table = DOCUMENT_TYPES["round"].table
    return session.scalars(select(table.c.project_id).where(table.c.id == round_id)).one_or_none()
