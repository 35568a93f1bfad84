"""CSV in the encodings of life: UTF-8 with or without its mark, UTF-16 as Excel saves "Unicode text", GBK.

Told by trying, strictest first. Statistics guess GBK wrongly in short files; a strict try does not.
"""

import csv
from collections import Counter

from server.imports import refused
from server.imports.refused import MAX_COLUMNS, MAX_ROWS, NotATable
from server.imports.sheet import Cell, Sheet
from server.rules.asset_columns import unguarded
from server.rules.import_heads import HEAD_WITHIN

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = (",", "\t", ";", "|")
LONGEST_CELL = 32_767  # as in a spreadsheet
LOOKED_AT = 50  # lines, to tell the delimiter


def read(data: bytes) -> Sheet:
    text = _text(data)
    first, _, rest = text.partition("\n")
    told = first.strip().lower().removeprefix("sep=") if first.lower().startswith("sep=") else ""
    delimiter = told if told in _DELIMITERS else _delimiter(text)
    sheet = Sheet()
    reader = csv.reader((rest if told else text).splitlines(keepends=True), delimiter=delimiter)
    try:
        for row in reader:
            cells: list[Cell] = [_cell(cell) for cell in row[:MAX_COLUMNS]]
            sheet.add(reader.line_num + bool(told), cells)
            if len(sheet.rows) > MAX_ROWS + HEAD_WITHIN:
                raise NotATable(refused.TOO_MANY, limit=MAX_ROWS)
    except csv.Error as error:
        raise NotATable(refused.NO_TEXT) from error
    return sheet


def _cell(cell: str) -> str | None:
    """Without the mark that keeps a spreadsheet from computing a text."""
    return unguarded(cell[:LONGEST_CELL].strip()) or None


def _text(data: bytes) -> str:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return text
    raise NotATable(refused.NO_TEXT)


def _is_text(text: str) -> bool:
    """Bytes of a program or a photo have control characters everywhere; a table has none but line ends and tabs."""
    start = text[:10_000]
    strange = sum(1 for character in start if ord(character) < 32 and character not in "\t\r\n\x0b\x0c\x1a")
    private = sum(1 for character in start if 0xE000 <= ord(character) < 0xF900)
    return "\0" not in text and strange * 200 <= len(start) and private * 20 <= len(start)


def _delimiter(text: str) -> str:
    """The one that divides most lines into the same number of cells, and into more than one."""
    lines = [line for line in text.splitlines()[:LOOKED_AT] if line.strip()]
    best, most = ",", 0
    for delimiter in _DELIMITERS:
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if len(row) > 1)
        except csv.Error:
            continue
        if widths:
            width, count = max(widths.items(), key=lambda one: (one[1], one[0]))
            if count * width > most:
                best, most = delimiter, count * width
    return best
