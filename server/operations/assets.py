"""Operations on what is looked after: devices, routes and their points."""

from marshmallow import Schema

from server.operations.fields import CATEGORIES, DayField, ProjectKey, an_id, one_of, sha256, text, whole, words
from server.operations.projects import partial
from server.sync.registry import SUPERVISORS, EditTarget, edit


class AssetFields(Schema):
    kind = one_of("device", "route", required=True)
    category = one_of(*CATEGORIES, required=True)
    code = words(most=40)
    name_zh = words()
    name_en = words()
    brand = text(most=200)
    model = text(most=200)
    serial = text(most=200)
    place_id = an_id(required=False)
    position = text(most=200)
    warranty_until = DayField(allow_none=True)
    importance = one_of("key", "normal", required=True)
    photo_hash = sha256(required=False)
    end_a_id = an_id(required=False)
    end_b_id = an_id(required=False)
    installed_on = DayField(allow_none=True)
    state = one_of("in_use", "spare", "retired")
    note = text()


class RoutePointKey(ProjectKey):
    asset_id = an_id()


class RoutePointFields(Schema):
    ordinal = whole()
    name_zh = words()
    name_en = words()
    distance_m = whole(allow_none=True)


edit("describe_asset", roles=SUPERVISORS, targets={"asset": EditTarget(partial(AssetFields), ProjectKey())})
edit(
    "describe_route_point",
    roles=SUPERVISORS,
    targets={"route_point": EditTarget(partial(RoutePointFields), RoutePointKey())},
)
