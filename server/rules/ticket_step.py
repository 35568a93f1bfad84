"""How far the handling of a ticket has come, and at which support tier it is: a pure fold of its events.

    waiting ── accepted ── on_way ── arrived (or guided by phone) ── diagnosed ── resolved ── closed

A later step implies the earlier ones. A hand-over, an escalation by hand and a reopening begin anew: what their
authors had seen is the work of before. An escalation by itself (a threshold passed) interrupts nobody's way.
"""

from collections.abc import Iterable
from typing import Final, Literal

from server.rules.causes import causes, past
from server.rules.documents import Fields
from server.rules.taken_back import standing_events

TicketStep = Literal["waiting", "accepted", "on_way", "arrived", "diagnosed", "resolved", "closed"]
_STEPS: Final[tuple[TicketStep, ...]] = ("waiting", "accepted", "on_way", "arrived", "diagnosed")
_STEP_OF: Final = {"accepted": 1, "on_way": 2, "arrived": 3, "guided": 3, "diagnosed": 4}
_BEGIN_ANEW: Final = frozenset({"reopened", "client_refused", "handed_over"})


def ticket_step(events: Iterable[Fields]) -> TicketStep:
    """The furthest step since the work began last; whether it is resolved is the state's to say."""
    known = list(events)
    after = causes(known)
    standing = standing_events(known)
    before: set[str] = set()
    for event in standing:
        if event["name"] in _BEGIN_ANEW or _is_by_hand(event):
            before |= past(event["id"], after)
    return _STEPS[max((_STEP_OF.get(event["name"], 0) for event in standing if event["id"] not in before), default=0)]


def ticket_tier(events: Iterable[Fields]) -> int:
    """1 project engineers, 2 service team, 3 expert group, 4 vendor. It never goes down, but by taking back."""
    told = [(event["args"] or {}).get("to_tier") for event in standing_events(events) if event["name"] == "escalated"]
    return max([1, *(tier for tier in told if isinstance(tier, int))])


def _is_by_hand(event: Fields) -> bool:
    return event["name"] == "escalated" and not (event["args"] or {}).get("clock")
