"""The copy of a photo in the size for paper: made once from its checked copy, kept beside it.

The bytes that a phone sent are never decoded here; the limited process has done that when the photo was verified.
"""

import io
import logging
from typing import Final

from flask import Flask
from PIL import Image

from server.blobs import Store, store
from server.config import current_config
from server.images import CheckFailed, derived_image

log = logging.getLogger(__name__)

PRINT_QUALITY: Final = 80
# A photo is 55 mm wide on paper: 900 dots are more than 300 an inch, 420 still 190. All photos of a record are held
# decoded while it is typeset, so a record of very many gets coarser ones instead of all the memory.
EDGE_PX_UP_TO: Final = ((60, 900), (250, 640))
COARSEST_EDGE_PX: Final = 420


def print_edge(photos: int) -> int:
    """Return the longer edge, in pixels, of each photo on a record of so many."""
    return next((edge for most, edge in EDGE_PX_UP_TO if photos <= most), COARSEST_EDGE_PX)


def print_copy(app: Flask, edge: int, sha256: str) -> bytes | None:
    """Return the copy for paper, or None when the bytes are not to be had: the record then names the photo."""
    shelf, name = store(app), f"print-{edge}.jpg"
    try:
        return shelf.derived_path(sha256, name).read_bytes()
    except FileNotFoundError:
        checked = _checked_copy(shelf, sha256)
    shrunk = None if checked is None else shrink(checked, edge)
    if shrunk is not None:
        _keep(shelf, sha256, name, shrunk)
    return shrunk


def shrink(picture: bytes, edge: int) -> bytes | None:
    """Reduce a picture to this edge; None when it cannot be decoded."""
    try:
        with Image.open(io.BytesIO(picture), formats=("JPEG", "PNG", "WEBP")) as image:
            image.draft("RGB", (edge, edge))
            copy = image.convert("RGB")
            copy.thumbnail((edge, edge))
            buffer = io.BytesIO()
            copy.save(buffer, "JPEG", quality=PRINT_QUALITY)
            return buffer.getvalue()
    except (OSError, ValueError, Image.DecompressionBombError):
        return None


def _checked_copy(shelf: Store, sha256: str) -> bytes | None:
    try:
        return derived_image(shelf, sha256, "large", max_pixels=current_config().max_photo_pixels).read_bytes()
    except (FileNotFoundError, CheckFailed):
        return None


def _keep(shelf: Store, sha256: str, name: str, copy: bytes) -> None:
    """Spare the next print the work; a full disk must not keep this one from coming out."""
    try:
        with shelf.receive() as incoming:
            incoming.write(copy)
            shelf.keep_derived(incoming, sha256, name)
    except OSError as error:
        log.info("the print copy of a photo could not be kept: %s", error)
