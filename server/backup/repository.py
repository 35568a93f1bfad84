"""The folder of backups: what is complete, what is being written, and who writes now."""

import fcntl
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from server.backup.manifest import read_manifest
from server.blobs.durable import make_folder, sync_folder
from server.commands.refused import Refused

UNFINISHED = ".unfinished-"
BLOBS, LOCK, REREAD = "blobs", ".lock", ".reread"
MOMENT = "%Y-%m-%dT%H-%M-%S.%fZ"


class Busy(Refused):
    """Somebody else writes a backup there."""


class Repository:
    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def blobs(self) -> Path:
        return self.root / BLOBS

    @property
    def reread(self) -> Path:
        """Up to which photo the copies have been read again (blob_copies.in_rotation)."""
        return self.root / REREAD

    def complete(self) -> list[str]:
        """The names of the completed backups, oldest first: they are their moments."""
        if not self.root.is_dir():
            return []
        return sorted(path.name for path in self.root.iterdir() if path.is_dir() and _moment(path.name))

    def folder(self, name: str | None) -> Path:
        """The named backup, or the newest."""
        known = self.complete()
        if not known:
            raise Refused(f"there is no completed backup in {self.root}")
        if name is not None and name not in known:
            raise Refused(f"there is no backup {name} in {self.root}; there is: {', '.join(known)}")
        return self.root / (name or known[-1])

    @contextmanager
    def writing(self) -> Iterator[Path]:
        """A folder to write one backup in. One writer at a time; what died unfinished before is cleared away."""
        make_folder(self.root.absolute())
        with suppress(PermissionError):  # a share says by itself who may read it
            self.root.chmod(0o700)
        with (self.root / LOCK).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Busy(f"another backup is being written to {self.root}") from None
            for dead in self.root.glob(f"{UNFINISHED}*"):
                shutil.rmtree(dead)
            unfinished = self.root / f"{UNFINISHED}{secrets.token_hex(6)}"
            unfinished.mkdir(mode=0o700)
            try:
                yield unfinished
            finally:
                shutil.rmtree(unfinished, ignore_errors=True)

    def finish(self, unfinished: Path, moment: datetime) -> Path:
        """Everything durable first, then its name: from here on it is a backup."""
        for path in unfinished.rglob("*"):
            sync_folder(path) if path.is_dir() else _sync_file(path)
        sync_folder(unfinished)
        named = self.root / self._after_all(moment).strftime(MOMENT)
        unfinished.rename(named)
        sync_folder(self.root)
        return named

    def forget_older(self, keep: int) -> None:
        """Let only the newest backups stay, and the photos that these name. Each goes at once, never by halves."""
        with self.writing() as unfinished:
            known = self.complete()
            named = {sha256 for name in known[-keep:] for sha256 in read_manifest(self.root / name).blobs}
            for name in known[:-keep]:
                (self.root / name).rename(unfinished / name)
            for copy in self.blobs.glob("??/*"):
                if copy.name not in named:
                    copy.unlink()

    def newest(self) -> datetime | None:
        known = self.complete()
        return _moment(known[-1]) if known else None

    def _after_all(self, moment: datetime) -> datetime:
        """Names sort by age, also when the machine's clock was set back."""
        newest = self.newest()
        return moment if newest is None else max(moment, newest + timedelta(microseconds=1))


def _moment(name: str) -> datetime | None:
    """When the backup of this name was begun; None for whatever else lies in the folder."""
    try:
        return datetime.strptime(name, MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None


def _sync_file(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
