"""Photos and other bytes, named by their SHA-256."""

from typing import cast

from flask import Flask

from server.blobs.folder import FolderStore
from server.blobs.interface import Store
from server.config import Config

__all__ = ["Store", "store"]

_KEY = "blob_store"


def store(app: Flask) -> Store:
    """The store of this app, made on first use."""
    if _KEY not in app.extensions:
        config = cast(Config, app.config["ROUNDSMAN"])
        app.extensions[_KEY] = FolderStore(config.blob_dir)
    return cast(Store, app.extensions[_KEY])
