"""The history of an asset's readings, for its charts."""

from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate
from sqlalchemy import select

from server.api.retired import readable
from server.asset_list.readings import AT_ONCE, Asked, readings_of
from server.database import reading
from server.models import Asset
from server.models.types import instant_text
from server.sync.wire import PROTOCOL, IdField

blueprint = Blueprint("asset_readings", __name__, url_prefix="/api/assets")


class ReadingsQuery(Schema):
    check = fields.String(
        load_default=None, validate=validate.Length(max=60), metadata={"description": "of this item alone"}
    )
    since = fields.AwareDateTime(load_default=None, data_key="from", format="iso")
    before = IdField(load_default=None, metadata={"description": "go on after this one, as `next` said"})


class MeasuredItem(Schema):
    """An item as it was asked for last."""

    check_key = fields.String()
    title_zh = fields.String()
    title_en = fields.String()
    unit = fields.String(allow_none=True)
    decimals = fields.Integer(allow_none=True)
    low = fields.String(allow_none=True)
    high = fields.String(allow_none=True)


class MeasuredReading(Schema):
    """A reading and the limits that held then."""

    id = IdField()
    check_key = fields.String()
    value = fields.String(metadata={"description": "a decimal, as it was typed"})
    at = fields.String()
    by = IdField(allow_none=True)
    round_id = IdField()
    number = fields.String(allow_none=True, metadata={"description": "of the round's record"})
    low = fields.String(allow_none=True)
    high = fields.String(allow_none=True)
    verdict = fields.String(allow_none=True, validate=validate.OneOf(["below", "within", "above"]))


class ReadingsHistory(Schema):
    protocol = fields.String()
    checks = fields.List(fields.Nested(MeasuredItem))
    readings = fields.List(fields.Nested(MeasuredReading))
    next = IdField(allow_none=True)


@blueprint.get("/<uuid:asset_id>/readings")
@blueprint.arguments(ReadingsQuery, location="query")
@blueprint.alt_response(200, schema=ReadingsHistory)
def get_readings(asked: dict[str, Any], asset_id: object) -> dict[str, Any]:
    """Readings of submitted rounds, newest first, 400 at once, however long ago."""
    since = asked["since"] and instant_text(asked["since"])
    with reading() as session:
        readable(session, session.scalars(select(Asset.project_id).where(Asset.id == str(asset_id))).one_or_none())
        checks, readings = readings_of(session, str(asset_id), Asked(asked["check"], since, asked["before"]))
    following = readings[-1]["id"] if len(readings) == AT_ONCE else None
    return {"protocol": PROTOCOL, "checks": checks, "readings": readings, "next": following}
