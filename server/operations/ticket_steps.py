"""Handling in the field, step by step: answered, accepted, on the way, there, diagnosed. All events, in any order."""

from marshmallow import Schema, fields, validate

from server.operations.fields import Nothing, one_of, text
from server.operations.named_ticket import named_ticket, project_of_ticket
from server.operations.ticket_assignees import change_assignees
from server.operations.ticket_happenings import happened, worked_on
from server.sync.registry import ENGINEERS, STAFF, event
from server.sync.work import Work

COMPLEXITIES = ("ordinary", "complex")


class AnswerReporter(Schema):
    how = one_of("phone", "site", "message", required=True)
    text = text()


class TicketScan(Schema):
    code = fields.String(allow_none=True, load_default=None, validate=validate.Length(max=40))
    method = one_of("camera", "photo", "typed", "unreadable", required=True)
    raw = fields.String(allow_none=True, load_default=None, validate=validate.Length(max=500))


class ArriveAtTicket(Schema):
    scan = fields.Nested(TicketScan, allow_none=True, load_default=None)
    text = text()


class GuideByPhone(Schema):
    reason = text(required=True)
    text = text()


class DiagnoseTicket(Schema):
    cause = text()
    text = text()
    complexity = one_of(*COMPLEXITIES)


@event("answer_reporter", roles=STAFF, doc_type="ticket", args=AnswerReporter(), project_of=project_of_ticket)
def answer_reporter(work: Work) -> None:
    """Somebody spoke to whoever reported it; for an inquiry, the answer itself."""
    happened(work, "answered")


@event("accept_ticket", roles=ENGINEERS, doc_type="ticket", args=Nothing(), project_of=project_of_ticket)
def accept_ticket(work: Work) -> None:
    """Take it on: from here on its author is among those who handle it."""
    ticket = named_ticket(work)
    if work.person is not None:
        change_assignees(work, ticket, add=[work.person])
    worked_on(work, "accepted")


@event("set_out", roles=ENGINEERS, doc_type="ticket", args=Nothing(), project_of=project_of_ticket)
def set_out(work: Work) -> None:
    """On the way to the site."""
    worked_on(work, "on_way")


@event("arrive_at_ticket", roles=ENGINEERS, doc_type="ticket", args=ArriveAtTicket(), project_of=project_of_ticket)
def arrive_at_ticket(work: Work) -> None:
    """On site; a scan of the asset's tag proves it."""
    worked_on(work, "arrived", proven=_is_at_asset(work))


@event("guide_by_phone", roles=STAFF, doc_type="ticket", args=GuideByPhone(), project_of=project_of_ticket)
def guide_by_phone(work: Work) -> None:
    """The roads are cut: guidance by phone counts as being there (domain.md section 4)."""
    worked_on(work, "guided")


@event("diagnose_ticket", roles=ENGINEERS, doc_type="ticket", args=DiagnoseTicket(), project_of=project_of_ticket)
def diagnose_ticket(work: Work) -> None:
    """What the matter is; an engineer who sees it may call the fault complex."""
    complexity = work.args.get("complexity")
    ticket = named_ticket(work)
    if complexity is not None and complexity != ticket["complexity"]:
        work.books.write(ticket, "complexity", complexity, [work.op])
    worked_on(work, "diagnosed")


def _is_at_asset(work: Work) -> bool:
    """Whether the scanned tag is one of this ticket's asset that was not taken out of use."""
    scan = work.args["scan"]
    if scan is None or scan["code"] is None:
        return False
    tags = work.books.look("tag", project_id=work.project_id, code=scan["code"])
    asset_id = named_ticket(work)["asset_id"]
    return any(tag["asset_id"] == asset_id and tag["revoked_at"] is None for tag in tags)
