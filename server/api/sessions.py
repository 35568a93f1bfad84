"""Signing in, who is signed in, signing out."""

from typing import Any

from flask import Response, make_response, request
from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate
from sqlalchemy.orm import Session

from server.clock import now
from server.config import current_config
from server.database import reading
from server.models import Device, Installation, Person
from server.models.types import instant_text
from server.passwords import LONGEST
from server.rescue.seal import rescue_key
from server.sign_in import Opened, SignInRequest, sign_in, sign_out
from server.signed_in import COOKIE, signed_in_or_depositing
from server.sync.rights import grants_of
from server.sync.wire import PROTOCOL

blueprint = Blueprint("sessions", __name__, url_prefix="/api/session")

SECONDS_OF_A_DAY = 24 * 60 * 60


# NUL and half a surrogate pair are characters that a database cannot be asked for.
KEEPABLE = validate.Regexp(r"[^\0\ud800-\udfff]*\Z")


class SignInSchema(Schema):
    name = fields.String(required=True, validate=[validate.Length(1, 60), KEEPABLE])
    password = fields.String(required=True, validate=[validate.Length(1, LONGEST), KEEPABLE])
    device = fields.String(load_default=None, allow_none=True, validate=[validate.Length(max=40), KEEPABLE])
    device_label = fields.String(load_default=None, allow_none=True, validate=[validate.Length(max=120), KEEPABLE])


class PersonSchema(Schema):
    id = fields.String(required=True)
    name = fields.String(required=True)
    display_name_zh = fields.String(required=True)
    display_name_en = fields.String(required=True)
    language = fields.String(required=True)
    is_administrator = fields.Boolean(required=True)


class DeviceSchema(Schema):
    id = fields.String(required=True)
    last_n = fields.Integer(required=True)


class RescueSchema(Schema):
    device = fields.String(required=True)
    key = fields.String(required=True, metadata={"description": "64 hex digits; seals a rescue file of this device"})


class GrantSchema(Schema):
    project_id = fields.String(required=True)
    roles = fields.List(fields.String(), required=True)


class SessionSchema(Schema):
    protocol = fields.String(required=True)
    person = fields.Nested(PersonSchema, required=True)
    device = fields.Nested(DeviceSchema, required=True)
    organisation_id = fields.String(required=True)
    rescue = fields.Nested(RescueSchema, required=True)
    grants = fields.List(fields.Nested(GrantSchema), required=True)
    inc = fields.String(required=True)
    server_time = fields.String(required=True)


@blueprint.post("")
@blueprint.arguments(SignInSchema)
@blueprint.response(200, SessionSchema)
def open_session(asked: dict[str, Any]) -> Response:
    """Sign in."""
    opened = sign_in(
        SignInRequest(
            name=asked["name"],
            password=asked["password"],
            device_id=asked["device"],
            device_label=asked["device_label"],
            address=request.remote_addr or "",
        )
    )
    return answer_opened(opened)


def answer_opened(opened: Opened) -> Response:
    """Who is signed in from now on, with the cookie that says so; what was open in this browser before is closed."""
    _close_old()
    answer = make_response(SessionSchema().dump(session_of(opened.person_id, opened.device_id)))
    answer.set_cookie(
        COOKIE,
        opened.token,
        max_age=current_config().session_days * SECONDS_OF_A_DAY,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure,
    )
    return answer


@blueprint.get("")
@blueprint.response(200, SessionSchema)
def get_session() -> dict[str, Any]:
    """Who is signed in, with which device and which rights; a revoked device has none."""
    who = signed_in_or_depositing()
    found = session_of(who.person_id, who.device_id)
    return {**found, "grants": []} if who.is_deposit else found


@blueprint.delete("")
@blueprint.response(204)
def close_session() -> Response:
    """Sign out. What the phone has not sent yet stays on the phone."""
    _close_old()
    answer = make_response("", 204)
    answer.delete_cookie(COOKIE, httponly=True, samesite="Lax", secure=request.is_secure)
    return answer


def _close_old() -> None:
    token = request.cookies.get(COOKIE)
    if token:
        sign_out(token)


def session_of(person_id: str, device_id: str) -> dict[str, Any]:
    with reading() as session:
        return {
            "protocol": PROTOCOL,
            "person": session.get_one(Person, person_id),
            "device": session.get_one(Device, device_id),
            "rescue": {"device": device_id, "key": rescue_key(device_id, person_id).hex()},
            "grants": _grants(session, person_id),
            "server_time": instant_text(now()),
            **_installation(session),
        }


def _grants(session: Session, person_id: str) -> list[dict[str, Any]]:
    grants = grants_of(session, person_id)
    return [{"project_id": project_id, "roles": sorted(roles)} for project_id, roles in sorted(grants.items())]


def _installation(session: Session) -> dict[str, str]:
    installation = session.get_one(Installation, 1)
    return {"organisation_id": installation.organisation_id, "inc": installation.incarnation}
