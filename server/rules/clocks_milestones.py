"""What there is a clock for: its milestone, the events that meet it, the moment that it counts from.

A later step implies the earlier ones: who diagnosed has arrived, who arrived was sent.
"""

from dataclasses import dataclass
from typing import Final, Literal

from server.rules.blank import is_blank
from server.rules.clocks_order import Step
from server.rules.documents import Fields

Milestone = Literal["phone_response", "dispatch", "arrival", "diagnosis", "solution", "repair", "spare", "information"]

SENT: Final = frozenset({"assigned", "accepted", "on_way"})
THERE: Final = frozenset({"arrived", "guided"})
REOPENS: Final = frozenset({"reopened", "client_refused"})
"""A client's refusal is a reopening."""
_SOLVED: Final = frozenset({"resolved"})
_DIAGNOSED: Final = frozenset({"diagnosed"}) | _SOLVED
_ARRIVED: Final = THERE | _DIAGNOSED
_DISPATCHED: Final = SENT | _ARRIVED
_MET_BY: Final[dict[Milestone, frozenset[str]]] = {
    "phone_response": frozenset({"answered"}) | _DISPATCHED,
    "dispatch": _DISPATCHED,
    "arrival": _ARRIVED,
    "diagnosis": _DIAGNOSED,
    "solution": _SOLVED,
    "repair": _SOLVED,
    "spare": frozenset({"spare_placed"}) | _SOLVED,
    "information": frozenset({"answered"}) | _SOLVED,
}
REOPENED_WITH: Final[frozenset[Milestone]] = frozenset({"solution", "repair", "spare", "information"})
"""What a reopening makes unmet again; the earlier ones stay as judged."""


@dataclass(frozen=True)
class ClockKind:
    key: str
    milestone: Milestone


CLOCKS: Final = (
    ClockKind("phone_response", "phone_response"),
    ClockKind("first_answer", "phone_response"),
    ClockKind("dispatch", "dispatch"),
    ClockKind("arrival", "arrival"),
    ClockKind("on_site", "arrival"),
    ClockKind("diagnosis", "diagnosis"),
    ClockKind("solution", "solution"),
    ClockKind("repair", "repair"),
    ClockKind("spare", "spare"),
    ClockKind("information", "information"),
)


def clocks_for(policy: Fields, facts: Fields) -> list[ClockKind]:
    """An inquiry has only its own; a round's finder stands at the asset, so nobody waits for an answer (`not_for`)."""
    if facts["kind"] == "inquiry":
        return [kind for kind in CLOCKS if kind.milestone == "information"]
    spared = policy["not_for"].get(facts["source"]) or []
    return [
        kind
        for kind in CLOCKS
        if kind.milestone != "information" and kind.key not in spared and kind.milestone not in spared
    ]


def is_met_by(milestone: Milestone, step: Step) -> bool:
    """Repaired is only what was fixed, not worked around; information is an answer with words in it."""
    if step.name not in _MET_BY[milestone]:
        return False
    if step.name == "assigned":
        return bool(step.args.get("to", True))
    if milestone in ("repair", "spare") and step.name == "resolved":
        return bool(step.args.get("how") == "fixed")
    if milestone == "information" and step.name == "answered":
        return not is_blank(step.args.get("text"))
    return True


def names_of(milestone: Milestone) -> frozenset[str]:
    """Events that can meet it."""
    return _MET_BY[milestone]
