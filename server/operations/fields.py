"""Building blocks of the operations' schemas: what a value may be, once for all of them."""

import re
from datetime import date
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from server.models.types import instant_text, parse_instant
from server.sync.wire import IdField

MAX_TEXT_CHARACTERS = 10_000
MAX_WHOLE = 2**31 - 1  # what a column of either database holds
MAX_EDGE = 20_000  # pixels; no pad or picture of ours is near it
SEVERITIES = (1, 2, 3, 4)
CATEGORIES = (  # of assets
    "live_display", "recording", "server", "ups", "camera", "network", "fibre", "air_conditioning", "training",
    "system",
)  # fmt: skip
_DECIMAL = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")
_HASH = re.compile(r"[0-9a-f]{64}")
# One address, as mail servers take it; a mistake beyond that shows when it is sent to.
MAIL_ADDRESS = validate.Regexp(r"[^@\s<>,;:\"\\()\[\]\x00-\x20\x7f]{1,64}@[A-Za-z0-9.-]{1,120}\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def text(*, required: bool = False, most: int = MAX_TEXT_CHARACTERS) -> fields.String:
    """Text of any script, kept byte for byte; longer is refused with the limit."""
    return fields.String(required=required, allow_none=not required, validate=validate.Length(max=most))


def words(*, required: bool = True, most: int = 200) -> fields.String:
    """A name or title: there must be something."""
    return fields.String(required=required, allow_none=not required, validate=validate.Length(min=1, max=most))


def one_of(*choices: Any, required: bool = False) -> fields.Raw:
    return fields.Raw(required=required, allow_none=not required, validate=validate.OneOf(choices))


def an_id(*, required: bool = True) -> IdField:
    if required:
        return IdField(required=True)
    return IdField(allow_none=True, load_default=None)


def decimal_text() -> fields.String:
    """A number as typed: never rounded, hence text."""
    return fields.String(allow_none=True, validate=validate.Regexp(_DECIMAL.pattern + r"\Z"))


def sha256(*, required: bool = True) -> fields.String:
    return fields.String(required=required, allow_none=not required, validate=validate.Regexp(_HASH.pattern + r"\Z"))


def whole(*, required: bool = False, allow_none: bool = False) -> fields.Integer:
    """A whole number that both databases can keep."""
    within = validate.Range(min=-MAX_WHOLE, max=MAX_WHOLE)
    return fields.Integer(strict=True, required=required, allow_none=allow_none, validate=within)


def edge_length() -> fields.Float:
    """An edge of what is drawn on, in its own units."""
    return fields.Float(required=True, validate=validate.Range(min=1, max=MAX_EDGE))


def severity() -> fields.Integer:
    return fields.Integer(strict=True, allow_none=True, validate=validate.OneOf(SEVERITIES))


class InstantField(fields.String):
    """A moment with its offset; kept in UTC."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        try:
            return instant_text(parse_instant(value))
        except (TypeError, ValueError, OverflowError):
            raise ValidationError("an instant with its offset from UTC") from None


class DayField(fields.String):
    """A calendar day, `YYYY-MM-DD`."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not isinstance(value, str) or not _DAY.fullmatch(value):
            raise ValidationError("a day: YYYY-MM-DD")
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            raise ValidationError("a day: YYYY-MM-DD") from None


class ProjectKey(Schema):
    """The key of a row whose id its author chose: only its project must be named."""

    project_id = an_id()


class NoKey(Schema):
    """A row that needs no key to be made."""


class Nothing(Schema):
    """No arguments."""
