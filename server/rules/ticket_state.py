"""A ticket's state: a pure fold of its findings and its events.

    raised ── round sealed ──► confirmed ── every finding resolved ──► resolved
       │                            ▲  reopened │
       └── every finding withdrawn ──► withdrawn (nothing is deleted)

A `resolved` closes only the findings that it names: one that joined unseen keeps the ticket open.
A `reopened` revives what those resolves had closed that its author had seen.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, TypedDict

from server.rules.causes import causes, past
from server.rules.documents import Fields

TicketPhase = Literal["raised", "confirmed", "resolved", "withdrawn"]
FindingPhase = Literal["open", "fixed", "withdrawn"]


class FindingFacts(TypedDict):
    """One finding, and how its answer and its round stand now."""

    id: str
    abnormal: bool
    sealed: bool


class TicketFold(TypedDict):
    state: TicketPhase
    is_open: bool
    findings: dict[str, FindingPhase]


def ticket_state(findings: Iterable[FindingFacts], events: Iterable[Fields]) -> TicketFold:
    """Fold findings and ticket events ({id, name, after, args})."""
    facts = list(findings)
    known = list(events)
    standing = _standing_resolves(known)
    fixed = {finding for event in standing for finding in ((event["args"] or {}).get("findings") or ())}
    phases = {fact["id"]: _finding_phase(fact, fixed) for fact in facts}
    confirmed = any(event["name"] == "confirmed" for event in known) or any(
        fact["sealed"] and phases[fact["id"]] != "withdrawn" for fact in facts
    )
    state = _ticket_phase(phases, resolved=bool(standing), confirmed=confirmed)
    return {"state": state, "is_open": state in ("raised", "confirmed"), "findings": phases}


def finding_facts(finding: Fields, answer: Fields | None, round_: Fields | None) -> FindingFacts:
    """Read a finding's facts from its documents; where they left the feed, as the server last said."""
    abnormal = finding["state"] != "withdrawn" if answer is None else answer["value"] == "abnormal"
    return {"id": finding["id"], "abnormal": abnormal, "sealed": round_ is not None and round_["state"] == "sealed"}


def open_findings(fold: TicketFold) -> list[str]:
    """The findings that a resolve made now would name."""
    return sorted(finding for finding, phase in fold["findings"].items() if phase == "open")


def _standing_resolves(events: list[Fields]) -> list[Fields]:
    """Resolves that no reopening has seen."""
    after = causes(events)
    revived: set[str] = set()
    for event in events:
        if event["name"] == "reopened":
            revived |= past(event["id"], after)
    return [event for event in events if event["name"] == "resolved" and event["id"] not in revived]


def _finding_phase(fact: FindingFacts, fixed: set[str]) -> FindingPhase:
    if fact["id"] in fixed:
        return "fixed"
    return "open" if fact["abnormal"] else "withdrawn"


def _ticket_phase(phases: Mapping[str, FindingPhase], *, resolved: bool, confirmed: bool) -> TicketPhase:
    standing = set(phases.values())
    if "open" in standing or not (standing or resolved):
        return "confirmed" if confirmed else "raised"
    return "resolved" if "fixed" in standing or not standing else "withdrawn"
