"""The client's word on a solution (T6): a pure fold of the ticket's events.

A confirmation stands behind the solutions that its author had seen. What was solved anew after a reopening, or by
another engineer meanwhile, waits for a word of its own.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Final, Literal

from server.rules.causes import causes, past
from server.rules.documents import Fields
from server.rules.taken_back import standing_events

Confirmation = Literal["none", "asked", "confirmed", "refused", "automatic"]
REOPENS: Final = frozenset({"reopened", "client_refused"})
"""A client's refusal is a reopening."""
_CONFIRMS: Final = frozenset({"client_confirmed", "auto_confirmed"})


def unrevived(name: str, events: Iterable[Fields]) -> list[Fields]:
    """Events of this name that stand, and that no reopening has seen."""
    known = list(events)
    standing, after = standing_events(known), causes(known)
    seen: set[str] = set()
    for event in standing:
        if event["name"] in REOPENS:
            seen |= past(event["id"], after)
    return [event for event in standing if event["name"] == name and event["id"] not in seen]


def named_findings(resolves: Iterable[Fields]) -> set[str]:
    return {finding for event in resolves for finding in ((event["args"] or {}).get("findings") or ())}


def confirmation(events: Iterable[Fields], fixed: Collection[str], *, resolved: bool) -> Confirmation:
    """`fixed`: the findings that are; `resolved`: nothing of the ticket is open any more."""
    known = list(events)
    seen_by = _seen_by(known)
    resolves = unrevived("resolved", known)
    if not resolved:
        refused = {event["id"] for event in standing_events(known) if event["name"] == "client_refused"}
        after = causes(known)
        answered = {cause for event in resolves for cause in past(event["id"], after)}
        return "refused" if refused - answered else "none"
    confirmed = [event for event in resolves if any(event["id"] in seen_by[name] for name in _CONFIRMS)]
    if confirmed and set(fixed) <= named_findings(confirmed):
        by_client = any(event["id"] in seen_by["client_confirmed"] for event in confirmed)
        return "confirmed" if by_client else "automatic"
    return "asked" if any(event["id"] in seen_by["confirmation_asked"] for event in resolves) else "none"


def _seen_by(known: list[Fields]) -> Mapping[str, set[str]]:
    """What the authors of the client's words had seen, by the word."""
    after = causes(known)
    seen: dict[str, set[str]] = {name: set() for name in (*_CONFIRMS, "confirmation_asked")}
    for event in standing_events(known):
        if event["name"] in seen:
            seen[event["name"]] |= past(event["id"], after)
    return seen
