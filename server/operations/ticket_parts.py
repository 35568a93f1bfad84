"""What a repair waits for: parts, a spare, the client; pauses with a reason that stop only the clocks they may."""

from marshmallow import Schema, fields, validate

from server.operations.fields import Nothing, one_of, text
from server.operations.named_ticket import project_of_ticket
from server.operations.ticket_happenings import worked_on
from server.sync.registry import ENGINEERS, STAFF, event
from server.sync.work import Work

MOST_PARTS = 10_000


class NeedPart(Schema):
    text = text(required=True)
    quantity = fields.Integer(
        strict=True, allow_none=True, load_default=None, validate=validate.Range(min=1, max=MOST_PARTS)
    )


class PlaceSpare(Schema):
    text = text(required=True)


class PauseTicket(Schema):
    reason = one_of("waiting_client", "waiting_part", "access", "agreed", required=True)
    text = text()


@event("need_part", roles=ENGINEERS, doc_type="ticket", args=NeedPart(), project_of=project_of_ticket)
def need_part(work: Work) -> None:
    """The repair needs a part. That alone stops no clock: a pause does."""
    worked_on(work, "needs_part")


@event("place_spare", roles=ENGINEERS, doc_type="ticket", args=PlaceSpare(), project_of=project_of_ticket)
def place_spare(work: Work) -> None:
    """Spare equipment stands in until the repair (promised within 24 hours)."""
    worked_on(work, "spare_placed")


@event("pause_ticket", roles=STAFF, doc_type="ticket", args=PauseTicket(), project_of=project_of_ticket)
def pause_ticket(work: Work) -> None:
    """Work stands still for a reason outside our hands; which clocks stop is the policy's to say."""
    worked_on(work, "paused")


@event("continue_ticket", roles=STAFF, doc_type="ticket", args=Nothing(), project_of=project_of_ticket)
def continue_ticket(work: Work) -> None:
    """Work goes on."""
    worked_on(work, "continued")
