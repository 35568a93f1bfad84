"""The arithmetic of one clock: its limit laid along counted time, stops left out. Milliseconds throughout."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from server.rules.clocks_stops import Stop
from server.rules.clocks_types import ClockState
from server.rules.work_calendar import WorkCalendar

MINUTE: Final = 60_000

Gap = tuple[int, int | None]
"""From one moment to another, or for good."""


@dataclass(frozen=True)
class Reckoned:
    """As it is before it has started."""

    state: ClockState = "waiting"
    begin: int | None = None
    due: int | None = None
    met: int | None = None
    paused_since: int | None = None
    paused_minutes: int = 0
    left_minutes: int | None = None
    took_minutes: int | None = None
    stops: list[Stop] = field(default_factory=list)
    because: frozenset[str] = frozenset()


def reckon(calendar: WorkCalendar, limit_minutes: int, begin: int, met: int | None, stops: list[Stop]) -> Reckoned:
    """`stops` lie between beginning and meeting. One that lasts leaves the due time open, unless it had passed."""
    due, left = moment_of(calendar, limit_minutes * MINUTE, begin, gaps_of(stops))
    lasting = [stop for stop in stops if stop.end is None]
    withdrawn = any(stop.why == "withdrawn" for stop in lasting)
    paused = bool(lasting) and not withdrawn
    return Reckoned(
        state="cancelled" if withdrawn else "paused" if paused else _judged(due, met),
        begin=begin,
        due=None if withdrawn else due,
        met=met,
        paused_since=min(stop.begin for stop in lasting) if paused else None,
        paused_minutes=_paused(calendar, stops) // MINUTE,
        left_minutes=left // MINUTE if paused else None,
        took_minutes=None if met is None else -(-_took(calendar, begin, met, stops) // MINUTE),
        stops=stops,
        because=frozenset(event for stop in stops if _moves(stop, due) for event in stop.because),
    )


def moment_of(calendar: WorkCalendar, duration: int, begin: int, gaps: Iterable[Gap]) -> tuple[int | None, int]:
    """When this much has counted outside the gaps (merged, in order); or never yet, and how much is left."""
    left, at = duration, begin
    for from_, to in gaps:
        before = calendar.counted(at, from_)
        if left <= before:
            break
        left -= before
        if to is None:
            return None, left
        at = to
    return calendar.add(at, left), 0


def gaps_of(stops: Iterable[Stop]) -> list[Gap]:
    return merged((stop.begin, stop.end) for stop in stops)


def merged(spans: Iterable[Gap]) -> list[Gap]:
    """Overlapping ones as one gap, in order: no time is left out twice."""
    gaps: list[Gap] = []
    for begin, end in sorted(spans, key=lambda span: span[0]):
        if not gaps or (gaps[-1][1] is not None and begin > gaps[-1][1]):
            gaps.append((begin, end))
        else:
            first, last = gaps[-1]
            gaps[-1] = first, None if end is None or last is None else max(end, last)
    return gaps


def _moves(stop: Stop, due: int | None) -> bool:
    """A pause after the due time moves nothing any more; a withdrawal takes even a passed one away."""
    return due is None or stop.begin < due or stop.why == "withdrawn"


def _judged(due: int | None, met: int | None) -> ClockState:
    if met is None:
        return "running"
    return "met" if due is not None and met <= due else "missed"


def _paused(calendar: WorkCalendar, stops: Iterable[Stop]) -> int:
    over = gaps_of(stop for stop in stops if stop.why == "paused" and stop.end is not None)
    return sum(calendar.counted(begin, end) for begin, end in over if end is not None)


def _took(calendar: WorkCalendar, begin: int, met: int, stops: Iterable[Stop]) -> int:
    stood = sum(calendar.counted(from_, to) for from_, to in gaps_of(stops) if to is not None)
    return calendar.counted(begin, met) - stood
