"""What a plan knows of the calendar: holidays, the days worked for them, events, and the contract's end (R1)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from server.rules.documents import Fields

MOST_MOVED: Final = 31  # days that a round is moved at most; the longest holiday is far shorter
_SATURDAY: Final = 6


@dataclass(frozen=True)
class PlanCalendar:
    """`days`: the calendar's entries ({day, until, kind, removed_at}); `contract_ends_on`: a day, or unknown."""

    days: Sequence[Fields] = ()
    contract_ends_on: str | None = None

    def entries(self, kind: str) -> list[tuple[date, date]]:
        """First and last day of each that was not taken out again, by time."""
        spans = [(one["day"], one["until"]) for one in self.days if one["kind"] == kind and not one["removed_at"]]
        return sorted((date.fromisoformat(first), date.fromisoformat(last)) for first, last in spans)

    def is_holiday(self, day: date) -> bool:
        return self._lies_in("holiday", day) and not self._lies_in("workday", day)

    def is_working(self, day: date) -> bool:
        """Monday to Friday but for holidays, and the days that are worked for them."""
        if self._lies_in("workday", day):
            return True
        return day.isoweekday() < _SATURDAY and not self._lies_in("holiday", day)

    def begins(self, kind: str) -> Iterator[date]:
        """The first day of each; entries that touch are one."""
        reached: date | None = None
        for first, last in self.entries(kind):
            if reached is None or first > reached + timedelta(days=1):
                yield first
            reached = last if reached is None else max(reached, last)

    def moved(self, day: date, on_holiday: str) -> date | None:
        """Where a round goes that falls on this day; None where there is none."""
        if on_holiday == "keep" or not self.is_holiday(day):
            return day
        if on_holiday == "skip":
            return None
        step = -1 if on_holiday == "before" else 1
        days = (day + timedelta(days=step * n) for n in range(1, MOST_MOVED + 1))
        return next((other for other in days if self.is_working(other)), None)

    def _lies_in(self, kind: str, day: date) -> bool:
        return any(first <= day <= last for first, last in self.entries(kind))


NO_CALENDAR: Final = PlanCalendar()
