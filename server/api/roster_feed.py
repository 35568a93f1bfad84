"""The address of a person's shifts for their calendar program, and what is read there."""

from typing import Any

from flask import Response
from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate

from server.clock import now
from server.database import reading, writing
from server.errors import NotFound
from server.roster_feed.address import person_of, renew, token_of
from server.roster_feed.calendar import calendar_of
from server.signed_in import signed_in
from server.sync.wire import PROTOCOL

blueprint = Blueprint("roster_feed", __name__, url_prefix="/api/roster")
CALENDAR = "text/calendar; charset=utf-8"


class CalendarAddress(Schema):
    protocol = fields.String(required=True)
    path = fields.String(
        required=True, allow_none=True, metadata={"description": "at this origin; null until one is asked for"}
    )


class CalendarQuery(Schema):
    token = fields.String(required=True, validate=validate.Length(max=200))


def _told(token: str | None) -> dict[str, Any]:
    return {"protocol": PROTOCOL, "path": None if token is None else f"/api/roster.ics?token={token}"}


@blueprint.get("/feed")
@blueprint.response(200, CalendarAddress)
def get_address() -> dict[str, Any]:
    """Where the signed-in person's calendar program finds their shifts."""
    person = signed_in()
    with reading() as session:
        return _told(token_of(session, person.person_id))


@blueprint.post("/feed")
@blueprint.response(200, CalendarAddress)
def renew_address() -> dict[str, Any]:
    """Another address; the one before is ended. Like a session it is a way in, not a matter of the books."""
    person = signed_in()
    with writing() as session:
        return _told(renew(session, person.person_id))


calendars = Blueprint("calendars", __name__, url_prefix="/api")


@calendars.get("/roster.ics")
@calendars.arguments(CalendarQuery, location="query")
@calendars.response(200, content_type=CALENDAR, description="iCalendar")
def get_calendar(asked: dict[str, Any]) -> Response:
    """The shifts of whose address this is. Calendar programs cannot sign in: the token is all that they have."""
    moment = now()
    with reading() as session:
        person_id = person_of(session, asked["token"])
        if person_id is None:
            raise NotFound
        body = calendar_of(session, person_id, moment)
    answer = Response(body, content_type=CALENDAR)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
