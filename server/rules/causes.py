"""Order of events: by `after` (the last events that the author saw) and by nothing else.

Clocks lie and messages overtake each other; what an author had seen does neither. `after` names only
the newest events, so an event's past is the transitive closure. A cause that is not here yet is in the
past by its id, its own causes unknown: the fold settles when it arrives (invariant I13).
"""

from collections.abc import Iterable, Mapping

from server.rules.documents import Fields


def causes(events: Iterable[Fields]) -> dict[str, frozenset[str]]:
    return {event["id"]: frozenset(event["after"] or ()) for event in events}


def past(event_id: str, after: Mapping[str, frozenset[str]]) -> set[str]:
    """Everything that the author of this event had seen, directly or by way of another event."""
    seen: set[str] = set()
    todo = [event_id]
    while todo:
        for cause in after.get(todo.pop(), frozenset()):
            if cause not in seen:
                seen.add(cause)
                todo.append(cause)
    return seen


def heads(events: Iterable[Fields]) -> list[str]:
    """The events that no other event has seen: what the next event names in its `after`."""
    after = causes(events)
    return sorted(set(after) - {cause for causes_of in after.values() for cause in causes_of})
