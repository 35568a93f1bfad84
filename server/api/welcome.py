"""The link of an empty server: the first administrator comes by it, once (docs/operate.md, "The first start")."""

from typing import Any

import uuid_utils
from flask import Response, request
from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate
from sqlalchemy.orm import Session

from server.api.sessions import SessionSchema, answer_opened
from server.clock import now
from server.database import reading
from server.errors import Expired, NotFound
from server.joining.entering import Entering, enter
from server.joining.guessing import count_guess, slow_down_if_guessing
from server.joining.newcomer import KEEPABLE, NewcomerFields, person_of
from server.joining.setup_link import Standing, standing_of, use_setup_link
from server.joining.texts import SETUP_LINKS
from server.models.types import instant_text
from server.sync.actor import Actor
from server.sync.wire import PROTOCOL

blueprint = Blueprint("welcome", __name__, url_prefix="/api/welcome")
ACTOR = Actor("cli", "roundsman serve")


class WelcomeFields(NewcomerFields):
    token = fields.String(required=True, validate=[validate.Length(1, 100), KEEPABLE])
    device_label = fields.String(load_default=None, allow_none=True, validate=[validate.Length(max=120), KEEPABLE])


class Welcome(Schema):
    protocol = fields.String(required=True)
    standing = fields.String(required=True)


@blueprint.get("/<token>")
@blueprint.response(200, Welcome)
def look_at_welcome(token: str) -> dict[str, Any]:
    """Whether this link still opens the set-up; if not, why."""
    slow_down_if_guessing(_address())
    with reading() as session:
        standing = standing_of(session, token, now())
    _refuse(standing)
    return {"protocol": PROTOCOL, "standing": standing}


@blueprint.post("")
@blueprint.arguments(WelcomeFields)
@blueprint.response(200, SessionSchema)
def set_up(said: dict[str, Any]) -> Response:
    """Make the first administrator and sign them in. Two at once: one comes in, the other hears that it is done."""
    slow_down_if_guessing(_address())
    with reading() as session:
        _refuse(standing_of(session, said["token"], now()))
    person = person_of(said) | {"is_administrator": True}
    operation = {"op": str(uuid_utils.uuid7()), "name": "add_person", "at": instant_text(now()), "args": person}

    def alone(session: Session) -> None:
        if not use_setup_link(session, said["token"]):
            raise Expired(SETUP_LINKS["used"])

    who = Entering(person["person_id"], said["password"], said["device_label"])
    return answer_opened(enter(ACTOR, operation, who, alone))


def _refuse(standing: Standing) -> None:
    if standing == "unknown":
        count_guess(_address())
        raise NotFound(SETUP_LINKS[standing])
    if standing != "good":
        raise Expired(SETUP_LINKS[standing])


def _address() -> str:
    return request.remote_addr or ""
