"""A mistaken press is taken back, never deleted: the fold passes over the event that a `taken_back` names.

Taking back a `taken_back` brings the first event back. Only what its author had seen can be taken back.
"""

from collections.abc import Iterable

from server.rules.causes import causes, past
from server.rules.documents import Fields


def standing_events(events: Iterable[Fields]) -> list[Fields]:
    """The events that nobody took back, in the order given."""
    known = list(events)
    takers = [event for event in known if event["name"] == "taken_back"]
    if not takers:
        return known
    after = causes(known)
    seen = {taker["id"]: past(taker["id"], after) for taker in takers}
    gone: set[str] = set()
    # Whoever has seen more is the later one: by then it is known whether an earlier one still stands.
    for taker in sorted(takers, key=lambda event: (-len(seen[event["id"]]), event["id"])):
        named = (taker["args"] or {}).get("event")
        if taker["id"] not in gone and named in seen[taker["id"]]:
            gone.add(named)
    return [event for event in known if event["id"] not in gone]
