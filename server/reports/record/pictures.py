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

# A photo by its hash, as a JPEG in the size for paper; None when it is not to be had.
ReadPrint = Callable[[str], bytes | None]
# A blob in one of these states is not ours to open.
UNVERIFIED = {"expected", "received", "refused", "lost"}


@dataclass
class Pictures:
    """Collects the files of one record by name; the templates only ever see names."""

    read_print: ReadPrint
    files: dict[str, bytes] = field(default_factory=dict)

    def add_photo(self, photo: Fields, language: Language) -> dict[str, Any]:
        """Return what the template needs to print this photo, or why it cannot be printed."""
        printed = None if photo["blob_state"] in UNVERIFIED else self._printable(photo["hash"])
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

    def add_seal(self, copy: Fields, photos: Mapping[str, Fields], language: Language) -> dict[str, str | None]:
        """The photo of the client's seal, or why it is not here; nothing where none was taken."""
        photo = photos.get(copy["seal_photo_id"] or "")
        if photo is None:
            return {"seal_image": None, "seal_missing": None}
        printed = None if photo["blob_state"] in UNVERIFIED else self._printable(photo["hash"])
        if printed is None:
            return {"seal_image": None, "seal_missing": _why_missing(photo, language)}
        return {"seal_image": printed[0], "seal_missing": None}

    def _printable(self, content_hash: str) -> tuple[str, float] | None:
        """The name of the photo's file, and its width by its height."""
        name = f"photo-{content_hash}.jpg"
        if name not in self.files:
            copy = self.read_print(content_hash)
            if copy is None:
                return None
            self.files[name] = copy
        with Image.open(io.BytesIO(self.files[name])) as image:
            return name, image.width / image.height


def _why_missing(photo: Fields, language: Language) -> str:
    state = photo["blob_state"]
    reason = word(f"photo_{state}" if state in UNVERIFIED else "photo_unreadable", language)
    return f"{reason}: {photo['blob_reason']}" if photo["blob_reason"] else reason
