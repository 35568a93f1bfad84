"""The devices on which a person is signed in, and the way to sign out one that is not at hand."""

from typing import Any

from flask import Response, make_response
from flask_smorest import Blueprint
from marshmallow import Schema, fields

from server.clock import now
from server.database import reading
from server.errors import NotFound
from server.sign_in import sign_out_device
from server.signed_in import signed_in
from server.signed_in_devices import signed_in_devices
from server.sync.wire import PROTOCOL

blueprint = Blueprint("devices", __name__, url_prefix="/api/devices")


class SignedInDevice(Schema):
    """A phone or browser with a session that has not run out."""

    id = fields.String(required=True)
    label = fields.String(required=True, allow_none=True)
    signed_in_at = fields.String(required=True)
    last_seen_at = fields.String(required=True, metadata={"description": "its last sync; its sign-in before the first"})
    is_this = fields.Boolean(required=True)


class Devices(Schema):
    protocol = fields.String(required=True)
    devices = fields.List(fields.Nested(SignedInDevice), required=True)


@blueprint.get("")
@blueprint.response(200, Devices)
def list_devices() -> dict[str, Any]:
    """The person's own signed-in devices, this one first, then the one seen last."""
    who = signed_in()
    with reading() as session:
        return {"protocol": PROTOCOL, "devices": signed_in_devices(session, who, now())}


@blueprint.delete("/<device_id>")
@blueprint.response(204)
def close_sessions_of_device(device_id: str) -> Response:
    """Sign a device out. What it has not sent yet stays on it, and is sent after signing in there again."""
    who = signed_in()
    if not device_id.isascii() or not device_id.isprintable() or not sign_out_device(who.person_id, device_id):
        raise NotFound
    return make_response("", 204)
