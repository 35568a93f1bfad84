"""The pages behind an invitation: what it is for, and coming in by it, as somebody new or as who is signed in."""

from typing import Any

import uuid_utils
from flask import Response, make_response, request
from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate

from server.api.sessions import SessionSchema, answer_opened, session_of
from server.clock import now
from server.database import reading
from server.errors import Expired, Forbidden, NotFound, SignInRequired, Stale
from server.joining.entering import Entering, enter
from server.joining.guessing import count_guess, slow_down_if_guessing
from server.joining.invitations import find_invitation, standing_of
from server.joining.newcomer import KEEPABLE, NewcomerFields, person_of, refused_field
from server.joining.texts import INVITATIONS
from server.models import Invitation, Person, Project
from server.models.types import instant_text
from server.signed_in import signed_in_or_none
from server.sync.actor import Actor
from server.sync.apply import apply_with
from server.sync.messages import REASONS
from server.sync.parked import Parked
from server.sync.wire import PROTOCOL

blueprint = Blueprint("joining", __name__, url_prefix="/api/join")


class ShownInvitation(Schema):
    """What its holder sees before coming in: nothing of the project but its name."""

    protocol = fields.String(required=True)
    project_zh = fields.String(required=True)
    project_en = fields.String(required=True)
    invited_by_zh = fields.String(required=True, allow_none=True)
    invited_by_en = fields.String(required=True, allow_none=True)
    display_name_zh = fields.String(required=True, allow_none=True)
    display_name_en = fields.String(required=True, allow_none=True)
    roles = fields.List(fields.String(), required=True)
    expires_at = fields.String(required=True)


class JoinFields(Schema):
    """`person` for somebody new; without it, it is who is signed in that comes in."""

    token = fields.String(required=True, validate=[validate.Length(1, 100), KEEPABLE])
    person = fields.Nested(NewcomerFields, load_default=None, allow_none=True)
    device_label = fields.String(load_default=None, allow_none=True, validate=[validate.Length(max=120), KEEPABLE])


@blueprint.get("/<token>")
@blueprint.response(200, ShownInvitation)
def look_at_invitation(token: str) -> dict[str, Any]:
    """The project and the roles that this link gives; a link that is no longer good says why and shows nothing."""
    invitation = _opened(token)
    with reading() as session:
        project = session.get_one(Project, invitation.project_id)
        maker = session.get(Person, invitation.made_by) if invitation.made_by else None
    return {
        "protocol": PROTOCOL,
        "project_zh": project.name_zh,
        "project_en": project.name_en,
        "invited_by_zh": maker.display_name_zh if maker else None,
        "invited_by_en": maker.display_name_en if maker else None,
        **{name: getattr(invitation, name) for name in ("display_name_zh", "display_name_en", "roles")},
        "expires_at": invitation.expires_at,
    }


@blueprint.post("")
@blueprint.arguments(JoinFields)
@blueprint.response(200, SessionSchema)
def join(said: dict[str, Any]) -> Response:
    """Come in. Somebody new is made and signed in; who is signed in gets the roles as well, on the same device."""
    invitation = _opened(said["token"])
    newcomer = said["person"]
    try:
        if newcomer is None:
            return _give_more(invitation)
        args = person_of(newcomer)
        who = Entering(args["person_id"], newcomer["password"], said["device_label"])
        return answer_opened(enter(_actor(invitation), _operation(invitation, args), who))
    except Parked as parked:
        raise _refusal(parked) from parked


def _give_more(invitation: Invitation) -> Response:
    who = signed_in_or_none()
    if who is None or who.is_deposit:
        raise SignInRequired
    apply_with(_actor(invitation), _operation(invitation, {"person_id": who.person_id}), lambda session: None)
    return make_response(SessionSchema().dump(session_of(who.person_id, who.device_id)))


def _actor(invitation: Invitation) -> Actor:
    """Whoever holds the link, where it leads."""
    return Actor("link", invitation.id, grants={str(invitation.project_id): frozenset({"link"})})


def _operation(invitation: Invitation, args: dict[str, Any]) -> dict[str, Any]:
    made = {"op": str(uuid_utils.uuid7()), "name": "accept_invitation", "at": instant_text(now())}
    return {**made, "doc": invitation.id, "args": args}


def _opened(token: str) -> Invitation:
    """The invitation that this token opens now. A token that is none counts against who tries."""
    address = request.remote_addr or ""
    slow_down_if_guessing(address)
    with reading() as session:
        invitation = find_invitation(session, token)
        if invitation is not None:
            session.expunge(invitation)
    if invitation is None:
        count_guess(address)
        raise NotFound(INVITATIONS["unknown"])
    moments = {name: getattr(invitation, name) for name in ("used_at", "revoked_at", "expires_at")}
    standing = standing_of(**moments, now=instant_text(now()))
    if standing != "good":
        raise Expired(INVITATIONS[standing])
    return invitation


def _refusal(parked: Parked) -> Exception:
    """What the page says where the books said no: another name, a link that somebody else used meanwhile."""
    field = refused_field(parked)
    if field is not None:
        return field
    if parked.reason == "invitation_for_another":
        return Forbidden(REASONS[parked.reason])
    if parked.reason.startswith("invitation_"):
        return Expired(INVITATIONS[parked.reason.removeprefix("invitation_")])
    return Stale()
