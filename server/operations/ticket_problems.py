"""Left-over issues of a ticket become problems (遗留问题, T6)."""

from marshmallow import Schema

from server.operations.events import add_ticket_event
from server.operations.fields import text, words
from server.operations.named_ticket import named_ticket, project_of_ticket
from server.rules.ids import problem_id
from server.sync.registry import STAFF, event
from server.sync.work import Work


class RaiseProblem(Schema):
    title = words()
    text = text()


@event("raise_problem", roles=STAFF, doc_type="ticket", args=RaiseProblem(), project_of=project_of_ticket)
def raise_problem(work: Work) -> None:
    """Write down what the repair leaves open, as a problem of its own (P1)."""
    ticket = named_ticket(work)
    made = {"title": work.args["title"], "text": work.args.get("text"), "state": "open"}
    facts = {"ticket_id": ticket.id, "asset_id": ticket["asset_id"]}
    work.insert("problem", problem_id(work.op), **facts, **made, raised_at=work.at, raised_by=work.person)
    add_ticket_event(work, ticket.id, "left_over", {**work.args, "problem_id": problem_id(work.op)})
