"""Text that shows nothing: spaces of any script, zero-width and direction marks count as no answer.

Spelled out because `str.strip` and JavaScript's `trim` disagree on what a space is.
"""

import re
from typing import Final

SPACE_CLASS: Final = "\t-\r \u0085\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff"

_BLANK = re.compile(f"[{SPACE_CLASS}]*")
_EDGES = re.compile(f"^[{SPACE_CLASS}]+|[{SPACE_CLASS}]+$")


def is_blank(text: str | None) -> bool:
    return text is None or _BLANK.fullmatch(text) is not None


def trimmed(text: str) -> str:
    return _EDGES.sub("", text)
