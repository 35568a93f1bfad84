"""A person's own rows: what they have read, and how they want to be told."""

from marshmallow import Schema, fields, validate

from server.language import LANGUAGES
from server.operations.fields import MAIL_ADDRESS, InstantField, an_id, one_of
from server.sync.registry import EditTarget, edit_own

_CLOCK = validate.Regexp(r"([01][0-9]|2[0-3]):[0-5][0-9]\Z")


class ReadFields(Schema):
    read_at = InstantField(required=True)


class PreferenceKey(Schema):
    person_id = an_id()


class PreferenceFields(Schema):
    """Quiet hours are local times, HH:MM, of whichever project tells; both or none count."""

    email = fields.String(allow_none=True, validate=MAIL_ADDRESS)
    quiet_from = fields.String(allow_none=True, validate=_CLOCK)
    quiet_to = fields.String(allow_none=True, validate=_CLOCK)
    language = one_of(*LANGUAGES)


edit_own("read_notice", targets={"notice": EditTarget(ReadFields())})
edit_own("set_preference", targets={"preference": EditTarget(PreferenceFields(), PreferenceKey())})
