"""What the board's addresses take and give."""

from marshmallow import Schema, fields, validate

from server.operations.fields import SEVERITIES, InstantField
from server.sync.wire import IdField

SOURCES = ("round", "call", "letter", "email", "visit", "client", "bulletin", "engineer")


class BoardQuery(Schema):
    severity = fields.Integer(load_default=None, validate=validate.OneOf(SEVERITIES))
    person = IdField(load_default=None, metadata={"description": "in whose hands"})
    source = fields.String(load_default=None, validate=validate.OneOf(SOURCES))
    late = fields.Boolean(load_default=False, metadata={"description": "only what is past a deadline"})
    after = IdField(load_default=None, metadata={"description": "go on after this ticket"})
    after_due = InstantField(load_default=None, metadata={"description": "and its deadline"})


class BoardTicket(Schema):
    """An open ticket as its document, without what the board does not show."""

    id = IdField(required=True)
    number = fields.String(required=True, allow_none=True)
    title_zh = fields.String(required=True)
    title_en = fields.String(required=True)
    severity = fields.Integer(required=True, allow_none=True)
    step = fields.String(required=True)
    tier = fields.Integer(required=True)
    state = fields.String(required=True)
    source = fields.String(required=True)
    kind = fields.String(required=True, allow_none=True)
    asset_id = IdField(required=True, allow_none=True)
    assignee_ids = fields.List(IdField(), required=True)
    opened_at = fields.String(required=True)
    next_due_at = fields.String(required=True, allow_none=True)
    clocks = fields.List(fields.Dict(), required=True)
    confirmation = fields.String(required=True)
    closed_at = fields.String(required=True, allow_none=True)


class BoardRound(Schema):
    id = IdField(required=True)
    name_zh = fields.String(required=True)
    name_en = fields.String(required=True)
    place_id = IdField(required=True, allow_none=True)
    state = fields.String(required=True)
    due_at = fields.String(required=True)
    assignee_ids = fields.List(IdField(), required=True)
    opened_at = fields.String(required=True, allow_none=True)
    submitted_at = fields.String(required=True, allow_none=True)
    occurrence_date = fields.String(required=True)
    answered = fields.Integer(required=True)
    missed_at = fields.String(required=True, allow_none=True, metadata={"description": "lapsed without having begun"})


class BoardPhone(Schema):
    id = fields.String(required=True)
    label = fields.String(required=True, allow_none=True)
    person_id = IdField(required=True)
    last_seen_at = fields.String(required=True)
    may_hold = fields.Integer(
        required=True, metadata={"description": "rounds of which work may be on this phone alone"}
    )
    unsent_operations = fields.Integer(
        required=True, allow_none=True, metadata={"description": "what it said last; null: it has said nothing"}
    )
    unsent_photos = fields.Integer(required=True, allow_none=True)
    unsent_since = fields.String(required=True, allow_none=True)
    revoked_at = fields.String(required=True, allow_none=True)


class BoardDecisions(Schema):
    """What needs a decision, each up to 1,000."""

    reviews = fields.Integer(required=True, metadata={"description": "rounds handed in"})
    conflicts = fields.Integer(required=True, metadata={"description": "values filled in differently"})
    parked = fields.Integer(required=True, metadata={"description": "operations that were not applied"})
    closures = fields.Integer(required=True, metadata={"description": "solved, the client has not said yes"})
    certificates = fields.Integer(required=True, metadata={"description": "of members, out within 30 days or run out"})


class BoardCounts(Schema):
    """Each up to 1,000: there are that many or more."""

    late = fields.Integer(required=True)
    soon = fields.Integer(required=True, metadata={"description": "due within an hour"})
    still = fields.Integer(required=True, metadata={"description": "open, and no clock runs"})
    open = fields.Integer(required=True)


class Board(Schema):
    protocol = fields.String(required=True)
    at = fields.String(required=True)
    tickets = fields.List(fields.Nested(BoardTicket), required=True)
    more = fields.Boolean(required=True)
    still = fields.List(fields.Nested(BoardTicket))
    waiting = fields.List(fields.Nested(BoardTicket), metadata={"description": "for the client's word"})
    rounds = fields.List(fields.Nested(BoardRound))
    phones = fields.List(fields.Nested(BoardPhone))
    counts = fields.Nested(BoardCounts)
    decisions = fields.Nested(BoardDecisions)


class FiguresQuery(Schema):
    days = fields.Integer(load_default=30, validate=validate.Range(min=1, max=366))


class FiguresRow(Schema):
    """Counted minutes. `running` holds the paused ones too."""

    severity = fields.Integer(required=True, allow_none=True)
    clock = fields.String(required=True)
    met = fields.Integer(required=True)
    missed = fields.Integer(required=True)
    running = fields.Integer(required=True)
    median = fields.Float(required=True, allow_none=True)
    worst = fields.Integer(required=True, allow_none=True)


class Figures(Schema):
    protocol = fields.String(required=True)
    since = fields.String(required=True)
    tickets = fields.Integer(required=True, metadata={"description": "of how many"})
    rows = fields.List(fields.Nested(FiguresRow), required=True)
