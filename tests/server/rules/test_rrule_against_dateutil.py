"""Our days of a recurrence rule are those of python-dateutil, for any rule that we read."""

from datetime import date, datetime, timedelta

from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from server.rules.rrule_days import rrule_days
from server.rules.rrule_text import UnclearRrule, read_rrule

NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
weekdays = st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)
ordinals = st.lists(
    st.tuples(st.integers(1, 5), st.sampled_from(("", "-")), st.sampled_from(NAMES)), min_size=1, max_size=3
)
month_days = st.lists(st.integers(1, 31) | st.integers(-5, -1), min_size=1, max_size=3, unique=True)
months = st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True)


def listed(values: list[object]) -> str:
    return ",".join(str(value) for value in values)


@st.composite
def rules(draw: st.DrawFn) -> str:
    parts = [f"FREQ={draw(st.sampled_from(('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY')))}"]
    parts.append(f"INTERVAL={draw(st.integers(1, 5))}")
    parts += draw(st.sampled_from(([], [f"COUNT={draw(st.integers(1, 9))}"], ["UNTIL=20270630"])))
    if draw(st.booleans()):
        parts.append(f"BYMONTH={listed(list(draw(months)))}")
    if draw(st.booleans()):
        parts.append(f"BYMONTHDAY={listed(list(draw(month_days)))}")
    match draw(st.sampled_from(("none", "plain", "ordinal"))):
        case "plain":
            parts.append(f"BYDAY={listed(list(draw(weekdays)))}")
        case "ordinal":
            parts.append(f"BYDAY={listed([f'{sign}{n}{day}' for n, sign, day in draw(ordinals)])}")
    if draw(st.booleans()):
        parts.append(f"BYSETPOS={draw(st.sampled_from((1, 2, -1, -2)))}")
    parts.append(f"WKST={draw(st.sampled_from(NAMES))}")
    return ";".join(parts)


@settings(max_examples=400, deadline=None)
@given(rules(), st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.integers(0, 500))
def test_days_are_those_of_dateutil(text: str, begins: date, after: int) -> None:
    try:
        rule = read_rrule(text)
    except UnclearRrule:
        return  # what is refused has no days
    first = begins + timedelta(days=after)
    last = first + timedelta(days=500)
    # dateutil searches up to the year 9999 for a rule that names no day: it is told where to end.
    start, end = (datetime(day.year, day.month, day.day) for day in (begins, last))
    known = rrulestr(text.replace(";UNTIL=20270630", ""), dtstart=start)
    bounded = known.replace(until=end) if known._count is None else known
    theirs = []
    for moment in bounded:
        if moment > end:
            break
        theirs.append(moment.date())
    until = date(2027, 6, 30) if "UNTIL" in text else last
    assert rrule_days(rule, begins, first, last) == [day for day in theirs if first <= day <= until]
