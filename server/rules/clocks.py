"""The contract's clocks of one ticket: a pure fold of its facts and its events (domain.md section 4; docs/tickets.md).

    waiting ──► running ⇄ paused        met │ missed (met after its due time)        cancelled (withdrawn)

No now(): whether a running clock is past its due time is for whoever looks at it. `because` names the events that
the due time rests on, so that no due time ever moves unexplained.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from server.rules.clocks_flags import flags_of
from server.rules.clocks_limits import Grade, Limit, grades, limit_of
from server.rules.clocks_milestones import CLOCKS, ClockKind, clocks_for, names_of
from server.rules.clocks_order import Course, Step, course
from server.rules.clocks_reckoning import Reckoned, reckon
from server.rules.clocks_stops import MOVERS, lasting_withdrawal, outrun, standing_met, stops_of, within
from server.rules.clocks_types import Clock, ClockFold, TicketFacts
from server.rules.documents import Fields
from server.rules.instants import milliseconds, text_of_milliseconds
from server.rules.sla_policy import Policy
from server.rules.work_calendar import WorkCalendar

_KIND = {kind.key: kind for kind in CLOCKS}


@dataclass(frozen=True)
class _Ticket:
    policy: Policy
    facts: TicketFacts
    begin: int
    course: Course
    grades: list[Grade]


def fold_clocks(policy: Policy, facts: TicketFacts, events: Iterable[Fields]) -> ClockFold:
    """Fold a ticket's events ({id, name, at, received_at, after, args}), in any order of arrival."""
    begin = registered_at(policy, facts)
    known = course(events, begin)
    ticket = _Ticket(policy, facts, begin, known, grades(facts, known.steps))
    clocks = (_clock(ticket, kind) for kind in clocks_for(policy, facts))
    return {
        "clocks": [clock for clock in clocks if clock is not None],
        "flags": flags_of(known),
        "severity": ticket.grades[-1].severity,
        "complexity": ticket.grades[-1].complexity,
    }


def registered_at(policy: Policy, facts: TicketFacts) -> int:
    """When the first clocks start: received; or found where the policy says so, but never later than received."""
    received = milliseconds(facts["opened_at"])
    if policy["moment"] == "found" and facts["found_at"] is not None:
        return min(received, milliseconds(facts["found_at"]))
    return received


def next_due_at(clocks: Iterable[Clock]) -> str | None:
    """The deadline that is shown: the earliest of those that run."""
    return min((clock["due_at"] for clock in clocks if clock["state"] == "running" and clock["due_at"]), default=None)


def _clock(ticket: _Ticket, kind: ClockKind) -> Clock | None:
    steps = ticket.course.steps
    met = standing_met(kind, steps)
    limit = limit_of(ticket.policy, ticket.facts, kind.key, ticket.grades, met)
    if limit is None:
        return None
    starter, begin = _start(ticket, kind)
    if begin is None:
        gone = lasting_withdrawal(steps)
        waiting = Reckoned() if gone is None else Reckoned(state="cancelled", because=frozenset(gone.because))
        return _said(ticket, kind, limit, waiting, frozenset())
    met_at = None if met is None else _moment_met(met, begin)
    known = stops_of(kind, ticket.policy, steps)
    stops = within(known, begin, met, met_at)
    calendar = WorkCalendar(ticket.policy["calendar"], limit.calendar)
    reckoned = reckon(calendar, limit.minutes, begin, met_at, stops)
    because = outrun(known, met, met_at) | ({starter.id} if starter else set())
    return _said(ticket, kind, limit, reckoned, because)


def _start(ticket: _Ticket, kind: ClockKind) -> tuple[Step | None, int | None]:
    """The event that the clock counts from, and when; registration is no event."""
    source = ticket.policy["counts"][kind.key]
    if source == "registration":
        return None, ticket.begin
    before = _KIND[source]
    starter = standing_met(before, ticket.course.steps)
    earlier = _start(ticket, before)[1]
    return starter, None if starter is None or earlier is None else _moment_met(starter, earlier)


def _moment_met(met: Step, begin: int) -> int:
    """What the phone said, unless that was before the clock began: then the receipt."""
    return met.moment if met.moment >= begin else max(begin, met.received)


def _said(ticket: _Ticket, kind: ClockKind, limit: Limit, reckoned: Reckoned, because: frozenset[str]) -> Clock:
    source = ticket.policy["counts"][kind.key]
    because = because | {*limit.because, *reckoned.because, *_taken_back(ticket.course, kind, source)}
    return {
        "key": kind.key,
        "milestone": kind.milestone,
        "state": reckoned.state,
        "limit_minutes": limit.minutes,
        "calendar": limit.calendar,
        "counts_from": source,
        "started_at": _text(reckoned.begin),
        "due_at": _text(reckoned.due),
        "met_at": _text(reckoned.met),
        "paused_since": _text(reckoned.paused_since),
        "paused_minutes": reckoned.paused_minutes,
        "left_minutes": reckoned.left_minutes,
        "took_minutes": reckoned.took_minutes,
        "stops": [
            {"begin": text_of_milliseconds(one.begin), "end": _text(one.end), "why": one.why, "reason": one.reason}
            for one in reckoned.stops
            if one.end != one.begin
        ],
        "because": [event for event in ticket.course.order if event in because],
    }


def _taken_back(known: Course, kind: ClockKind, source: str) -> set[str]:
    """Who took back what would have met, started, stopped or graded this clock."""
    names = names_of(kind.milestone) | MOVERS
    if source != "registration":
        names |= names_of(_KIND[source].milestone)
    return {by.id for gone, by in known.taken_back if gone.name in names}


def _text(moment: int | None) -> str | None:
    return None if moment is None else text_of_milliseconds(moment)
