"""The phones and browsers of a project's people, for its supervisors: what may lie on each, and which were revoked."""

from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema, fields

from server.api.board_shapes import BoardPhone
from server.clock import now
from server.database import reading
from server.desk.phones import phones_of
from server.errors import NotFound
from server.signed_in import signed_in
from server.sync.rights import grants_of
from server.sync.wire import PROTOCOL

blueprint = Blueprint("phones", __name__, url_prefix="/api/projects")


class Phones(Schema):
    protocol = fields.String(required=True)
    this_device = fields.String(required=True, metadata={"description": "the one that asks"})
    phones = fields.List(fields.Nested(BoardPhone), required=True)


@blueprint.get("/<uuid:project_id>/phones")
@blueprint.response(200, Phones)
def list_phones(project_id: object) -> dict[str, Any]:
    """Where the project's people are signed in, and what was revoked; the one unseen for longest first."""
    who = signed_in()
    with reading() as session:
        if "supervisor" not in grants_of(session, who.person_id).get(str(project_id), frozenset()):
            raise NotFound
        phones = phones_of(session, str(project_id), now(), revoked=True)
    return {"protocol": PROTOCOL, "this_device": who.device_id, "phones": phones}
