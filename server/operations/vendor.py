"""What the vendor says (the last tier, T9): through their link, or told on the phone and written down by the staff."""

from marshmallow import Schema

from server.operations.events import add_ticket_event
from server.operations.fields import text, words
from server.operations.following_tickets import fold_ticket
from server.operations.named_ticket import named_ticket, project_of_ticket
from server.sync.registry import event
from server.sync.work import Work


class AnswerAsVendor(Schema):
    name = words(most=100)
    text = text(required=True)


@event(
    "answer_as_vendor",
    roles=frozenset({"link", "engineer", "supervisor", "desk"}),
    doc_type="ticket",
    args=AnswerAsVendor(),
    project_of=project_of_ticket,
)
def answer_as_vendor(work: Work) -> None:
    """Their words come back onto the ticket's timeline."""
    ticket = named_ticket(work)
    link = work.actor.id if work.actor.kind == "link" else None
    add_ticket_event(work, ticket.id, "vendor_answered", {**work.args, "link": link})
    fold_ticket(work, ticket)
