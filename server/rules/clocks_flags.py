"""Events that came out of order or contradict each other: accepted, and said so (never refused)."""

from collections.abc import Iterator
from typing import Final

from server.rules.clocks_milestones import REOPENS, SENT, THERE
from server.rules.clocks_order import Course, Step
from server.rules.clocks_types import Flag

# Skew is measured at a sync and drifts until the next: a phone that is right is some seconds ahead at times.
TOLERATED_AHEAD_MS: Final = 120_000


def flags_of(known: Course) -> list[Flag]:
    """In the order of the events; an event may have several."""
    steps = known.steps
    flags: list[Flag] = []
    for place, step in enumerate(steps):
        flags += [{"event": step.id, "flag": flag} for flag in _of(step, steps[:place], known)]
    return flags


def _of(step: Step, before: list[Step], known: Course) -> Iterator[str]:
    if step.said - step.received > TOLERATED_AHEAD_MS:
        yield "time_ahead"
    names = {earlier.name for earlier in before}
    if step.name in THERE and not names & (SENT | {"diagnosed"}):
        yield "arrived_before_dispatch"
    if step.name == "diagnosed" and not names & THERE:
        yield "diagnosed_before_arrival"
    if step.name == "resolved" and any(_closes_the_same(step, one) for one in _since(before, REOPENS)):
        yield "resolved_twice"
    if step.name in REOPENS and "resolved" not in {one.name for one in _since(before, REOPENS)}:
        yield "reopened_unsolved"
    if step.name == "continued" and "paused" not in {one.name for one in _since(before, {"continued"})}:
        yield "continued_unpaused"
    if step.name == "taken_back" and step.args.get("event") not in {gone.id for gone, _ in known.taken_back}:
        yield "took_back_nothing"


def _closes_the_same(step: Step, earlier: Step) -> bool:
    """A worked-around fault that is fixed afterwards is no second closing; fixed findings of their own are none."""
    if earlier.name != "resolved" or (earlier.args.get("how"), step.args.get("how")) == ("workaround", "fixed"):
        return False
    first, second = earlier.args.get("findings") or [], step.args.get("findings") or []
    return bool(set(first) & set(second)) or not (first and second)


def _since(before: list[Step], names: frozenset[str] | set[str]) -> list[Step]:
    """What came after the last of these."""
    places = [place for place, step in enumerate(before) if step.name in names]
    return before[places[-1] + 1 :] if places else before
