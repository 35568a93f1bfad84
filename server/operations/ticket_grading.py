"""How bad and how hard a fault is: what stands after a grading is told on the timeline, for the clocks count by it."""

from collections.abc import Iterable

from server.operations.events import tell_ticket
from server.operations.folding_tickets import fold_ticket
from server.sync.document import Document
from server.sync.work import Work

GRADES = ("severity", "complexity", "severity_reason")


def tell_grade(work: Work, ticket: Document, names: Iterable[str]) -> None:
    """`names`: the fields that were graded; each is told as it stands, also where another value won."""
    said = {name: ticket[name] for name in names if name in GRADES}
    if said:
        reason = said.pop("severity_reason", None)
        tell_ticket(work, ticket.id, "graded", ticket.id, {**said, "reason": reason} if reason else said)
        fold_ticket(work, ticket)
