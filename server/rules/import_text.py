"""What a cell of a table says, as text: people's tables are full of line breaks, full-width letters and lost digits.

A cell is text, a number, nothing, `{"formula": …}` (no value was saved with it) or `{"error": …}` (`#N/A` and so on).
"""

import re
import unicodedata
from typing import Any, Final

_NOTHING: Final = frozenset({"", "-", "--", "—", "——", "/", "\\", "无", "暂无", "n/a", "na", "null", "none", "nil"})
_SPACE: Final = re.compile(r"\s+")
_SCIENTIFIC: Final = re.compile(r"\d(\.\d+)?e\+\d{2,}", re.IGNORECASE)
EXACT: Final = 10**15  # a spreadsheet keeps fifteen digits of a number


def text_of(cell: Any, *, lines: bool = False) -> str:
    """One line of text, or several where `lines` is asked for; a whole number without its decimal point."""
    if cell is None or isinstance(cell, dict):
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e21:
        cell = int(cell)
    return clean(str(cell), lines=lines)


def clean(text: str, *, lines: bool = False) -> str:
    """Without control characters and needless space; composed as one types it."""
    said = unicodedata.normalize("NFC", text)
    kept = "".join(c for c in said if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs", "Cf"))
    if lines:
        return "\n".join(_SPACE.sub(" ", line).strip() for line in kept.splitlines()).strip()
    return _SPACE.sub(" ", kept).strip()


def word(text: str) -> str:
    """As words of a list are compared: full width as half, lower case, no space."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text).casefold())


def is_nothing(text: str) -> bool:
    """What people write where there is nothing to write."""
    return word(text) in _NOTHING


def number_lost(cell: Any) -> bool:
    """Whether a long number passed through a spreadsheet as a number: its last digits are no longer the real ones."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return abs(cell) >= EXACT
    return isinstance(cell, str) and _SCIENTIFIC.fullmatch(cell.strip()) is not None
