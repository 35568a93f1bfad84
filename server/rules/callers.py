"""Who calls, however their number was written down."""

import re
from typing import Final

TELLING_DIGITS: Final = 7  # fewer may be an extension, and many numbers end in them
_SIGNS = re.compile(r"[^0-9]")


def only_digits(phone: str) -> str:
    """`138 0000 0001` and `138-00000001` are one number; a country's code in front is taken off where it is ours."""
    digits = _SIGNS.sub("", phone)
    return digits[2:] if len(digits) == 13 and digits.startswith("86") else digits


def same_caller(one: str, other: str) -> bool:
    """Two numbers as they were written down."""
    a, b = only_digits(one), only_digits(other)
    if min(len(a), len(b)) < TELLING_DIGITS:
        return a == b != ""
    return a.endswith(b) or b.endswith(a)
