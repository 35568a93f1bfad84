"""A ticket passes to other hands: handed over, escalated by hand, brought before the expert group (T4, T9)."""

from marshmallow import Schema, fields, validate

from server.operations.fields import an_id, text
from server.operations.named_ticket import named_ticket, project_of_ticket
from server.operations.ticket_assignees import change_assignees
from server.operations.ticket_happenings import happened, worked_on
from server.operations.ticket_news import tell_of_escalation, tell_of_hand_over
from server.rules.ids import member_id
from server.sync.registry import STAFF, event
from server.sync.work import Work

VENDOR_TIER = 4


class HandOver(Schema):
    tried = text(required=True)
    to_person_id = an_id(required=False)


class EscalateTicket(Schema):
    to_tier = fields.Integer(strict=True, required=True, validate=validate.Range(min=2, max=VENDOR_TIER))
    tried = text(required=True)
    reason = text()


class RecordSession(Schema):
    people = text(required=True)
    conclusion = text(required=True)


@event("hand_over_ticket", roles=STAFF, doc_type="ticket", args=HandOver(), project_of=project_of_ticket)
def hand_over_ticket(work: Work) -> None:
    """To this person, or back to the desk; with what was tried."""
    ticket, to = named_ticket(work), work.args["to_person_id"]
    if to is not None:
        assert work.project_id is not None
        work.require("member", member_id(work.project_id, to))
    before = list(ticket["assignee_ids"])
    leaves = [work.person] if work.person is not None and work.person != to else []
    change_assignees(work, ticket, add=[to] if to else [], remove=leaves)
    worked_on(work, "handed_over", **{"from": before, "to": list(ticket["assignee_ids"])})
    tell_of_hand_over(work, ticket, to, work.args["tried"])


@event("escalate_ticket", roles=STAFF, doc_type="ticket", args=EscalateTicket(), project_of=project_of_ticket)
def escalate_ticket(work: Work) -> None:
    """Cannot be solved at this tier: what was tried goes along. Clocks run on; who takes it is the desk's to say."""
    ticket = worked_on(work, "escalated", from_tier=named_ticket(work)["tier"])
    tell_of_escalation(work, ticket, work.op, to_tier=work.args["to_tier"], text=work.args["tried"])


@event("record_session", roles=STAFF, doc_type="ticket", args=RecordSession(), project_of=project_of_ticket)
def record_session(work: Work) -> None:
    """The expert group sat together: who, and its conclusion."""
    happened(work, "session_held")
