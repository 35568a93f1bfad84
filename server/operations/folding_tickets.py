"""What follows from a ticket's findings and events, written with every change of them: nothing sets it by hand."""

from typing import Any

from server.operations.client_tickets import show_to_client
from server.operations.events import ticket_events, with_id
from server.operations.ticket_clocks import keep_clocks
from server.rules.ticket_state import FindingFacts, finding_facts, ticket_state
from server.rules.ticket_titles import finding_text
from server.sync.document import Document
from server.sync.work import Work


def fold_ticket(work: Work, ticket: Document) -> None:
    """Derive a ticket's state, step and clocks from its findings and events; findings show their answers as they stand.

    Rounds and findings of others are only looked at: who changes one folds this ticket too, and waits for its lock.
    """
    findings = work.books.look("finding", ticket_id=ticket.id)
    events = ticket_events(work, ticket.id)
    fold = ticket_state([_facts(work, finding) for finding in findings], events)
    for finding in findings:
        work.books.derive(finding, state=fold["findings"][finding.id])
    closed_at = None if fold["is_open"] else (ticket["closed_at"] or work.now)
    derived: dict[str, Any] = {name: fold[name] for name in ("state", "is_open", "step", "tier", "confirmation")}
    work.books.derive(ticket, **derived, closed_at=closed_at)
    keep_clocks(work, ticket, events)
    show_to_client(work, ticket, events)


def _facts(work: Work, finding: Document) -> FindingFacts:
    answer = work.books.look_at("answer", finding["answer_id"])
    round_ = work.books.look_at("round", finding["round_id"])
    if answer is not None and answer["value"] == "abnormal":
        shown = {name: answer[name] for name in ("severity", "indication", "actual", "reading")}
        work.books.derive(finding, **shown, text=finding_text(answer.fields))
    return finding_facts(with_id(finding), with_id(answer) if answer else None, round_.fields if round_ else None)
