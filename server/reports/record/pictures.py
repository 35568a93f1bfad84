"""The pictures of a record: photos, what was drawn on them, signatures. What cannot be had is named, not left out."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PIL import Image

from server.reports.record.marks import mark_texts, marks_svg
from server.reports.record.strokes import signature_svg
from server.reports.words import Language, word
from server.rules.documents import Fields

ReadBlob = Callable[[str], bytes | None]
# 55 mm at 300 dots per inch, and a little more for the eye that zooms in.
PRINT_EDGE_PX = 900
PRINT_QUALITY = 80
# A blob in one of these states is not ours to open.
UNVERIFIED = {"expected", "received", "refused", "lost"}


@dataclass
class Pictures:
    """Collects the files of one record by name; the templates only ever see names."""

    read_blob: ReadBlob
    files: dict[str, bytes] = field(default_factory=dict)

    def add_photo(self, photo: Fields, language: Language) -> dict[str, Any]:
        """Return what the template needs to print this photo, or why it cannot be printed."""
        printed = None if photo["blob_state"] in UNVERIFIED else self._shrunk(photo["hash"])
        if printed is None:
            return {"file": None, "marks": None, "texts": [], "ratio": 1.5, "missing": _why_missing(photo, language)}
        name, ratio = printed
        overlay = marks_svg(photo["markup"], ratio)
        if overlay is not None:
            self.files[f"marks-{photo['id']}.svg"] = overlay
        return {
            "file": name,
            "marks": f"marks-{photo['id']}.svg" if overlay else None,
            "texts": mark_texts(photo["markup"]),
            "ratio": ratio,
            "missing": None,
        }

    def add_signature(self, copy: Fields) -> str | None:
        drawing = signature_svg(copy["strokes"])
        if drawing is None:
            return None
        name = f"signature-{copy['id']}.svg"
        self.files[name] = drawing
        return name

    def add_seal(self, copy: Fields, photos: Mapping[str, Fields]) -> str | None:
        photo = photos.get(copy["seal_photo_id"] or "")
        if photo is None or photo["blob_state"] in UNVERIFIED:
            return None
        printed = self._shrunk(photo["hash"])
        return None if printed is None else printed[0]

    def _shrunk(self, content_hash: str) -> tuple[str, float] | None:
        name = f"photo-{content_hash}.jpg"
        if name not in self.files:
            blob = self.read_blob(content_hash)
            shrunk = None if blob is None else shrink(blob)
            if shrunk is None:
                return None
            self.files[name] = shrunk
        with Image.open(io.BytesIO(self.files[name])) as image:
            return name, image.width / image.height


def shrink(blob: bytes) -> bytes | None:
    """Re-encode a verified photo for print; None when it cannot be decoded."""
    try:
        with Image.open(io.BytesIO(blob), formats=("JPEG", "PNG", "WEBP")) as image:
            image.draft("RGB", (PRINT_EDGE_PX, PRINT_EDGE_PX))
            picture = image.convert("RGB")
            picture.thumbnail((PRINT_EDGE_PX, PRINT_EDGE_PX))
            buffer = io.BytesIO()
            picture.save(buffer, "JPEG", quality=PRINT_QUALITY)
            return buffer.getvalue()
    except (OSError, ValueError, Image.DecompressionBombError):
        return None


def _why_missing(photo: Fields, language: Language) -> str:
    state = photo["blob_state"]
    reason = word(f"photo_{state}" if state in UNVERIFIED else "photo_unreadable", language)
    return f"{reason}: {photo['blob_reason']}" if photo["blob_reason"] else reason
