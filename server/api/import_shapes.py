"""The shapes of imports on the wire."""

from marshmallow import Schema, fields, validate

from server.imports.keeping import STATES
from server.imports.refused import MAX_COLUMNS
from server.rules.import_heads import FIELDS
from server.rules.import_judging import VERDICTS
from server.rules.import_words import CHOICES
from server.sync.wire import IdField

SOURCES = ("roundsman", "netbox", "snipe_it", "table")
ROWS_A_PAGE = 100


class FileQuery(Schema):
    name = fields.String(required=True, validate=validate.Length(min=1, max=255))


class RowsQuery(Schema):
    verdict = fields.String(load_default=None, validate=validate.OneOf(VERDICTS))
    after = fields.Integer(load_default=0, metadata={"description": "the line of the last row that is known"})


class ImportColumn(Schema):
    head = fields.String(required=True)
    samples = fields.List(fields.String(), required=True)


class Mapping(Schema):
    """What each column means, what words mean, what to do with the rest."""

    columns = fields.List(
        fields.String(allow_none=True, validate=validate.OneOf(FIELDS)),
        required=True,
        validate=validate.Length(max=MAX_COLUMNS),
    )
    words = fields.Dict(
        keys=fields.String(validate=validate.OneOf(tuple(CHOICES))),
        values=fields.Dict(keys=fields.String(validate=validate.Length(max=200)), values=fields.String()),
        load_default=dict,
    )
    category = fields.String(allow_none=True, load_default=None, validate=validate.OneOf(CHOICES["category"]))
    make_places = fields.Boolean(load_default=True)


class ImportProblem(Schema):
    """changed_meanwhile: nothing was written; left_as_changed: not taken back. The first lines, and their number."""

    reason = fields.String(required=True)
    lines = fields.List(fields.Integer(), required=True)
    count = fields.Integer(required=True)


class NewPlace(Schema):
    id = IdField(required=True)
    parent_id = IdField(required=True, allow_none=True)
    kind = fields.String(required=True)
    name = fields.String(required=True)


class RowCounts(Schema):
    add = fields.Integer(required=True)
    change = fields.Integer(required=True)
    same = fields.Integer(required=True)
    refuse = fields.Integer(required=True)


class ImportSummary(Schema):
    id = IdField(required=True)
    by = IdField(required=True)
    at = fields.String(required=True)
    file_name = fields.String(required=True)
    source = fields.String(required=True, validate=validate.OneOf(SOURCES))
    state = fields.String(required=True, validate=validate.OneOf(STATES))
    counts = fields.Nested(RowCounts, required=True)
    progress = fields.Integer(required=True, metadata={"description": "of a hundred"})
    problem = fields.Nested(ImportProblem, required=True, allow_none=True)
    applied_at = fields.String(required=True, allow_none=True)
    undone_at = fields.String(required=True, allow_none=True)


class UnknownWord(Schema):
    """A word of the table for which we have none; a person can say what it means."""

    field = fields.String(required=True)
    word = fields.String(required=True)
    rows = fields.Integer(required=True)


class RowProblem(Schema):
    """One thing about a row: why it is refused, or (in a row that is not) what was guessed or made."""

    code = fields.String(required=True)
    field = fields.String(required=True)
    value = fields.String(required=True, allow_none=True)
    lines = fields.List(fields.Integer())
    other = fields.String()
    limit = fields.Integer()


class ImportRow(Schema):
    line = fields.Integer(required=True)
    cells = fields.List(fields.String(), required=True)
    verdict = fields.String(required=True, validate=validate.OneOf(VERDICTS))
    asset_id = IdField(required=True, allow_none=True)
    set = fields.Dict(keys=fields.String(), required=True)
    before = fields.Dict(keys=fields.String(), required=True)
    problems = fields.List(fields.Nested(RowProblem), required=True)


class ImportAnswer(ImportSummary):
    """One import and a page of its rows. `digest` names this preview: the decision to apply it says so."""

    protocol = fields.String(required=True)
    columns = fields.List(fields.Nested(ImportColumn), required=True)
    mapping = fields.Nested(Mapping, required=True)
    places = fields.List(fields.Nested(NewPlace), required=True)
    digest = fields.String(required=True)
    unknown_words = fields.List(fields.Nested(UnknownWord), required=True)
    rows = fields.List(fields.Nested(ImportRow), required=True)
    more = fields.Boolean(required=True)


class ImportList(Schema):
    protocol = fields.String(required=True)
    imports = fields.List(fields.Nested(ImportSummary), required=True)
