"""Working on a ticket: assigned, graded, commented, resolved, reopened."""

from marshmallow import Schema, fields, validate

from server.operations.events import add_ticket_event
from server.operations.fields import one_of, severity, text
from server.operations.folding_tickets import fold_ticket
from server.operations.named_ticket import named_ticket, project_of_ticket, seen_ticket
from server.operations.ticket_grading import tell_grade
from server.operations.ticket_news import tell_of_assignment
from server.operations.ticket_steps import COMPLEXITIES
from server.rules.ids import member_id
from server.sync.registry import DESK, STAFF, EditTarget, decision, edit, event
from server.sync.wire import IdField
from server.sync.work import Work


class TicketFields(Schema):
    severity = severity()
    complexity = one_of(*COMPLEXITIES)
    severity_reason = text()


class CommentTicket(Schema):
    text = text(required=True)


class ResolveTicket(Schema):
    findings = fields.List(IdField(), required=True, validate=validate.Length(max=500))
    solution = text(required=True)
    how = one_of("fixed", "workaround", required=True)
    cause = text()


class ReopenTicket(Schema):
    reason = text(required=True)


class AssignTicket(Schema):
    assignee_ids = fields.List(IdField(), required=True, validate=validate.Length(max=20))


def _tell_grade(work: Work) -> None:
    for one in work.checked.edits:
        tell_grade(work, work.books.need("ticket", one.doc), one.set)


edit("grade_ticket", roles=STAFF, targets={"ticket": EditTarget(TicketFields())}, effect=_tell_grade)


@event("comment_ticket", roles=STAFF, doc_type="ticket", args=CommentTicket(), project_of=project_of_ticket)
def comment_ticket(work: Work) -> None:
    """Say something on the timeline."""
    add_ticket_event(work, named_ticket(work).id, "commented", dict(work.args))


@event("resolve_ticket", roles=STAFF, doc_type="ticket", args=ResolveTicket(), project_of=project_of_ticket)
def resolve_ticket(work: Work) -> None:
    """Fixed or worked around; closes only the findings that its author saw."""
    ticket = named_ticket(work)
    flags = () if ticket["is_open"] else ("already_closed",)
    add_ticket_event(work, ticket.id, "resolved", dict(work.args), flags)
    fold_ticket(work, ticket)


@event("reopen_ticket", roles=STAFF, doc_type="ticket", args=ReopenTicket(), project_of=project_of_ticket)
def reopen_ticket(work: Work) -> None:
    """Not solved after all; revives what the resolves that its author saw had closed."""
    ticket = named_ticket(work)
    flags = ("already_open",) if ticket["is_open"] else ()
    add_ticket_event(work, ticket.id, "reopened", dict(work.args), flags)
    same = work.books.find(
        "ticket", project_id=work.project_id, asset_id=ticket["asset_id"], check_key=ticket["check_key"], is_open=True
    )
    if any(row.id != ticket.id for row in same):
        work.books.derive(ticket, separate=True)  # another one of the same fault was opened meanwhile
    fold_ticket(work, ticket)


@decision(
    "assign_ticket",
    roles=DESK,
    doc_type="ticket",
    args=AssignTicket(),
    project_of=project_of_ticket,
    seen_set=seen_ticket,
)
def assign_ticket(work: Work) -> None:
    """Hand the ticket to these people; the hand-over is recorded with its time (T4)."""
    ticket = named_ticket(work)
    wanted = sorted(set(work.args["assignee_ids"]))
    for person_id in wanted:
        assert work.project_id is not None
        work.require("member", member_id(work.project_id, person_id))
    before = list(ticket["assignee_ids"])
    work.books.write_union(ticket, "assignee_ids", wanted, {person: [work.op] for person in wanted})
    work.record.docs[ticket.id] = ticket
    add_ticket_event(work, ticket.id, "assigned", {"from": before, "to": wanted})
    fold_ticket(work, ticket)
    tell_of_assignment(work, ticket, sorted(set(wanted) - set(before)))
