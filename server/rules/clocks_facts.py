"""A ticket's facts for its clocks, read from its document and its events."""

from collections.abc import Iterable

from server.rules.clocks_types import TicketFacts
from server.rules.documents import Fields


def facts_of(ticket: Fields, events: Iterable[Fields]) -> TicketFacts:
    """Severity and complexity as registered: what `raised` says; without it, the document's if nobody graded since.

    Graded since and not said at the raising: not known, and the first grade counts from the beginning.
    """
    known = list(events)
    raised = next((event["args"] or {} for event in known if event["name"] == "raised"), {})
    graded = any(event["name"] in ("graded", "diagnosed") for event in known)

    def first(field: str) -> object:
        return raised[field] if field in raised else None if graded else ticket.get(field)

    return {
        "source": ticket.get("source") or "round",
        "kind": ticket.get("kind"),
        "severity": first("severity"),  # type: ignore[typeddict-item]
        "complexity": first("complexity"),  # type: ignore[typeddict-item]
        "found_at": ticket.get("found_at"),
        "opened_at": ticket["opened_at"],
        "elsewhere": bool(ticket.get("elsewhere")),
    }
