"""What the clocks take and give, named as on the wire."""

from typing import Literal, TypedDict

from server.rules.work_calendar import CalendarKind

ClockState = Literal["waiting", "running", "paused", "met", "missed", "cancelled"]
Why = Literal["paused", "solved", "withdrawn"]


class TicketFacts(TypedDict):
    """A ticket as it was registered: what is graded later comes as events."""

    source: str
    kind: str | None
    severity: int | None
    complexity: str | None
    found_at: str | None
    opened_at: str
    elsewhere: bool


class ClockStop(TypedDict):
    """Time that does not count; `end` is null while it lasts. `reason` is a pause's."""

    begin: str
    end: str | None
    why: Why
    reason: str | None


class Clock(TypedDict):
    """Instants are the wire's. Minutes are counted and whole: what pauses took and what is left are rounded down,
    what it took in the end is rounded up. `because`: the events that the due time rests on, in their order."""

    key: str
    milestone: str
    state: ClockState
    limit_minutes: int
    calendar: CalendarKind
    counts_from: str
    started_at: str | None
    due_at: str | None
    met_at: str | None
    paused_since: str | None
    paused_minutes: int
    left_minutes: int | None
    took_minutes: int | None
    stops: list[ClockStop]
    because: list[str]


class Flag(TypedDict):
    """What was odd about an event: accepted all the same."""

    event: str
    flag: str


class ClockFold(TypedDict):
    """Severity and complexity are as the events leave them."""

    clocks: list[Clock]
    flags: list[Flag]
    severity: int | None
    complexity: str | None
