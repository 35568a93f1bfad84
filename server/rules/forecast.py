"""Whether a reading that is still inside its limits is on its way out, and in about how many days.

The slope is robust (Theil–Sen: the median of the slopes between all pairs), so that one odd reading does not make it;
nine in ten pairs must agree on the direction; and nobody looks further ahead than twice the time that was observed.
All arithmetic is in whole numbers, so that phone and server say the same.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final, Literal, NamedTuple, TypedDict

from server.rules.documents import Fields
from server.rules.instants import milliseconds
from server.rules.readings import SeriesEntry, decimal, reading_verdict

FEWEST_READINGS: Final = 5
MOST_READINGS: Final = 8
AGREEING_TENTHS: Final = 9
AHEAD_FACTOR: Final = 2
DAY_MS: Final = 86_400_000


class Forecast(TypedDict):
    """It passes this limit in about so many days (at least 1), if it goes on as over the last `readings`."""

    limit: Literal["low", "high"]
    days: int
    readings: int


class _Point(NamedTuple):
    at: int
    value: int


class _Slope(NamedTuple):
    rise: int
    run: int


def forecast(item: Fields, entries: Iterable[SeriesEntry]) -> Forecast | None:
    """Look ahead from the readings of one check of one asset, in whatever order; None where nothing is to be said."""
    known = [entry for entry in entries if decimal(entry["value"]) is not None]
    known = sorted(known, key=lambda each: (milliseconds(each["at"]), each["round_id"]))[-MOST_READINGS:]
    if not known or reading_verdict(item, known[-1]["value"]) != "within":
        return None
    bounds = [bound for bound in (item["low"], item["high"]) if decimal(bound) is not None]
    scale = _scale(*[entry["value"] for entry in known], *bounds)
    points = [_Point(milliseconds(entry["at"]), _whole(entry["value"], scale)) for entry in known]
    slopes = _slopes(points)
    if len({point.at for point in points}) < FEWEST_READINGS:
        return None
    limit = _heading(slopes)
    if limit is None or decimal(item[limit]) is None:
        return None
    slope = _median(slopes, rising=limit == "high")
    left = abs(_whole(item[limit], scale) - points[-1].value) * slope.run
    if left > AHEAD_FACTOR * (points[-1].at - points[0].at) * abs(slope.rise):
        return None
    days = -(-left // (abs(slope.rise) * DAY_MS))
    return {"limit": limit, "days": max(days, 1), "readings": len(points)}


def _slopes(points: Sequence[_Point]) -> list[_Slope]:
    return [
        _Slope(after.value - before.value, after.at - before.at)
        for at, before in enumerate(points)
        for after in points[at + 1 :]
        if after.at > before.at
    ]


def _heading(slopes: Sequence[_Slope]) -> Literal["low", "high"] | None:
    rising = sum(slope.rise > 0 for slope in slopes)
    falling = sum(slope.rise < 0 for slope in slopes)
    if rising * 10 >= len(slopes) * AGREEING_TENTHS:
        return "high"
    return "low" if falling * 10 >= len(slopes) * AGREEING_TENTHS else None


def _median(slopes: Sequence[_Slope], *, rising: bool) -> _Slope:
    """Of two in the middle the one less steep."""
    in_order = sorted(slopes, key=lambda slope: Fraction(slope.rise, slope.run))
    return in_order[(len(in_order) - 1) // 2 if rising else len(in_order) // 2]


def _scale(*texts: str) -> int:
    return max(len(text.partition(".")[2]) for text in texts)


def _whole(text: str, scale: int) -> int:
    whole, _, fraction = text.partition(".")
    return int(whole + fraction.ljust(scale, "0"))
