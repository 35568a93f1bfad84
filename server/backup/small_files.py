"""The data folder's small files that a restored server needs: what it signs with and what phones trust."""

import shutil
from pathlib import Path

FOLDER = "data"
FILES = ("tag_origin", "receipt_key", "chain_anchors.jsonl", "notifications_sent.jsonl")
FOLDERS = ("tls",)


def copy_out(data_dir: Path, folder: Path) -> None:
    target = folder / FOLDER
    target.mkdir(mode=0o700)
    for name in FILES:
        if (data_dir / name).is_file():
            shutil.copy2(data_dir / name, target / name)
    for name in FOLDERS:
        if (data_dir / name).is_dir():
            shutil.copytree(data_dir / name, target / name)


def copy_in(folder: Path, data_dir: Path) -> None:
    """What is there already stays: it is newer, and a key is never changed by a restore."""
    for path in sorted((folder / FOLDER).rglob("*")):
        place = data_dir / path.relative_to(folder / FOLDER)
        if path.is_dir():
            place.mkdir(mode=0o700, exist_ok=True)
        elif not place.exists():
            shutil.copy2(path, place)
