"""Days as people write them, and as spreadsheets keep them: the number of days since the end of 1899."""

import calendar
import re
from datetime import date, datetime, timedelta
from typing import Any, Final

FIRST_YEAR, LAST_YEAR = 1970, 2100
_EPOCH: Final = date(1899, 12, 30)  # a spreadsheet believes in 29 February 1900; after it the count is right
_YEAR_FIRST: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?)?\s*月?(?:[T ].*)?")
_PACKED: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR_LAST: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_IN_WORDS: Final = ("%b %d, %Y", "%B %d, %Y", "%d %b %Y", "%d %B %Y", "%a %b %d, %Y", "%d-%b-%Y", "%d-%b-%y")
_MONTHS: Final = re.compile(r"(\d{1,3})\s*(个月|月|months?|mos?)?", re.IGNORECASE)
_YEARS: Final = re.compile(r"(\d{1,2})\s*(年|years?|yrs?)", re.IGNORECASE)


class NotADay(ValueError):
    """`reason`: date_unknown, or date_ambiguous where day and month could be either."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def day_of(cell: Any, *, last: bool = False) -> str:
    """The day, `YYYY-MM-DD`. A month without its day is its first day, or its `last` (what runs out then)."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _numbered(cell)
    text = str(cell).strip()
    if _PACKED.fullmatch(text) or re.fullmatch(r"\d{5}(\.\d+)?", text):
        return _numbered(float(text))
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = int(found[1]), int(found[2]), found[3]
        if day is None and 1 <= month <= 12:
            day = str(calendar.monthrange(year, month)[1] if last else 1) if year else "1"
        return _day(year, month, int(day or 0))
    if found := _YEAR_LAST.fullmatch(text):
        return _year_last(int(found[1]), int(found[2]), int(found[3]))
    for form in _IN_WORDS:
        try:
            parsed = datetime.strptime(text, form)
        except ValueError:
            continue
        return _day(parsed.year, parsed.month, parsed.day)
    raise NotADay("date_unknown")


def months_of(text: str) -> int | None:
    """A time in months: `36`, `36 months`, `3年`."""
    if found := _YEARS.fullmatch(text):
        return int(found[1]) * 12
    found = _MONTHS.fullmatch(text)
    return int(found[1]) if found else None


def months_later(day: str, months: int) -> str | None:
    """The same day so many months later, or the last of that month; None beyond the years that we keep."""
    begun = date.fromisoformat(day)
    year, month = divmod(begun.year * 12 + begun.month - 1 + months, 12)
    if year > LAST_YEAR:
        return None
    return date(year, month + 1, min(begun.day, calendar.monthrange(year, month + 1)[1])).isoformat()


def _numbered(number: float) -> str:
    whole = int(number)
    if packed := _PACKED.fullmatch(str(whole)):
        return _day(int(packed[1]), int(packed[2]), int(packed[3]))
    if not 20_000 <= whole <= 80_000:
        raise NotADay("date_unknown")
    found = _EPOCH + timedelta(days=whole)
    return _day(found.year, found.month, found.day)


def _year_last(one: int, other: int, year: int) -> str:
    """Day before month in Europe, after it in America: told apart only where one cannot be a month."""
    if one == other or one > 12:
        return _day(year, other, one)
    if other > 12:
        return _day(year, one, other)
    raise NotADay("date_ambiguous")


def _day(year: int, month: int, day: int) -> str:
    try:
        found = date(year, month, day)
    except ValueError:
        raise NotADay("date_unknown") from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotADay("date_unknown")
    return found.isoformat()
