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

# 55 mm at 300 dots per inch, and a little more for the eye that zooms in.
PRINT_EDGE_PX: Final = 900
PRINT_QUALITY: Final = 80
NAME: Final = "print.jpg"


def print_copy(app: Flask, sha256: str) -> bytes | None:
    """Return the copy for paper, or None when the bytes are not to be had: the record then names the photo."""
    shelf = store(app)
    try:
        return shelf.derived_path(sha256, NAME).read_bytes()
    except FileNotFoundError:
        checked = _checked_copy(shelf, sha256)
    shrunk = None if checked is None else shrink(checked)
    if shrunk is not None:
        _keep(shelf, sha256, shrunk)
    return shrunk


def shrink(picture: bytes) -> bytes | None:
    """Reduce a picture to what paper shows; None when it cannot be decoded."""
    try:
        with Image.open(io.BytesIO(picture), formats=("JPEG", "PNG", "WEBP")) as image:
            image.draft("RGB", (PRINT_EDGE_PX, PRINT_EDGE_PX))
            copy = image.convert("RGB")
            copy.thumbnail((PRINT_EDGE_PX, PRINT_EDGE_PX))
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


def _keep(shelf: Store, sha256: str, copy: bytes) -> None:
    """Spare the next print the work; a full disk must not keep this one from coming out."""
    try:
        with shelf.receive() as incoming:
            incoming.write(copy)
            shelf.keep_derived(incoming, sha256, NAME)
    except OSError as error:
        log.info("the print copy of a photo could not be kept: %s", error)
