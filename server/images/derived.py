"""The copy of a picture in a size, made again where it is missing: it follows from the original by rule."""

from pathlib import Path

from server.blobs import Store
from server.images.check import check_image
from server.images.sizes import derived_name


def derived_image(store: Store, sha256: str, size: str, *, max_pixels: int) -> Path:
    """A local file; `FileNotFoundError` when not even the original is here."""
    try:
        return store.derived_path(sha256, derived_name(size))
    except FileNotFoundError:
        check_image(store, sha256, max_pixels=max_pixels)
        return store.derived_path(sha256, derived_name(size))
