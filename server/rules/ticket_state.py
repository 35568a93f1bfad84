"""A ticket's state: a pure fold of its findings and its events.

    raised ── round sealed ──► confirmed ── every finding resolved ──► resolved ── client's word ──► closed
       │                            ▲  reopened, or refused by the client │                            │
       │                            └─────────────────────────────────────┴────────────────────────────┘
       └── every finding withdrawn, or by the desk ──► withdrawn (nothing is deleted)

A `resolved` closes only the findings that it names: one that joined unseen keeps the ticket open.
A reopening revives what those resolves had closed that its author had seen. What was taken back does not count.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, TypedDict

from server.rules.documents import Fields
from server.rules.taken_back import standing_events
from server.rules.ticket_confirmation import Confirmation, confirmation, named_findings, unrevived
from server.rules.ticket_step import TicketStep, ticket_step, ticket_tier

TicketPhase = Literal["raised", "confirmed", "resolved", "closed", "withdrawn"]
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
    step: TicketStep
    tier: int
    confirmation: Confirmation


def ticket_state(findings: Iterable[FindingFacts], events: Iterable[Fields]) -> TicketFold:
    """Fold findings and ticket events ({id, name, after, args})."""
    facts = list(findings)
    known = list(events)
    resolves = unrevived("resolved", known)
    fixed = named_findings(resolves)
    phases = {fact["id"]: _finding_phase(fact, fixed) for fact in facts}
    is_confirmed = any(event["name"] == "confirmed" for event in standing_events(known)) or any(
        fact["sealed"] and phases[fact["id"]] != "withdrawn" for fact in facts
    )
    state = _ticket_phase(phases, resolved=bool(resolves), confirmed=is_confirmed)
    if unrevived("withdrawn_by_desk", known):
        state = "withdrawn"
    word = confirmation(known, fixed & phases.keys(), resolved=state == "resolved")
    if word in ("confirmed", "automatic"):
        state = "closed"
    return {
        "state": state,
        "is_open": state in ("raised", "confirmed"),
        "findings": phases,
        "step": _step(state, known),
        "tier": ticket_tier(known),
        "confirmation": word,
    }


def finding_facts(finding: Fields, answer: Fields | None, round_: Fields | None) -> FindingFacts:
    """Read a finding's facts from its documents; where they left the feed, as the server last said."""
    abnormal = finding["state"] != "withdrawn" if answer is None else answer["value"] == "abnormal"
    return {"id": finding["id"], "abnormal": abnormal, "sealed": round_ is not None and round_["state"] == "sealed"}


def open_findings(fold: TicketFold) -> list[str]:
    """The findings that a resolve made now would name."""
    return sorted(finding for finding, phase in fold["findings"].items() if phase == "open")


def _step(state: TicketPhase, known: list[Fields]) -> TicketStep:
    return state if state == "resolved" or state == "closed" else ticket_step(known)


def _finding_phase(fact: FindingFacts, fixed: set[str]) -> FindingPhase:
    if fact["id"] in fixed:
        return "fixed"
    return "open" if fact["abnormal"] else "withdrawn"


def _ticket_phase(phases: Mapping[str, FindingPhase], *, resolved: bool, confirmed: bool) -> TicketPhase:
    standing = set(phases.values())
    if "open" in standing or not (standing or resolved):
        return "confirmed" if confirmed else "raised"
    return "resolved" if "fixed" in standing or not standing else "withdrawn"
