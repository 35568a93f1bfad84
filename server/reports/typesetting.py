"""Run one Typst template over data and pictures. Data is only ever JSON, never markup (hostile text stays text)."""

import json
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from server.reports.fonts import font_book
from server.reports.glyphs import breakable, printable

TEMPLATES = Path(__file__).parent / "typst"
# Names of files, addresses and hashes: copied to the letter, never broken.
VERBATIM = frozenset(("file", "marks", "image", "seal_image", "qr", "url", "hash", "previous", "short"))
# A PDF made twice from one record has to be the same bytes: no wall clock gets in.
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
# One press: a record of very many photos takes hundreds of megabytes, two at once would take twice that.
_PRESS = Lock()


def typeset(
    template: str,
    data: Mapping[str, Any],
    *,
    pictures: Mapping[str, bytes] | None = None,
    dated: datetime = UNDATED,
) -> bytes:
    """Return the PDF of `template` (a file of the typst folder) filled with `data`."""
    with tempfile.TemporaryDirectory(prefix="roundsman-print-") as name:
        root = Path(name)
        for source in TEMPLATES.glob("*.typ"):
            (root / source.name).write_bytes(source.read_bytes())
        (root / "pictures").mkdir()
        for picture, content in (pictures or {}).items():
            (root / "pictures" / picture).write_bytes(content)
        words = json.dumps(_printable(data), ensure_ascii=False)
        with _PRESS:
            return typst.compile(
                root / template,
                root=root,
                font_paths=font_book(),
                ignore_system_fonts=True,
                sys_inputs={"data": words},
                timestamp=dated.replace(microsecond=0),  # typst refuses parts of a second; seals have them
                pdf_standards=["a-2b"],
            )


def _printable(value: Any) -> Any:
    match value:
        case str():
            return breakable(printable(value))
        case Mapping():
            return {key: inner if key in VERBATIM else _printable(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_printable(inner) for inner in value]
    return value
