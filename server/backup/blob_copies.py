"""Photos in and out of a backup: named by what they are, so each is copied once and checked against its name."""

import errno
import os
import shutil
from pathlib import Path

from server.backup.manifest import file_hash
from server.blobs.durable import make_folder, move_into
from server.commands.refused import Refused

COPYING = ".copying"
NO_LINK = (errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP)


def copy_blobs(hashes: frozenset[str], source: Path, target: Path) -> list[str]:
    """Bring what is not there yet; name what the source does not have whole. Both folders are blobs/ab/abcd…"""
    return [sha256 for sha256 in sorted(hashes) if not _bring(sha256, source, target)]


def check_blobs(hashes: list[str], folder: Path) -> None:
    """Every one is there, whole."""
    wrong = [sha256 for sha256 in hashes if not _is_whole(place_of(folder, sha256), sha256)]
    if wrong:
        raise Refused(f"{len(wrong)} photos of the backup are missing or damaged: {', '.join(wrong[:5])} …")


def place_of(folder: Path, sha256: str) -> Path:
    return folder / sha256[:2] / sha256


def _bring(sha256: str, source: Path, target: Path) -> bool:
    """By hard link where that is possible (blobs never change), else by copy; either way only under its own hash."""
    there, here = place_of(source, sha256), place_of(target, sha256)
    if here.exists():
        return True
    if not _is_whole(there, sha256):
        return False
    copying = target / f"{COPYING}-{sha256}"
    make_folder(target)
    copying.unlink(missing_ok=True)
    _link_or_copy(there, copying)
    if file_hash(copying) != sha256:
        raise Refused(f"photo {sha256} was not copied whole")
    move_into(copying, here)
    return True


def _link_or_copy(there: Path, here: Path) -> None:
    try:
        os.link(there, here)
    except OSError as error:
        if error.errno not in NO_LINK:
            raise
        shutil.copyfile(there, here)
        with here.open("rb") as file:
            os.fsync(file.fileno())


def _is_whole(path: Path, sha256: str) -> bool:
    return path.is_file() and file_hash(path) == sha256
