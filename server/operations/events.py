"""Writing event rows: what happened to a round or a ticket, who says so, and what its author had seen."""

from typing import Any

from server.rules.causes import heads
from server.sync.document import Document
from server.sync.work import Work


def with_id(row: Document) -> dict[str, Any]:
    """A row as the rules take it."""
    return {"id": row.id, **row.fields}


def round_events(work: Work, round_id: str) -> list[dict[str, Any]]:
    return [with_id(row) for row in work.books.find("round_event", round_id=round_id)]


def ticket_events(work: Work, ticket_id: str) -> list[dict[str, Any]]:
    return [with_id(row) for row in work.books.find("ticket_event", ticket_id=ticket_id)]


def add_round_event(work: Work, round_id: str, name: str, args: dict[str, Any], flags: tuple[str, ...] = ()) -> None:
    """The operation itself as a row of the round. A decision has seen everything that is there."""
    entry = work.checked.entry
    assert entry is not None
    after = list(work.checked.after) if entry.kind == "event" else heads(round_events(work, round_id))
    work.insert_own(
        "round_event",
        round_id=round_id,
        name=name,
        by=work.person,
        at=work.at,
        received_at=work.now,
        after=after,
        args=args,
        flags=list(flags),
    )


def add_ticket_event(work: Work, ticket_id: str, name: str, args: dict[str, Any], flags: tuple[str, ...] = ()) -> None:
    """The operation itself as a row of the ticket."""
    entry = work.checked.entry
    assert entry is not None
    after = list(work.checked.after) if entry.kind == "event" else heads(ticket_events(work, ticket_id))
    work.insert_own(
        "ticket_event",
        ticket_id=ticket_id,
        name=name,
        by=work.person,
        at=work.at,
        received_at=work.now,
        after=after,
        args=args,
        flags=list(flags),
    )


def tell_ticket(
    work: Work, ticket_id: str, name: str, subject: str, args: dict[str, Any], cause: str | None = None
) -> str:
    """A rule's own event on a ticket; made again by the same cause it is the same row. Gives its id."""
    row_id = work.by_rule("ticket_event", ticket_id, name, subject, cause or work.op)
    if work.books.get("ticket_event", row_id) is not None:
        return row_id
    work.insert(
        "ticket_event",
        row_id,
        ticket_id=ticket_id,
        name=name,
        by=work.person,
        at=work.at,
        received_at=work.now,
        after=heads(ticket_events(work, ticket_id)),
        args={**args, "cause_op": cause or work.op},
        flags=[],
    )
    work.came.append(row_id)
    return row_id
