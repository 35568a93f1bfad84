"""I13: folding events in any arrival order, and with any of them heard twice, gives the same state."""

from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from server.rules.causes import causes, past
from server.rules.round_state import RoundPhase, round_state
from server.rules.ticket_confirmation import unrevived
from server.rules.ticket_state import FindingFacts, TicketPhase, ticket_state

ROUND_EVENTS = ["opened", "signed", "submitted", "sent_back", "approved"]
TICKET_EVENTS = [
    "raised", "joined", "confirmed", "commented", "resolved", "reopened", "accepted", "arrived", "handed_over",
    "escalated", "taken_back", "withdrawn_by_desk", "confirmation_asked", "client_confirmed", "client_refused",
    "auto_confirmed",
]  # fmt: skip
FINDINGS = ["f1", "f2", "f3"]

Event = dict[str, Any]


@st.composite
def histories(draw: st.DrawFn, names: list[str]) -> list[Event]:
    """Events in an order in which they may have happened: each has seen some of those before it."""
    events: list[Event] = []
    for number in range(draw(st.integers(0, 8))):
        seen = draw(st.sets(st.sampled_from([event["id"] for event in events]), max_size=3)) if events else set()
        name = draw(st.sampled_from(names))
        args: dict[str, Any] = {}
        if name == "resolved":
            args = {"findings": sorted(draw(st.sets(st.sampled_from(FINDINGS))))}
        if name == "taken_back" and events:
            args = {"event": draw(st.sampled_from([event["id"] for event in events]))}
        events.append({"id": f"e{number}", "name": name, "after": sorted(seen), "args": args})
    return events


@st.composite
def findings(draw: st.DrawFn) -> list[FindingFacts]:
    named = sorted(draw(st.sets(st.sampled_from(FINDINGS))))
    return [{"id": name, "abnormal": draw(st.booleans()), "sealed": draw(st.booleans())} for name in named]


def plain_round_state(events: list[Event]) -> RoundPhase:
    """The sentence of the protocol, told forward along the history instead of folded from its end."""
    seen_by: dict[str, set[str]] = {}
    for event in events:
        seen_by[event["id"]] = set(event["after"]).union(*(seen_by[cause] for cause in event["after"]))
    of = {name: {event["id"] for event in events if event["name"] == name} for name in ROUND_EVENTS}
    if of["approved"]:
        return "sealed"
    if any(of["sent_back"] <= seen_by[submit] for submit in of["submitted"]):
        return "submitted"
    return "sent_back" if of["sent_back"] else "open" if events else "planned"


@given(histories(ROUND_EVENTS), st.randoms(use_true_random=False))
def test_round_state_of_any_arrival_order(events: list[Event], random: Any) -> None:
    arrived = [*events, *random.sample(events, len(events) // 2)]
    random.shuffle(arrived)
    assert round_state(arrived) == plain_round_state(events)


def test_a_fold_in_the_order_of_arrival_is_caught() -> None:
    """Known-bad: whoever is heard last has the last word."""
    phase: dict[str, RoundPhase] = {"approved": "sealed", "submitted": "submitted", "sent_back": "sent_back"}

    @settings(database=None, phases=[Phase.generate])
    @given(histories(ROUND_EVENTS), st.randoms(use_true_random=False))
    def any_order(events: list[Event], random: Any) -> None:
        arrived = random.sample(events, len(events))
        heard_last = phase.get(arrived[-1]["name"], "open") if arrived else "planned"
        assert heard_last == plain_round_state(events)

    with pytest.raises(AssertionError):
        any_order()


@given(histories(TICKET_EVENTS), findings(), st.randoms(use_true_random=False))
def test_ticket_state_of_any_arrival_order(events: list[Event], facts: list[FindingFacts], random: Any) -> None:
    expected = ticket_state(facts, events)
    arrived, shuffled = [*events, *random.sample(events, len(events) // 2)], list(facts)
    random.shuffle(arrived)
    random.shuffle(shuffled)
    assert ticket_state(shuffled, arrived) == expected


@given(histories(TICKET_EVENTS), findings())
def test_open_ticket_has_an_open_finding_or_none_at_all(events: list[Event], facts: list[FindingFacts]) -> None:
    fold = ticket_state(facts, events)
    open_states: set[TicketPhase] = {"raised", "confirmed"}
    assert fold["is_open"] is (fold["state"] in open_states)
    if facts:
        by_desk = bool(unrevived("withdrawn_by_desk", events))
        assert fold["is_open"] is ("open" in fold["findings"].values() and not by_desk)
    assert (fold["state"] == "closed") is (fold["confirmation"] in ("confirmed", "automatic"))


@given(histories(TICKET_EVENTS))
def test_past_of_an_event_holds_the_past_of_its_causes(events: list[Event]) -> None:
    after = causes(events)
    for event in events:
        for cause in event["after"]:
            assert past(cause, after) | {cause} <= past(event["id"], after)
