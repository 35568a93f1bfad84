"""Mistakes on a ticket: a press taken back, a ticket that should not be. Both stay on the timeline (T4)."""

from typing import Final

from marshmallow import Schema

from server.operations.events import add_ticket_event
from server.operations.fields import an_id, text
from server.operations.folding_tickets import fold_ticket
from server.operations.named_ticket import named_ticket, project_of_ticket
from server.operations.ticket_assignees import leave_what_joined
from server.operations.ticket_happenings import happened
from server.sync.parked import Parked
from server.sync.registry import DESK, STAFF, event
from server.sync.work import Work

OURS: Final = frozenset(
    {
        "answered", "accepted", "on_way", "arrived", "guided", "diagnosed", "resolved", "reopened", "needs_part",
        "spare_placed", "paused", "continued", "handed_over", "escalated", "session_held", "taken_back",
        "withdrawn_by_desk", "reported_again", "confirmation_asked",
    }
)  # fmt: skip
"""What a person of ours may have pressed by mistake. A client's word, and what a rule found, are not ours to unsay."""


class TakeBack(Schema):
    event = an_id()
    reason = text(required=True)


class WithdrawTicket(Schema):
    reason = text(required=True)


@event("take_back", roles=STAFF, doc_type="ticket", args=TakeBack(), project_of=project_of_ticket)
def take_back(work: Work) -> None:
    """A mistaken press: the folds pass over that event from here on."""
    ticket = named_ticket(work)
    mistaken = work.books.get("ticket_event", work.args["event"])
    if mistaken is None or mistaken["ticket_id"] != ticket.id:
        raise Parked("invalid", "unknown_reference", type="ticket_event", doc=work.args["event"])
    if mistaken["name"] not in OURS:
        raise Parked("invalid", "cannot_take_back", event=mistaken["name"])
    if mistaken["name"] == "accepted":
        leave_what_joined(work, ticket, mistaken.id)
    add_ticket_event(work, ticket.id, "taken_back", {**work.args, "name": mistaken["name"]}, also_seen=[mistaken.id])
    fold_ticket(work, ticket)


@event("withdraw_ticket", roles=DESK, doc_type="ticket", args=WithdrawTicket(), project_of=project_of_ticket)
def withdraw_ticket(work: Work) -> None:
    """Opened by mistake: its clocks stop; reopening brings it back."""
    happened(work, "withdrawn_by_desk")
