"""What the printing fonts can draw; any other character is printed as its code point, not as an empty square."""

import re
import struct
from functools import cache

from server.reports.fonts import font_files

# Scripts that Typst's built-in fallback fonts draw; those files cannot be asked from Python.
FALLBACK_RANGES = (
    (0x0370, 0x052F),
    (0x0590, 0x05F4),
    (0x060C, 0x064A),
    (0x0660, 0x0669),
    (0x0904, 0x0939),
    (0x093E, 0x094D),
)
INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\ufeff\u00ad\u2060") | {
    chr(code) for code in range(0xFE00, 0xFE10)
}
KEPT_CONTROLS = frozenset("\n\t")
# Letters without a blank, longer than any word and than the narrowest column; Chinese breaks anywhere by itself.
LONGEST_WORD = 24
LONG_RUN = re.compile(rf"[^\s\u200b\u2e80-\u9fff\uff00-\uffef]{{{LONGEST_WORD + 1},}}")
PIECE = 12


def breakable(text: str) -> str:
    """Let an endless word break, invisibly, instead of running over the next column."""
    return LONG_RUN.sub(lambda run: "\u200b".join(_pieces(run.group())), text)


def _pieces(word: str) -> list[str]:
    return [word[start : start + PIECE] for start in range(0, len(word), PIECE)]


def printable(text: str) -> str:
    """Return the text with each character that has no glyph spelled as [U+XXXX]."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_spelled, text.replace("\r\n", "\n").replace("\r", "\n")))


@cache
def _spelled(character: str) -> str:
    if character in KEPT_CONTROLS or character in INVISIBLE:
        return character
    # Overrides of direction have no glyph either: spelled out, they cannot turn a signed sentence round.
    return character if _has_glyph(ord(character)) else f"[U+{ord(character):04X}]"


def _has_glyph(code: int) -> bool:
    if any(low <= code <= high for low, high in FALLBACK_RANGES):
        return True
    return any(low <= code <= high for low, high in _covered_ranges())


@cache
def _covered_ranges() -> tuple[tuple[int, int], ...]:
    """Read the ranges of the regular font's format 12 character map (OpenType `cmap`)."""
    font = font_files()[0].read_bytes()
    tables = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * index) for index in range(tables))
    start = next(offset for tag, _sum, offset, _length in records if tag == b"cmap")
    for index in range(struct.unpack_from(">H", font, start + 2)[0]):
        offset = start + struct.unpack_from(">HHI", font, start + 4 + 8 * index)[2]
        if struct.unpack_from(">H", font, offset)[0] == 12:
            groups = struct.unpack_from(">I", font, offset + 12)[0]
            return tuple(struct.unpack_from(">II", font, offset + 16 + 12 * group) for group in range(groups))
    raise ValueError("the printing font has no full character map")
