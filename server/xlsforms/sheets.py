"""The sheets of an XLSForm as rows of cells, read by pyxform: .xlsx, .xls and its one-file .csv."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from pyxform import aliases
from pyxform.errors import PyXFormError
from pyxform.parsing.sheet_headers import process_header
from pyxform.question import MultipleChoiceQuestion, Option
from pyxform.survey import Survey
from pyxform.xls2json_backends import DefinitionData, get_xlsform

logger = logging.getLogger(__name__)

MAX_FILE_BYTES = 5 * 1024 * 1024
MAX_UNPACKED_BYTES = 20 * 1024 * 1024
MAX_ROWS = 3_000
MAX_CELL_CHARACTERS = 10_000

Path = tuple[str, ...]
_ALIASES = {"survey": aliases.survey_header, "choices": aliases.list_header, "settings": aliases.settings_header}
_COLUMNS = {
    "survey": set(MultipleChoiceQuestion.get_slot_names()),
    "choices": set(Option.get_slot_names()),
    "settings": set(Survey.get_slot_names()),
}


class NotAnXlsForm(Exception):
    """The file cannot be read as an XLSForm at all; `reason` says why."""

    def __init__(self, reason: str, **details: Any) -> None:
        super().__init__(reason)
        self.reason, self.details = reason, details


@dataclass(frozen=True)
class Row:
    """Cells by the path of their head: `label::English (en)` is ("label", "English (en)"). Empty ones are not there."""

    number: int
    cells: Mapping[Path, str]

    def get(self, *path: str) -> str:
        return self.cells.get(path, "")


@dataclass(frozen=True)
class Sheet:
    """`heads`: what stands over each column."""

    heads: Mapping[Path, str] = field(default_factory=dict)
    rows: Sequence[Row] = ()


@dataclass(frozen=True)
class Sheets:
    survey: Sheet
    choices: Sheet
    settings: Row


def read_sheets(data: bytes) -> Sheets:
    """Read the file; raises `NotAnXlsForm`."""
    if not data:
        raise NotAnXlsForm("empty_file")
    book = _book(data)
    survey = _sheet("survey", book.survey, book.survey_header)
    if ("type",) not in survey.heads:
        raise NotAnXlsForm("no_survey_sheet", sheets=", ".join(book.sheet_names or ())[:200])
    settings = _sheet("settings", book.settings, book.settings_header).rows
    first = settings[0] if settings else Row(2, {})
    return Sheets(survey, _sheet("choices", book.choices, book.choices_header), first)


def _book(data: bytes) -> DefinitionData:
    kind = _kind_of(data)
    if kind == ".csv":
        data = _as_utf8(data)
    try:
        return get_xlsform(data, file_type=kind)
    except PyXFormError as why:
        raise NotAnXlsForm("unreadable", said=str(why)[:300]) from why
    except Exception as why:  # the readers behind pyxform raise whatever a damaged file makes of them
        logger.info("not read as an XLSForm (%s): %s", kind, type(why).__name__)
        raise NotAnXlsForm("unreadable") from why


def _kind_of(data: bytes) -> str:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return ".xls"
    if not data.startswith(b"PK"):
        return ".csv"
    try:
        with ZipFile(BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except BadZipFile:
        raise NotAnXlsForm("unreadable") from None
    if size > MAX_UNPACKED_BYTES:
        raise NotAnXlsForm("too_large", limit=MAX_UNPACKED_BYTES // 1024 // 1024)
    return ".xlsx"


def _as_utf8(data: bytes) -> bytes:
    """A CSV that a Chinese Excel wrote is GB 18030."""
    if b"\x00" in data[:4096]:
        raise NotAnXlsForm("unreadable")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding).encode()
        except UnicodeDecodeError:
            continue
    raise NotAnXlsForm("unreadable")


def _sheet(name: str, rows: Sequence[Mapping[str, Any]] | None, heads: Sequence[Mapping[str, Any]] | None) -> Sheet:
    given = list(heads[0]) if heads else list(dict.fromkeys(head for row in rows or () for head in row))
    double = any("::" in head for head in given)
    paths = {head: _path(name, head, double) for head in given if head}
    if rows and len(rows) > MAX_ROWS:
        raise NotAnXlsForm("too_many_rows", limit=MAX_ROWS)
    read = [Row(number, _cells(row, paths)) for number, row in enumerate(rows or (), start=2)]
    return Sheet({path: head for head, path in reversed(paths.items())}, read)


def _path(sheet: str, head: str, double: bool) -> Path:
    _, path = process_header(head, double, _ALIASES[sheet], _COLUMNS[sheet])
    return tuple(path)


def _cells(row: Mapping[str, Any], paths: Mapping[str, Path]) -> dict[Path, str]:
    """Of two columns for the same thing the first one counts that says something."""
    cells: dict[Path, str] = {}
    for head, path in paths.items():
        text = str(row.get(head) or "").strip()[:MAX_CELL_CHARACTERS]
        if text and path not in cells:
            cells[path] = text
    return cells
