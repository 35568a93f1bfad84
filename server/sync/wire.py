"""The shapes of the wire: one schema for each request and answer of the sync protocol, strict, always on."""

import re
from typing import Any

from marshmallow import EXCLUDE, RAISE, Schema, ValidationError, fields, validate

PROTOCOL = "roundsman/1"
MAX_OPERATIONS = 200
MAX_PUSH_BYTES = 512 * 1024
MAX_PAGE_BYTES = 1_000_000
MAX_NUMBER = 2**31 - 1

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def is_id(value: Any) -> bool:
    """Whether this is a lower-case UUID as the wire writes it."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def is_fresh(value: str) -> bool:
    """Whether an id was made by its author alone (UUIDv7), so that it is nobody else's to come."""
    return value[14] == "7" and value[19] in "89ab"


class IdField(fields.String):
    """An id; anything else is refused with its place."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not is_id(value):
            raise ValidationError("not an id")
        return str(value)


def device_field() -> fields.String:
    """A device id as a database can be asked for it; whose it is comes later."""
    return fields.String(required=True, validate=validate.Regexp(r"[!-~]{0,40}\Z"))


class EditSchema(Schema):
    """One document's part of an edit operation."""

    class Meta:
        unknown = RAISE

    doc = IdField(required=True)
    type = fields.String(required=True, validate=validate.Length(max=30))
    key = fields.Dict(allow_none=True, load_default=None)
    set = fields.Dict(required=True, validate=validate.Length(min=1, max=40))
    was = fields.Dict(
        keys=fields.String(), values=fields.List(IdField(), allow_none=True), allow_none=True, load_default=dict
    )


class EditsSchema(Schema):
    """Only the edits of an operation as it was stored, whatever else is wrong with it."""

    class Meta:
        unknown = EXCLUDE

    edits = fields.List(fields.Nested(EditSchema), load_default=list)


class OperationEnvelope(Schema):
    """What must be right for an operation to be kept at all; the rest is judged one by one."""

    class Meta:
        unknown = EXCLUDE

    op = IdField(required=True)
    n = fields.Integer(required=True, strict=True, validate=validate.Range(min=1, max=MAX_NUMBER))


def is_enveloped(raw: dict[str, Any]) -> bool:
    """What `OperationEnvelope` asks for, quickly; the schema then says what is wrong."""
    n = raw.get("n")
    return is_id(raw.get("op")) and type(n) is int and 1 <= n <= MAX_NUMBER


class PushRequest(Schema):
    """A batch of operations from one device, numbered without gaps."""

    class Meta:
        unknown = RAISE

    device = device_field()
    schema = fields.Integer(required=True, strict=True, validate=validate.Range(min=1, max=10_000))
    ops = fields.List(fields.Dict(), required=True, validate=validate.Length(max=MAX_OPERATIONS))


class DocumentRevision(Schema):
    id = IdField()
    rev = fields.Integer()


class KeptConflict(Schema):
    id = IdField()
    doc = IdField()
    field = fields.String()


PARKED_CODES = ["forbidden", "stale", "sealed", "invalid", "unknown_name", "op_id_reused"]


class OpenSubject(Schema):
    """The operation that a decision was about, where it is still not applied."""

    op = IdField()
    outcome = fields.String(validate=validate.OneOf(["parked", "waiting"]))
    code = fields.String(validate=validate.OneOf(PARKED_CODES))
    reason = fields.String()
    message = fields.String()
    details = fields.Dict(keys=fields.String())


class OperationResult(Schema):
    """What became of one operation; nothing is ever answered by dropping it."""

    op = IdField()
    outcome = fields.String(validate=validate.OneOf(["applied", "conflict", "parked", "waiting"]))
    duplicate = fields.Boolean()
    receipt = fields.String(metadata={"description": "opaque; to be sent with the operation after a restore"})
    docs = fields.List(fields.Nested(DocumentRevision))
    conflicts = fields.List(fields.Nested(KeptConflict))
    code = fields.String(validate=validate.OneOf(PARKED_CODES))
    reason = fields.String()
    message = fields.String()
    details = fields.Dict(keys=fields.String())
    subject = fields.Nested(OpenSubject)
    waiting_for = fields.List(IdField(), data_key="for")


class Stop(Schema):
    reason = fields.String(validate=validate.OneOf(["gap", "fork", "retry"]))
    expected = fields.Integer()
    device = fields.String()
    after_ms = fields.Integer()


class PushAnswer(Schema):
    """Outcomes in the order sent, up to where the batch stopped."""

    protocol = fields.String()
    inc = fields.String()
    device = fields.String()
    last_n = fields.Integer()
    durable_n = fields.Integer()
    results = fields.List(fields.Nested(OperationResult))
    stop = fields.Nested(Stop, allow_none=True)


class Cursor(Schema):
    class Meta:
        unknown = RAISE

    e = fields.String(required=True, validate=validate.Length(max=40))
    s = fields.Integer(required=True, strict=True, validate=validate.Range(min=0, max=2**62))


class Unsent(Schema):
    """What the phone still holds once it has sent what it could; `since` is when the oldest of it was made."""

    class Meta:
        unknown = RAISE

    operations = fields.Integer(required=True, strict=True, validate=validate.Range(min=0, max=MAX_NUMBER))
    photos = fields.Integer(required=True, strict=True, validate=validate.Range(min=0, max=MAX_NUMBER))
    since = fields.String(allow_none=True, load_default=None, validate=validate.Length(max=40))


class PullRequest(Schema):
    """Where the phone stands in each stream it knows."""

    class Meta:
        unknown = RAISE

    device = device_field()
    schema = fields.Integer(required=True, strict=True, validate=validate.Range(min=1, max=10_000))
    cursors = fields.Dict(
        keys=fields.String(validate=validate.Length(max=80)),
        values=fields.Nested(Cursor),
        required=True,
        validate=validate.Length(max=1000),
    )
    max_bytes = fields.Integer(strict=True, load_default=MAX_PAGE_BYTES, validate=validate.Range(min=1, max=8_000_000))
    max_docs = fields.Integer(strict=True, load_default=500, validate=validate.Range(min=1, max=500))
    unsent = fields.Nested(Unsent, allow_none=True, load_default=None)


class DocumentOnWire(Schema):
    id = IdField()
    type = fields.String()
    rev = fields.Integer()
    fields_ = fields.Dict(keys=fields.String(), data_key="fields")
    writers = fields.Dict(keys=fields.String(), values=fields.List(IdField()))
    gone = fields.Boolean()


class Page(Schema):
    """The next documents of one stream; `more` says that the stream goes on."""

    stream = fields.String()
    e = fields.String()
    reset = fields.Boolean()
    docs = fields.List(fields.Nested(DocumentOnWire))
    next = fields.Integer()
    more = fields.Boolean()


class PullAnswer(Schema):
    protocol = fields.String()
    inc = fields.String()
    device = fields.String()
    durable_n = fields.Integer()
    drop = fields.List(fields.String())
    pages = fields.List(fields.Nested(Page))
