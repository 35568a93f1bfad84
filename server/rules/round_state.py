"""A round's state: a pure fold of its events.

    planned ── opened ──► open ── submitted ──► submitted ── approved ──► sealed
                                     ▲              │ sent_back
                                     └── submitted ── sent_back

A submit counts only if its author had seen every send-back; whoever did not has work left to look at.
"""

from collections.abc import Iterable
from typing import Literal

from server.rules.causes import causes, past
from server.rules.documents import Fields

RoundPhase = Literal["planned", "open", "submitted", "sent_back", "sealed"]


def round_state(events: Iterable[Fields], *, touched: bool = False) -> RoundPhase:
    """Fold round events ({id, name, after}); `touched` = a scan or an answer of the round exists."""
    known = list(events)
    names = {event["name"] for event in known}
    if "approved" in names:
        return "sealed"
    if standing_submits(known):
        return "submitted"
    if "sent_back" in names:
        return "sent_back"
    return "open" if touched or known else "planned"


def standing_submits(events: Iterable[Fields]) -> list[str]:
    """Submits that had every send-back in their past."""
    known = list(events)
    submits = [event["id"] for event in known if event["name"] == "submitted"]
    if not submits:
        return []
    after = causes(known)
    sent_back = {event["id"] for event in known if event["name"] == "sent_back"}
    return sorted(submit for submit in submits if sent_back <= past(submit, after))


def unanswered_send_backs(events: Iterable[Fields]) -> list[str]:
    """Send-backs that no submit has seen: what the phone still has to show."""
    known = list(events)
    after = causes(known)
    answered: set[str] = set()
    for event in known:
        if event["name"] == "submitted":
            answered |= past(event["id"], after)
    return sorted(event["id"] for event in known if event["name"] == "sent_back" and event["id"] not in answered)


def was_submitted(events: Iterable[Fields]) -> bool:
    """True from the first submit on, sent back or not: from then on every finding has its ticket."""
    return any(event["name"] in ("submitted", "approved") for event in events)
