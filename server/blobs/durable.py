"""Folders whose entries survive a power cut: a rename is only as durable as the folder that holds it."""

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder and its missing parents, each of them durable before it is used."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def move_into(source: Path, target: Path) -> None:
    """Give a finished file its name. Both lie in the same store, so this is one atomic step."""
    make_folder(target.parent)
    source.rename(target)
    sync_folder(target.parent)
