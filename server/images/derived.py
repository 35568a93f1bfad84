"""The copy of a picture in a size, made again where it is missing: it follows from the original by rule."""

from pathlib import Path

from flask import Flask

from server.blobs import store
from server.images.check import check_image
from server.images.sizes import derived_name


def derived_image(app: Flask, sha256: str, size: str) -> Path:
    """A local file; `FileNotFoundError` when not even the original is here."""
    blobs = store(app)
    try:
        return blobs.derived_path(sha256, derived_name(size))
    except FileNotFoundError:
        check_image(app, blobs, sha256)
        return blobs.derived_path(sha256, derived_name(size))
