"""Counted time: round the clock (7×24), or the hours in which the contract's clocks run.

Instants are whole milliseconds since 1970 (UTC). A working day's hours are wall-clock times of the project's zone,
turned into instants day by day: between two instants time is counted as it passes, whatever a wall clock is moved by.
A make-up day (调休) has the hours of its own weekday, or of the week's first day that has any.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final, Literal
from zoneinfo import ZoneInfo

from server.rules.documents import Fields

CalendarKind = Literal["always", "working"]
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MIDNIGHT_AFTER: Final = "24:00"
_ONE_DAY: Final = timedelta(days=1)

Spans = list[tuple[int, int]]


class WorkCalendar:
    """Counts time by a policy's calendar {kind, time_zone, weekly, days}, which was checked before it was kept."""

    def __init__(self, calendar: Fields, kind: CalendarKind) -> None:
        self.kind = kind
        self._zone = ZoneInfo(calendar["time_zone"])
        self._weekly = calendar.get("weekly") or {}
        self._days = calendar.get("days") or {}
        self._known: dict[date, Spans] = {}
        if kind == "working" and first_hours(self._weekly) is None:
            raise ValueError("a calendar without working hours")

    def counted(self, start: int, end: int) -> int:
        """Milliseconds that count between two instants; 0 if the end comes first."""
        if end <= start:
            return 0
        if self.kind == "always":
            return end - start
        total, day, last = 0, self._day_of(start), self._day_of(end)
        while day <= last:
            total += sum(max(0, min(end, to) - max(start, from_)) for from_, to in self._hours(day))
            day += _ONE_DAY
        return total

    def add(self, start: int, duration: int) -> int:
        """The first instant by which this much has counted."""
        if self.kind == "always" or duration <= 0:
            return start + max(0, duration)
        left, day = duration, self._day_of(start)
        while True:
            for from_, to in self._hours(day):
                begin = max(start, from_)
                if to - begin >= left:
                    return begin + left
                left -= max(0, to - begin)
            day += _ONE_DAY

    def _day_of(self, moment: int) -> date:
        return datetime.fromtimestamp(moment // 1000, UTC).astimezone(self._zone).date()

    def _hours(self, day: date) -> Spans:
        if day not in self._known:
            spans = [(self._at(day, from_), self._at(day, to)) for from_, to in self._hours_said(day)]
            self._known[day] = [span for span in spans if span[0] < span[1]]
        return self._known[day]

    def _hours_said(self, day: date) -> Any:
        own = self._weekly.get(WEEKDAYS[day.weekday()]) or []
        said = self._days.get(day.isoformat())
        if said == "holiday":
            return []
        if said == "working":
            return own or first_hours(self._weekly) or []
        return own

    def _at(self, day: date, clock: str) -> int:
        """A time that a clock change skips or repeats counts by the offset before it."""
        if clock == MIDNIGHT_AFTER:
            day, clock = day + _ONE_DAY, "00:00"
        return round(datetime.combine(day, time.fromisoformat(clock), self._zone).timestamp()) * 1000


def first_hours(weekly: Fields) -> Any:
    """The hours of the first day of the week that has any."""
    return next((weekly[day] for day in WEEKDAYS if weekly.get(day)), None)
