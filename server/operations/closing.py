"""The client's word on a solved ticket (T6): confirmed, or refused with a reason, which opens it again."""

from typing import Any

from marshmallow import Schema, fields, validate

from server.operations.events import add_ticket_event
from server.operations.fields import text, words
from server.operations.following_tickets import fold_ticket
from server.operations.named_ticket import named_ticket, project_of_ticket
from server.operations.signing import Strokes
from server.sync.registry import event
from server.sync.work import Work

# At the engineer's device the client signs; in the app and by a link they say it themselves.
CONFIRMERS = frozenset({"client", "link", "engineer", "supervisor", "desk"})


class ConfirmClosure(Schema):
    """`rating` 1 to 5, the client's; `strokes` where it was signed on our device."""

    name = words(most=100)
    phone = text(most=40)
    text = text(most=2_000)
    rating = fields.Integer(allow_none=True, strict=True, validate=validate.Range(min=1, max=5))
    strokes = fields.Nested(Strokes, allow_none=True)


class RefuseClosure(Schema):
    name = words(most=100)
    reason = text(required=True, most=2_000)


def _said_by(work: Work) -> dict[str, Any]:
    """Who stands behind it: a client signed in, a link, or a signature on the phone of the staff."""
    return {**work.args, "by_kind": work.actor.kind, "link": work.actor.id if work.actor.kind == "link" else None}


@event("confirm_closure", roles=CONFIRMERS, doc_type="ticket", args=ConfirmClosure(), project_of=project_of_ticket)
def confirm_closure(work: Work) -> None:
    """The client agrees that it is solved; what is left over becomes a problem by an operation of its own."""
    ticket = named_ticket(work)
    flags = () if ticket["state"] == "resolved" else ("not_resolved",)
    add_ticket_event(work, ticket.id, "client_confirmed", _said_by(work), flags)
    fold_ticket(work, ticket)


@event("refuse_closure", roles=CONFIRMERS, doc_type="ticket", args=RefuseClosure(), project_of=project_of_ticket)
def refuse_closure(work: Work) -> None:
    """It is not solved: the ticket opens again, its clocks go on."""
    ticket = named_ticket(work)
    flags = () if ticket["state"] in ("resolved", "closed") else ("not_resolved",)
    add_ticket_event(work, ticket.id, "client_refused", _said_by(work), flags)
    fold_ticket(work, ticket)
