"""SQLite: its own online backup, in one read transaction, so that writers go on meanwhile."""

import os
import shutil
import sqlite3
from pathlib import Path

from sqlalchemy.engine import make_url

from server.blobs.durable import sync_folder
from server.commands.refused import Refused

FILE = "database.sqlite3"
SET_ASIDE = "before-restore"
RESTORING = ".restoring"


def file_of(url: str) -> Path:
    return Path(make_url(url).database or "")


def copy_out(url: str, folder: Path) -> Path:
    """Copy, make it one file without a log beside it, and let SQLite check every page and every reference."""
    source_file, copy_file = file_of(url), folder / FILE
    if not source_file.is_file():
        raise Refused(f"there is no database at {source_file}")
    source, copy = sqlite3.connect(source_file, timeout=60), sqlite3.connect(copy_file)
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        check(copy)
    finally:
        source.close()
        copy.close()
    return copy_file


def check(connection: sqlite3.Connection) -> None:
    (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
    dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
    if verdict != "ok" or dangling:
        raise Refused(f"the copy of the database is not sound: {verdict}, {len(dangling)} references lead nowhere")


def is_empty(url: str) -> bool:
    return not file_of(url).exists()


def set_aside(url: str, mark: str) -> str:
    """Rename the database that is there; nothing of it is deleted. Only its last user can close its log."""
    file = file_of(url)
    connection = sqlite3.connect(file, timeout=1)
    try:
        connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError:
        raise Refused(f"{file} is in use: stop the server first") from None
    finally:
        connection.close()
    aside = file.with_name(f"{file.name}.{SET_ASIDE}-{mark}")
    file.rename(aside)
    return str(aside)


def stage(folder: Path, place: Path) -> Path:
    """A copy beside the place where it is to be, under a name that no server opens."""
    staged = place.with_name(place.name + RESTORING)
    for name in _files_of(staged):
        name.unlink(missing_ok=True)
    shutil.copyfile(folder / FILE, staged)
    return staged


def name_at_last(staged: Path, place: Path) -> None:
    """One file, checked, durable; then its name."""
    connection = sqlite3.connect(staged)
    connection.execute("PRAGMA journal_mode=DELETE")
    check(connection)
    connection.close()
    with staged.open("rb") as file:
        os.fsync(file.fileno())
    staged.rename(place)
    sync_folder(place.parent)


def _files_of(database: Path) -> list[Path]:
    return [database.with_name(database.name + end) for end in ("", "-wal", "-shm", "-journal")]
