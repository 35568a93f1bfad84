"""What the client sees of a ticket: a row of its own in the client's stream, following every fold (I9)."""

from typing import Any, Final

from server.rules.causes import heads
from server.rules.ids import client_ticket_id
from server.rules.ticket_confirmation import unrevived
from server.sync.document import Document
from server.sync.work import Work

_SAME: Final = ("number", "title_zh", "title_en", "severity", "state", "step", "confirmation")
_SHOWN_STATES: Final = ("confirmed", "resolved", "closed")


def show_to_client(work: Work, ticket: Document, events: list[dict[str, Any]]) -> None:
    """What a round found is shown once it is confirmed; what was reported, from the first moment.

    `heads`: what their word on it stands on, for they cannot read the events.
    """
    row_id = client_ticket_id(ticket.id)
    row = work.books.get("client_ticket", row_id)
    shown: dict[str, Any] = {name: ticket[name] for name in _SAME}
    shown["reported_at"] = ticket["found_at"] or ticket["opened_at"]
    shown["due_at"] = ticket["next_due_at"]
    shown["heads"] = heads(events)
    shown["result"] = None if ticket["is_open"] else _result(events)
    if row is not None:
        work.books.derive(row, **shown)
    elif ticket["source"] != "round" or ticket["state"] in _SHOWN_STATES:
        work.insert("client_ticket", row_id, ticket_id=ticket.id, **shown)


def _result(events: list[dict[str, Any]]) -> str | None:
    """The words of the last solution that stands."""
    solved = sorted(unrevived("resolved", events), key=lambda event: (event["received_at"], event["id"]))
    return (solved[-1]["args"] or {}).get("solution") if solved else None
