"""Photos in and out of a backup: named by what they are, so each is copied once and checked against its name."""

import errno
import math
import os
import shutil
from bisect import bisect_right
from pathlib import Path

from server.backup.manifest import file_hash
from server.blobs.durable import make_folder, move_into
from server.commands.refused import Refused

COPYING = ".copying"
ROTATION = 20  # after so many backups every copy was read again
NO_LINK = (errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP)


def copy_blobs(hashes: frozenset[str], source: Path, target: Path, recheck: frozenset[str] = frozenset()) -> list[str]:
    """Bring what is not there yet; name what neither has whole. Both folders are blobs/ab/abcd…

    Copies that are there are believed, but for those of `recheck`: they are read again, and brought again if damaged.
    """
    return [each for each in sorted(hashes) if not _bring(each, source, target, doubt=each in recheck)]


def in_rotation(hashes: frozenset[str], mark: Path) -> frozenset[str]:
    """The copies whose turn it is to be read again, going on where the last backup stopped: `mark` keeps the place."""
    copies = sorted(hashes)
    if not copies:
        return frozenset()
    last = mark.read_text("utf-8") if mark.is_file() else ""
    start = bisect_right(copies, last)
    many = math.ceil(len(copies) / ROTATION)
    turn = (copies[start:] + copies[:start])[:many]
    mark.write_text(turn[-1], "utf-8")
    return frozenset(turn)


def damaged(hashes: list[str], folders: list[Path]) -> list[str]:
    """Those that none of these folders holds whole."""
    return [each for each in hashes if not any(_is_whole(place_of(folder, each), each) for folder in folders)]


def place_of(folder: Path, sha256: str) -> Path:
    return folder / sha256[:2] / sha256


def _bring(sha256: str, source: Path, target: Path, *, doubt: bool) -> bool:
    """By hard link where that is possible (blobs never change), else by copy; either way only under its own hash."""
    there, here = place_of(source, sha256), place_of(target, sha256)
    if _is_whole(here, sha256) if doubt else here.exists():
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
