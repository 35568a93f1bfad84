"""When a clock stands still: paused for a reason that may stop it, solved until reopened, or withdrawn.

A pause ends with the first `continued`, solution or reopening whose author had seen it; one for want of access also
when somebody is there. A solution and a withdrawal end with a reopening that had seen them. What nobody had seen
goes on.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from server.rules.clocks_milestones import REOPENED_WITH, REOPENS, THERE, ClockKind, is_met_by
from server.rules.clocks_order import Step
from server.rules.clocks_types import Why
from server.rules.sla_policy import Policy

MOVERS: Final = REOPENS | {"graded", "diagnosed", "paused", "continued", "withdrawn_by_desk"}
"""Events that can move a due time beside those that start or meet a clock."""
_ENDS: Final = REOPENS | {"continued", "resolved"}


@dataclass(frozen=True)
class Stop:
    """From one moment to another, or still; the events that began and ended it, and the place of the first."""

    begin: int
    end: int | None
    why: Why
    reason: str | None
    number: int
    because: tuple[str, ...]


def stops_of(kind: ClockKind, policy: Policy, steps: list[Step]) -> list[Stop]:
    """Every stop of this clock, as if it were never met."""
    return [*_pauses(kind, policy, steps), *_solved(kind, steps), *_withdrawn(steps)]


def standing_met(kind: ClockKind, steps: list[Step]) -> Step | None:
    """The event that meets the milestone; for a solution, the first that no reopening has seen."""
    for step in steps:
        if is_met_by(kind.milestone, step) and _first_to_see(step, steps, _reopens(kind)) is None:
            return step
    return None


def within(stops: Iterable[Stop], begin: int, met: Step | None, met_at: int | None) -> list[Stop]:
    """What of these lies between the clock's start and its being met, by their beginning; also what took no time."""
    inside = []
    for stop in stops:
        one = replace(stop, begin=max(stop.begin, begin))
        if met is not None and met_at is not None and (one.end is None or one.end > met_at):
            one = replace(one, end=met_at, because=(*stop.because, met.id))
        if one.end is None or one.end >= one.begin:
            inside.append(one)
    return sorted(inside, key=lambda stop: (stop.begin, stop.because))


def outrun(stops: Iterable[Stop], met: Step | None, met_at: int | None) -> frozenset[str]:
    """The event that meets the clock, where a stop was known before it that in truth came or lasted later."""
    if met is None or met_at is None:
        return frozenset()
    later = any(stop.number < met.number and (stop.end is None or stop.end > met_at) for stop in stops)
    return frozenset({met.id}) if later else frozenset()


def lasting_withdrawal(steps: list[Step]) -> Stop | None:
    return next((stop for stop in _withdrawn(steps) if stop.end is None), None)


def _pauses(kind: ClockKind, policy: Policy, steps: list[Step]) -> list[Stop]:
    found = []
    for step in steps:
        reason = step.args.get("reason") if step.name == "paused" else None
        stopped = policy["pauses"].get(reason) or ()
        if kind.key in stopped or kind.milestone in stopped:
            found.append(_stop(step, steps, "paused", _ENDS | THERE if reason == "access" else _ENDS))
    return found


def _solved(kind: ClockKind, steps: list[Step]) -> list[Stop]:
    stops = [_stop(step, steps, "solved", _reopens(kind)) for step in steps if is_met_by(kind.milestone, step)]
    return [stop for stop in stops if stop.end is not None]


def _reopens(kind: ClockKind) -> frozenset[str]:
    return REOPENS if kind.milestone in REOPENED_WITH else frozenset()


def _withdrawn(steps: list[Step]) -> list[Stop]:
    """By the desk; or by the rule, when no finding is left of those that raised and joined it."""
    found: list[Stop] = []
    left: set[str | None] = set()
    for step in steps:
        finding = step.args.get("finding")
        if step.name in ("raised", "joined"):
            left.add(finding)
        elif step.name == "withdrawn":
            left.discard(finding)
        if step.name == "withdrawn_by_desk" or (step.name == "withdrawn" and not left):
            back = REOPENS if step.name == "withdrawn_by_desk" else REOPENS | {"joined"}
            found.append(_stop(step, steps, "withdrawn", back))
    return found


def _stop(step: Step, steps: list[Step], why: Why, ended_by: frozenset[str]) -> Stop:
    end = _first_to_see(step, steps, ended_by)
    because = (step.id,) if end is None else (step.id, end.id)
    reason = step.args.get("reason") if why == "paused" else None
    return Stop(step.moment, None if end is None else end.moment, why, reason, step.number, because)


def _first_to_see(step: Step, steps: list[Step], names: frozenset[str]) -> Step | None:
    """The earliest moment decides, the order between equals."""
    seen_by = [other for other in steps if other.name in names and step.id in other.seen]
    return min(seen_by, key=lambda other: other.moment, default=None)
