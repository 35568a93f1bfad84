"""What is asked of the list of assets, and what it shows."""

from marshmallow import Schema, fields, validate

from server.asset_list.search import STATES
from server.rules.asset_columns import WORDS
from server.sync.wire import DocumentOnWire, IdField

LONGEST_SEARCH = 200


class AssetsFilter(Schema):
    text = fields.String(load_default="", validate=validate.Length(max=LONGEST_SEARCH))
    category = fields.String(load_default=None, validate=validate.OneOf(list(WORDS["category"])))
    place = IdField(load_default=None, metadata={"description": "what lies in it, however deep"})
    state = fields.String(
        load_default=None,
        validate=validate.OneOf([*STATES, "any"]),
        metadata={"description": "without it: all but the retired ones"},
    )


class AssetsQuery(AssetsFilter):
    after = IdField(load_default=None, metadata={"description": "go on after this one, as `next` said"})


class AssetsPage(Schema):
    """Assets with their live tags, by code."""

    protocol = fields.String()
    stream = fields.String(metadata={"description": "in which they are"})
    docs = fields.List(fields.Nested(DocumentOnWire))
    open_tickets = fields.Dict(fields.String(), fields.Integer(), metadata={"description": "by asset, where any"})
    count = fields.Integer(metadata={"description": "how many match; exact up to 1,000"})
    more_than = fields.Boolean(metadata={"description": "more match than `count`"})
    next = IdField(allow_none=True)


class AssetIds(Schema):
    protocol = fields.String()
    ids = fields.List(IdField(), metadata={"description": "by code"})
    more_than = fields.Boolean(metadata={"description": "more match than are named"})


class PlaceCounts(Schema):
    protocol = fields.String()
    places = fields.Dict(
        fields.String(), fields.Integer(), metadata={"description": "assets that stand right there, by place"}
    )
