"""Readings: what a person typed, how it stands to its limits, to the last one, to the last five.

A reading is a decimal string for ever: 27.90 is never a float, on no side of the wire.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal, TypedDict

from server.rules.blank import trimmed
from server.rules.documents import Fields
from server.rules.instants import instant

ReadingVerdict = Literal["below", "within", "above"]
ReadingProblem = Literal["empty", "not_a_number", "ambiguous_comma", "too_many_decimals", "too_long"]

SERIES_LENGTH: Final = 5
UNLIKELY_FACTOR: Final = 5
MAX_DIGITS: Final = 15

_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_TYPED = re.compile(r"([+-]?)([0-9]*)(?:([.,])([0-9]*))?")
# What an input method in Chinese mode puts where a digit, a sign or a point was meant.
_TYPED_FORMS = str.maketrans("０１２３４５６７８９－−–＋．。，", "0123456789---+..,")


class ParsedReading(TypedDict):
    reading: str | None
    problem: ReadingProblem | None


class SeriesEntry(TypedDict):
    value: str
    at: str
    round_id: str


class Drift(TypedDict):
    """The figures of the sentence under a reading: "1.8 above the limit, +3.9 since last time"."""

    verdict: ReadingVerdict | None
    beyond: str | None
    since_last: str | None
    since_first: str | None
    heading: Literal["rising", "falling"] | None
    unlikely: bool


def decimal(text: str | None) -> Decimal | None:
    """Read a stored reading or limit; None for what is no decimal string."""
    return Decimal(text) if text is not None and _DECIMAL.fullmatch(text) else None


def parse_reading(typed: str, decimals: int | None) -> ParsedReading:
    """Read what was typed; the reading comes back with exactly the template's decimals, never rounded."""
    text = trimmed(typed).translate(_TYPED_FORMS)
    if not text:
        return {"reading": None, "problem": "empty"}
    match = _TYPED.fullmatch(text)
    if match is None or not (match[2] or match[4]):
        return {"reading": None, "problem": "not_a_number"}
    sign, whole, mark, fraction = match[1], match[2].lstrip("0") or "0", match[3], match[4] or ""
    if mark == "," and len(fraction) == 3 and whole != "0":
        return {"reading": None, "problem": "ambiguous_comma"}
    if decimals is not None:
        if fraction[decimals:].strip("0"):
            return {"reading": None, "problem": "too_many_decimals"}
        fraction = fraction[:decimals].ljust(decimals, "0")
    if len(whole) + len(fraction) > MAX_DIGITS:
        return {"reading": None, "problem": "too_long"}
    number = f"{whole}.{fraction}" if fraction else whole
    return {"reading": f"-{number}" if sign == "-" and number.strip("0.") else number, "problem": None}


def reading_verdict(item: Fields, reading: str | None) -> ReadingVerdict | None:
    """Below, within or above the item's limits; a limit itself is still within. None without a reading."""
    value, low, high = decimal(reading), decimal(item["low"]), decimal(item["high"])
    if value is None:
        return None
    if low is not None and value < low:
        return "below"
    return "above" if high is not None and value > high else "within"


def is_unlikely(item: Fields, reading: str | None, last: str | None) -> bool:
    """Five times the last one or more, a fifth or less, or the other sign: a slip more often than a fault.

    Where the limits lie on both sides of zero the sign changes by nature.
    """
    value, before = decimal(reading), decimal(last)
    if value is None or before is None or before == 0:
        return False
    low, high = decimal(item["low"]), decimal(item["high"])
    around_zero = low is not None and high is not None and low < 0 < high
    if value * before < 0 and not around_zero:
        return True
    return abs(value) >= UNLIKELY_FACTOR * abs(before) or UNLIKELY_FACTOR * abs(value) <= abs(before)


def same_reading(one: str | None, other: str | None) -> bool:
    """Equal as numbers: 27.9 and 27.90 are one finding."""
    a, b = decimal(one), decimal(other)
    return one == other if a is None or b is None else a == b


def with_reading(entries: Iterable[SeriesEntry], entry: SeriesEntry) -> list[SeriesEntry]:
    """The last five with this one: at most one a round, oldest first, whichever arrived first."""
    others = [other for other in entries if other["round_id"] != entry["round_id"]]
    in_order = sorted([*others, entry], key=lambda each: (instant(each["at"]), each["round_id"]))
    return in_order[-SERIES_LENGTH:]


def without_reading(entries: Iterable[SeriesEntry], round_id: str) -> list[SeriesEntry]:
    return [entry for entry in entries if entry["round_id"] != round_id]


def update_series(
    series: Mapping[str, Sequence[SeriesEntry]], check_key: str, round_id: str, entry: SeriesEntry | None
) -> dict[str, list[SeriesEntry]]:
    """A readings document's series after a round's reading was taken, corrected or (None) withdrawn."""
    updated = {key: list(entries) for key, entries in series.items()}
    entries = updated.pop(check_key, [])
    kept = without_reading(entries, round_id) if entry is None else with_reading(entries, entry)
    return {**updated, check_key: kept} if kept else updated


def drift(item: Fields, reading: str | None, earlier: Sequence[SeriesEntry]) -> Drift:
    """Compare a reading with its limits and with the earlier ones (oldest first, without itself)."""
    value = decimal(reading)
    past = [past_value for past_value in (decimal(entry["value"]) for entry in earlier) if past_value is not None]
    verdict = reading_verdict(item, reading)
    limit = {"below": decimal(item["low"]), "above": decimal(item["high"])}.get(verdict or "")
    return {
        "verdict": verdict,
        "beyond": _plain(abs(value - limit)) if value is not None and limit is not None else None,
        "since_last": _signed(value - past[-1]) if value is not None and past else None,
        "since_first": _signed(value - past[0]) if value is not None and len(past) > 1 else None,
        "heading": _heading([*past, value]) if value is not None else None,
        "unlikely": is_unlikely(item, reading, earlier[-1]["value"] if earlier else None),
    }


def _heading(values: Sequence[Decimal]) -> Literal["rising", "falling"] | None:
    """Steadily up or down over the last three or more."""
    steps = [after - before for before, after in zip(values, values[1:], strict=False)]
    if len(steps) < 2:
        return None
    if all(step > 0 for step in steps):
        return "rising"
    return "falling" if all(step < 0 for step in steps) else None


def _plain(number: Decimal) -> str:
    return f"{number:f}"


def _signed(number: Decimal) -> str:
    if number == 0:
        return _plain(abs(number))
    return f"+{_plain(number)}" if number > 0 else _plain(number)
