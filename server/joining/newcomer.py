"""What somebody says of themselves when they come: the fields, and what is wrong with them, in their language."""

import re
from typing import Any

import uuid_utils
from marshmallow import Schema, fields, validate

from server.errors import InvalidInput
from server.joining.texts import NAME, PASSWORDS
from server.language import LANGUAGES, Sentence, request_language
from server.operations.membership import SIGN_IN_NAME
from server.passwords import LONGEST
from server.rules.new_password import password_problem
from server.sign_in import canonical_name
from server.sync.messages import sentence_of
from server.sync.parked import Parked

# NUL and half a surrogate pair are characters that a database cannot be asked for.
KEEPABLE = validate.Regexp(r"[^\0\ud800-\udfff]*\Z")


def _field(most: int, least: int = 1) -> Any:
    return fields.String(required=True, validate=[validate.Length(least, most), KEEPABLE])


class NewcomerFields(Schema):
    """`name` is what they sign in with; the display names are what others see."""

    name = _field(60)
    password = _field(LONGEST * 2)
    display_name_zh = _field(200)
    display_name_en = _field(200)
    language = fields.String(required=True, validate=validate.OneOf(LANGUAGES))


def person_of(said: dict[str, Any]) -> dict[str, Any]:
    """The arguments that make this person; raises `InvalidInput` with what is wrong, field by field."""
    name = canonical_name(said["name"])
    wrong: dict[str, Sentence] = {}
    if not re.fullmatch(SIGN_IN_NAME, name):
        wrong["name"] = NAME
    problem = password_problem(said["password"], name)
    if problem is not None:
        wrong["password"] = PASSWORDS[problem]
    if wrong:
        language = request_language()
        raise InvalidInput(errors={field: [sentence.say(language)] for field, sentence in wrong.items()})
    shown = {field: said[field] for field in ("display_name_zh", "display_name_en", "language")}
    return {"person_id": str(uuid_utils.uuid7()), "name": name, **shown}


def refused_field(parked: Parked) -> InvalidInput | None:
    """Where the operation was refused for something that can be typed anew, that field."""
    if parked.reason != "name_taken":
        return None
    sentence = sentence_of(parked.code, parked.reason)
    return InvalidInput(errors={"name": [sentence.say(request_language())]})
