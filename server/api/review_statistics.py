"""What is sent back, and why: by reason, item, person and month."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate

from server.clock import now
from server.database import reading
from server.desk.send_backs import send_backs_since
from server.errors import NotFound
from server.models import Project
from server.rules.return_reasons import RETURN_REASONS
from server.rules.send_back_figures import UNSTATED
from server.signed_in import signed_in
from server.sync.registry import SUPERVISORS
from server.sync.rights import grants_of
from server.sync.wire import PROTOCOL, IdField

blueprint = Blueprint("review_statistics", __name__, url_prefix="/api/projects")


class StatisticsQuery(Schema):
    days = fields.Integer(load_default=90, validate=validate.Range(min=1, max=366))


class ReturnShare(Schema):
    rounds = fields.Integer(required=True, metadata={"description": "handed in"})
    sent_back = fields.Integer(required=True, metadata={"description": "of them, at least once"})
    points = fields.Integer(required=True, metadata={"description": "pinned comments that went back"})


def _reasons() -> fields.Dict:
    keys = fields.String(validate=validate.OneOf([*RETURN_REASONS, UNSTATED]))
    return fields.Dict(keys=keys, values=fields.Integer(), required=True, metadata={"description": "points by reason"})


class ReturnsOfMonth(ReturnShare):
    month = fields.String(required=True, metadata={"description": "YYYY-MM in which they were first handed in"})


class ReturnsOfPerson(ReturnShare):
    person_id = IdField(required=True, allow_none=True, metadata={"description": "who handed them in first"})
    reasons = _reasons()


class ReturnsOfItem(Schema):
    check_key = fields.String(required=True, allow_none=True, metadata={"description": "null: the round as a whole"})
    title_zh = fields.String(required=True, allow_none=True)
    title_en = fields.String(required=True, allow_none=True)
    points = fields.Integer(required=True)
    reasons = _reasons()


class ReviewStatistics(ReturnShare):
    protocol = fields.String(required=True)
    since = fields.String(required=True, metadata={"description": "the first day whose rounds count"})
    reasons = _reasons()
    months = fields.List(fields.Nested(ReturnsOfMonth), required=True)
    people = fields.List(fields.Nested(ReturnsOfPerson), required=True)
    items = fields.List(fields.Nested(ReturnsOfItem), required=True)


@blueprint.get("/<uuid:project_id>/review-statistics")
@blueprint.arguments(StatisticsQuery, location="query")
@blueprint.alt_response(200, schema=ReviewStatistics)
def get_review_statistics(asked: dict[str, Any], project_id: object) -> dict[str, Any]:
    """What was sent back of the rounds of the last days, and why. For supervisors."""
    with reading() as session:
        roles = grants_of(session, signed_in().person_id).get(str(project_id), frozenset())
        project = session.get(Project, str(project_id)) if roles & SUPERVISORS else None
        if project is None:
            raise NotFound
        today = now().astimezone(ZoneInfo(project.time_zone)).date()
        since = (today - timedelta(days=asked["days"])).isoformat()
        return {"protocol": PROTOCOL, "since": since, **send_backs_since(session, project, since)}
