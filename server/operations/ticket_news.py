"""Who is told of what happens to a ticket: the table in docs/tickets.md, "Messages"."""

from typing import Any

from server.notifications import clients, desk, handlers, notify, on_duty, supervisors
from server.notifications.kinds import KindOfMessage
from server.rules.severity import is_urgent
from server.sync.document import Document
from server.sync.work import Work


def tell_of_threshold(work: Work, ticket: Document, name: str, said: dict[str, Any]) -> None:
    """`said`: its {key, clock, threshold, due_at}; the key is the occasion, so nobody is told twice."""
    kind: KindOfMessage = "past" if name == "past" else "near"
    people = handlers(ticket) + desk(work) + (supervisors(work) if kind == "past" else [])
    args = {"clock": said["clock"], "due_at": said["due_at"]}
    notify(work, key=f"{kind}/{ticket.id}/{said['key']}", kind=kind, ticket=ticket, people=people, args=args)


def tell_of_escalation(work: Work, ticket: Document, occasion: str, *, to_tier: int, text: str | None = None) -> None:
    people = handlers(ticket) + desk(work) + supervisors(work) + clients(work)
    args = {"to_tier": to_tier, "text": text}
    notify(work, key=f"escalated/{occasion}", kind="escalated", ticket=ticket, people=people, args=args)


def tell_of_raising(work: Work, ticket: Document) -> None:
    """Only what is bad is said aloud; everything is on the board."""
    if is_urgent(ticket["severity"]) or ticket["source"] == "client":
        people = desk(work) + on_duty(work)
        notify(work, key=f"raised/{ticket.id}", kind="raised", ticket=ticket, people=people)


def tell_of_assignment(work: Work, ticket: Document, people: list[str]) -> None:
    notify(work, key=f"assigned/{work.op}", kind="assigned", ticket=ticket, people=people)


def tell_of_hand_over(work: Work, ticket: Document, to: str | None, tried: str) -> None:
    people = [*([to] if to else []), *desk(work)]
    notify(work, key=f"handed_over/{work.op}", kind="handed_over", ticket=ticket, people=people, args={"text": tried})
