"""A person's own rows: what they have read, and how they want to be told."""

from marshmallow import Schema, fields, validate

from server.language import LANGUAGES
from server.operations.fields import InstantField, an_id, one_of
from server.sync.registry import EditTarget, edit_own

_CLOCK = validate.Regexp(r"([01][0-9]|2[0-3]):[0-5][0-9]\Z")
# One address, as mail servers take it; a mistake beyond that shows when it is sent to.
_ADDRESS = validate.Regexp(r"[^@\s<>,;:\"\\()\[\]\x00-\x20\x7f]{1,64}@[A-Za-z0-9.-]{1,120}\Z")


class ReadFields(Schema):
    read_at = InstantField(required=True)


class PreferenceKey(Schema):
    person_id = an_id()


class PreferenceFields(Schema):
    """Quiet hours are local times, HH:MM, of whichever project tells; both or none count."""

    email = fields.String(allow_none=True, validate=_ADDRESS)
    quiet_from = fields.String(allow_none=True, validate=_CLOCK)
    quiet_to = fields.String(allow_none=True, validate=_CLOCK)
    language = one_of(*LANGUAGES)


edit_own("read_notice", targets={"notice": EditTarget(ReadFields())})
edit_own("set_preference", targets={"preference": EditTarget(PreferenceFields(), PreferenceKey())})
