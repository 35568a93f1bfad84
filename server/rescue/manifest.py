"""The list in a rescue file: whose work it is and what belongs to it."""

from typing import Final

from marshmallow import EXCLUDE, RAISE, Schema, fields, validate

from server.sync.wire import IdField, device_field

FORMAT: Final = "roundsman-rescue/1"
MANIFEST: Final = "manifest.json"
SEAL: Final = "manifest.seal"
PHOTOS: Final = "photos/"
_HASH = validate.Regexp(r"[0-9a-f]{64}\Z")


class RescuedBody(Schema):
    """What must be right for an operation to be kept at all; the rest is judged as in a push."""

    class Meta:
        unknown = EXCLUDE

    op = IdField(required=True)


class RescuedOperation(Schema):
    class Meta:
        unknown = RAISE

    schema = fields.Integer(required=True, strict=True, validate=validate.Range(min=1, max=10_000))
    receipt = fields.String(allow_none=True, load_default=None)
    body = fields.Dict(keys=fields.String(), required=True)


class RescuedPhoto(Schema):
    class Meta:
        unknown = RAISE

    hash = fields.String(required=True, validate=_HASH)
    bytes = fields.Integer(required=True, strict=True, validate=validate.Range(min=0))


class ManifestSchema(Schema):
    """Later versions may say more."""

    class Meta:
        unknown = EXCLUDE

    format = fields.String(required=True)
    person = IdField(required=True)
    device = device_field()
    made_at = fields.String(required=True, validate=validate.Length(max=40))
    operations = fields.List(fields.Nested(RescuedOperation), required=True)
    photos = fields.List(fields.Nested(RescuedPhoto), required=True)
