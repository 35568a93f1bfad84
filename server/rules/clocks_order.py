"""A ticket's events as the clocks take them: in order, without what was taken back, each with its moment.

Order: what an author had seen comes first (`after`); between those that had not seen each other the server's
receipt decides, then the id. A phone's clock orders nothing. An event's moment is what the phone said, skew
corrected, if that lies between what its author had seen and its receipt; else it is the receipt.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from server.rules.documents import Fields
from server.rules.instants import milliseconds


@dataclass(frozen=True)
class Step:
    """One event. `number` is its place in the order; `seen` are the events that its author knew of.

    `said` is the phone's time, `moment` the one that counts.
    """

    id: str
    name: str
    args: Fields
    number: int
    said: int
    moment: int
    received: int
    seen: frozenset[str]


@dataclass(frozen=True)
class Course:
    """What stands, what was taken back by which event, and the order of all of them by their ids."""

    steps: list[Step]
    order: list[str]
    taken_back: list[tuple[Step, Step]]


def course(events: Iterable[Fields], begin: int) -> Course:
    """`begin` is the ticket's start: no moment lies before it."""
    steps = _with_moments(in_order(events), begin)
    gone: dict[str, Step] = {}
    for step in reversed(steps):
        if step.name == "taken_back" and step.id not in gone:
            gone.setdefault(str(step.args.get("event")), step)
    standing = [step for step in steps if step.id not in gone]
    return Course(standing, [step.id for step in steps], [(step, gone[step.id]) for step in steps if step.id in gone])


def in_order(events: Iterable[Fields]) -> list[Fields]:
    """Causes first, then receipt, then id; the same for any order of arrival, events heard twice included."""
    known = {event["id"]: event for event in events}
    waits = {key: {cause for cause in event["after"] or () if cause in known} for key, event in known.items()}
    ready = [_rank(known[key]) for key, causes in waits.items() if not causes]
    heapify(ready)
    followers: dict[str, list[str]] = {}
    for key, causes in waits.items():
        for cause in causes:
            followers.setdefault(cause, []).append(key)
    ordered: list[str] = []
    while ready:
        _, key = heappop(ready)
        ordered.append(key)
        for follower in followers.get(key, ()):
            waits[follower].discard(key)
            if not waits[follower]:
                heappush(ready, _rank(known[follower]))
    # What names each other as cause is nobody's honest history; it still has one order.
    circular = sorted(_rank(known[key]) for key in set(known) - set(ordered))
    return [known[key] for key in (*ordered, *(key for _, key in circular))]


def _rank(event: Fields) -> tuple[int, str]:
    return milliseconds(event["received_at"]), event["id"]


def _with_moments(ordered: list[Fields], begin: int) -> list[Step]:
    steps: dict[str, Step] = {}
    for number, event in enumerate(ordered):
        causes = [cause for cause in event["after"] or () if cause != event["id"]]
        known = [steps[cause] for cause in causes if cause in steps]
        seen = frozenset(causes).union(*(cause.seen for cause in known))
        earliest = max([begin, *(cause.moment for cause in known)])
        said, received = milliseconds(event["at"]), milliseconds(event["received_at"])
        moment = said if earliest <= said <= received else max(earliest, received)
        args = event["args"] or {}
        steps[event["id"]] = Step(event["id"], event["name"], args, number, said, moment, received, seen)
    return list(steps.values())
