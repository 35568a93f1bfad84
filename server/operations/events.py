"""Writing event rows: what happened to a round or a ticket, who says so, and what its author had seen."""

from collections.abc import Collection, Mapping
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
    after = _named(work)
    if after is None:
        after = heads(_seen_of(work, round_events(work, round_id)))
    _add_event(work, "round_event", round_id=round_id, name=name, after=after, args=args, flags=list(flags))


def add_ticket_event(
    work: Work,
    ticket_id: str,
    name: str,
    args: dict[str, Any],
    flags: tuple[str, ...] = (),
    also_seen: Collection[str] = (),
) -> None:
    """The operation itself as a row of the ticket. `also_seen`: events that it names, which is having seen them."""
    after = _named(work)
    if after is None:
        after = _heads_of_ticket(work, ticket_id)
    after = sorted({*after, *also_seen})
    _add_event(work, "ticket_event", ticket_id=ticket_id, name=name, after=after, args=args, flags=list(flags))


def _named(work: Work) -> list[str] | None:
    """What an event says that its author saw; a decision says it by its `seen`."""
    entry = work.checked.entry
    assert entry is not None
    return list(work.checked.after) if entry.kind == "event" else None


def _add_event(work: Work, kind: str, **fields: Any) -> None:
    work.insert_own(kind, by=work.person, at=work.at, received_at=work.now, **fields)


def _seen_of(work: Work, events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All of them; but a decision offered again after a restore had seen those of then."""
    return [event for event in events if event["id"] in work.checked.seen] if work.record.was_applied else events


def _heads_of_ticket(work: Work, ticket_id: str) -> list[str]:
    """What was there then is what came before it then."""
    events = ticket_events(work, ticket_id)
    if work.record.was_applied:
        events = [event for event in events if event["received_at"] <= work.now]
    return heads(events)


def tell_ticket(
    work: Work, ticket_id: str, name: str, subject: str, args: dict[str, Any], before: Mapping[str, Any] | None = None
) -> str:
    """A rule's own event on a ticket; made again by the same cause it is the same row. Gives its id.

    `before`: cause, author and moments that it had before a restore.
    """
    facts = before or {"cause": work.op, "by": work.person, "at": work.at, "received_at": work.now}
    row_id = work.by_rule("ticket_event", ticket_id, name, subject, facts["cause"])
    if work.books.get("ticket_event", row_id) is not None:
        return row_id
    work.insert(
        "ticket_event",
        row_id,
        ticket_id=ticket_id,
        name=name,
        by=facts["by"],
        at=facts["at"],
        received_at=facts["received_at"],
        after=_heads_of_ticket(work, ticket_id),
        args={**args, "cause_op": facts["cause"]},
        flags=[],
    )
    work.came.append(row_id)
    return row_id
