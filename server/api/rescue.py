"""The door for rescue files: a colleague's phone, or a desk, hands in what a phone could not send."""

from typing import Any, Final

from flask import current_app, request
from flask_smorest import Blueprint
from marshmallow import Schema, fields

from server.blobs import store
from server.clock import now
from server.config import current_config
from server.database import reading
from server.errors import BadRequest, UnsupportedType
from server.language import Sentence, request_language
from server.models import Person
from server.models.types import instant_text
from server.problems import say_if_full
from server.rescue.opened import open_rescue
from server.rescue.taken import Taken, take_in
from server.signed_in import signed_in
from server.sync.answers import result_of
from server.sync.tus.body import receive_body, refuse_if_longer
from server.sync.tus.turnstile import one_of_few
from server.sync.wire import PROTOCOL, OperationResult

blueprint = Blueprint("rescue", __name__, url_prefix="/api/rescue")
blueprint.register_error_handler(OSError, say_if_full)
BODY_TYPE: Final = "application/zip"
LONGEST_SECONDS: Final = 30 * 60.0
CUT_SHORT = Sentence(
    "文件没有传完，什么也没有收。请再交一次。", "The file broke off, nothing was taken. Please hand it in again."
)


class RescuedPerson(Schema):
    id = fields.String(required=True)
    display_name_zh = fields.String(required=True)
    display_name_en = fields.String(required=True)


class RescuedOperations(Schema):
    applied = fields.Integer(required=True)
    conflict = fields.Integer(required=True)
    parked = fields.Integer(required=True)
    waiting = fields.Integer(required=True)
    known = fields.Integer(required=True, metadata={"description": "of all these, how many were here before"})


class RescuedPhotos(Schema):
    taken = fields.Integer(required=True)
    known = fields.Integer(required=True)
    damaged = fields.Integer(required=True)
    missing = fields.Integer(required=True)


class RescueTaken(Schema):
    """What became of a rescue file."""

    protocol = fields.String(required=True)
    person = fields.Nested(RescuedPerson, required=True)
    made_at = fields.String(required=True)
    operations = fields.Nested(RescuedOperations, required=True)
    parked = fields.List(
        fields.Nested(OperationResult), required=True, metadata={"description": "kept but not applied, with the reason"}
    )
    photos = fields.Nested(RescuedPhotos, required=True)


@blueprint.post("")
@blueprint.doc(requestBody={"content": {BODY_TYPE: {"schema": {"type": "string", "format": "binary"}}}})
@blueprint.response(200, RescueTaken)
def hand_in_rescue_file() -> dict[str, Any]:
    """Take in a rescue file, under its author's name and rights. Doing it twice is doing it once."""
    who = signed_in()
    if request.mimetype != BODY_TYPE:
        raise UnsupportedType
    limit = current_config().max_rescue_bytes
    refuse_if_longer(limit)
    request.max_content_length = limit
    moment = instant_text(now())
    with reading() as session:
        carrier = session.get_one(Person, who.person_id).display_name_zh
    with one_of_few(), store(current_app).receive() as incoming:
        came = receive_body(incoming, limit=limit, checksum=None, look=None, longest_seconds=LONGEST_SECONDS)
        if not came or incoming.size != (request.content_length or incoming.size):
            raise BadRequest(CUT_SHORT)
        incoming.make_durable()
        with open_rescue(incoming.path) as file:
            return _said(take_in(file, carrier, moment), file.made_at)


def _said(taken: Taken, made_at: str) -> dict[str, Any]:
    outcomes = [answered.record.outcome for answered in taken.answers]
    language = request_language()
    return {
        "protocol": PROTOCOL,
        "person": taken.person,
        "made_at": made_at,
        "operations": {
            **{outcome: outcomes.count(outcome) for outcome in ("applied", "conflict", "parked", "waiting")},
            "known": sum(answered.duplicate for answered in taken.answers),
        },
        "parked": [result_of(one, language) for one in taken.answers if one.record.outcome == "parked"],
        "photos": {name: taken.photos[name] for name in ("taken", "known", "damaged", "missing")},
    }
