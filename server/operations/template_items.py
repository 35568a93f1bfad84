"""An item of a checklist, as it is published for ever and as it is drafted: its members, and the list as a whole."""

from collections.abc import Sequence
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from server.operations.fields import CATEGORIES, decimal_text, one_of, text, whole, words
from server.rules.documents import Fields
from server.rules.template_problems import MAX_ITEMS, template_problems

ITEM_KINDS = ("judgement", "reading", "choice", "text", "photo", "scan")
PHOTO_RULES = ("none", "required", "on_abnormal")
MAX_OPTIONS = 100


def a_key(*, required: bool = True) -> fields.String:
    """The name of an item or of an option, in conditions and answers: small letters, digits and low lines."""
    return fields.String(required=required, validate=validate.Regexp(r"[a-z0-9_]{1,60}\Z"))


class OptionSchema(Schema):
    """One answer of a choice."""

    key = a_key()
    title_zh = words()
    title_en = words()
    abnormal = fields.Boolean(load_default=False)


class TemplateItemSchema(Schema):
    """One item of a published template. What items say of each other is checked by `check_items`."""

    check_key = a_key()
    ordinal = whole(required=True)
    scope = one_of("asset", "round", required=True)
    categories = fields.List(one_of(*CATEGORIES, required=True), required=True)
    form_row = fields.Integer(strict=True, allow_none=True, load_default=None, validate=validate.Range(1, 7))
    kind = one_of(*ITEM_KINDS, required=True)
    title_zh = words()
    title_en = words()
    unit = fields.String(allow_none=True, load_default=None, validate=validate.Length(max=20))
    decimals = fields.Integer(strict=True, allow_none=True, load_default=None, validate=validate.Range(0, 6))
    low = fields.String(allow_none=True, load_default=None, validate=decimal_text().validators)
    high = fields.String(allow_none=True, load_default=None, validate=decimal_text().validators)
    required = fields.Boolean(required=True)
    has_indication = fields.Boolean(required=True)
    has_actual = fields.Boolean(required=True)
    phrases_zh = fields.List(words(), load_default=list)
    phrases_en = fields.List(words(), load_default=list)
    guidance_zh = fields.String(allow_none=True, load_default=None, validate=text().validators)
    guidance_en = fields.String(allow_none=True, load_default=None, validate=text().validators)
    options = fields.List(fields.Nested(OptionSchema), load_default=list, validate=validate.Length(max=MAX_OPTIONS))
    multiple = fields.Boolean(load_default=False)
    photo = fields.String(load_default="none", validate=validate.OneOf(PHOTO_RULES))
    scan = fields.Boolean(load_default=False)
    shown_if = fields.Dict(keys=fields.String(), allow_none=True, load_default=None)


def template_items() -> fields.List[Any]:
    """All items of a version, in any order."""
    sizes = validate.Length(min=1, max=MAX_ITEMS)
    return fields.List(fields.Nested(TemplateItemSchema), required=True, validate=[sizes, check_items])


def check_items(items: Sequence[Fields]) -> None:
    """Refuse a list that has a problem, and say every one (`rules/template_problems.py`)."""
    problems = template_problems(items)
    if problems:
        raise ValidationError([_said(problem) for problem in problems])


def _said(problem: Any) -> str:
    return f"{problem['check_key']}: {problem['field']}: {problem['problem']}"
