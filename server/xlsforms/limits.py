"""Limits of a reading and the `constraint` that says the same: `. >= 15 and . <= 30`."""

import re
from dataclasses import dataclass
from decimal import Decimal

_NUMBER = r"(-?[0-9]{1,12}(?:\.[0-9]{1,6})?)"
_SIDES = (
    re.compile(r"\.\s*(>=|<=|>|<)\s*" + _NUMBER),
    re.compile(_NUMBER + r"\s*(>=|<=|>|<)\s*\."),
)
_TURNED = {">=": "<=", "<=": ">=", ">": "<", "<": ">"}


@dataclass(frozen=True)
class Limits:
    """`exact`: a limit itself is within, as the form means it."""

    low: str | None = None
    high: str | None = None
    exact: bool = True


def limits_of(constraint: str, *, whole_numbers: bool) -> Limits | None:
    """Limits that say the same as a constraint; None for what limits cannot say."""
    low, high, exact = None, None, True
    for part in re.split(r"\s+and\s+", constraint.strip().strip("()").strip()):
        side = _side(part.strip())
        if side is None:
            return None
        sign, number = side
        if sign in (">", "<") and whole_numbers and "." not in number:
            number, sign = str(int(number) + (1 if sign == ">" else -1)), sign + "="
        exact = exact and "=" in sign
        if sign.startswith(">"):
            low = number if low is None else max(low, number, key=Decimal)
        else:
            high = number if high is None else min(high, number, key=Decimal)
    return Limits(low, high, exact)


def _side(part: str) -> tuple[str, str] | None:
    found = _SIDES[0].fullmatch(part)
    if found is not None:
        return found[1], found[2]
    found = _SIDES[1].fullmatch(part)
    return (_TURNED[found[2]], found[1]) if found is not None else None


def constraint_of(low: str | None, high: str | None) -> str:
    """The constraint that says these limits; empty where there are none."""
    sides = [f". >= {low}"] if low is not None else []
    if high is not None:
        sides.append(f". <= {high}")
    return " and ".join(sides)
