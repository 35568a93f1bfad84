"""The blob store in a folder, durable by fsync of the file, rename, fsync of the folder (invariant I10)."""

import re
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from server.blobs.durable import make_folder, move_into
from server.blobs.incoming import Incoming
from server.blobs.interface import PartName
from server.failpoints import failpoint

COPY_BYTES = 1 << 20
SHA256 = re.compile(r"[0-9a-f]{64}")
SIMPLE_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*")


class FolderStore:
    """Content-addressed files below one folder. Any number of processes may share it."""

    def __init__(self, root: Path) -> None:
        self._blobs, self._parts, self._derived = root / "blob", root / "part", root / "derived"
        self._incoming = root / "incoming"
        for folder in (self._blobs, self._parts, self._derived, self._incoming):
            make_folder(folder)

    def receive(self) -> Incoming:
        return Incoming(self._incoming)

    def keep_blob(self, incoming: Incoming) -> str:
        sha256 = incoming.sha256
        incoming.make_durable()
        failpoint("blob_before_rename")
        move_into(incoming.path, self._blob(sha256))
        failpoint("blob_after_rename")
        return sha256

    def keep_part(self, incoming: Incoming, name: PartName) -> None:
        incoming.make_durable()
        move_into(incoming.path, self._part(name))

    def keep_derived(self, incoming: Incoming, sha256: str, name: str) -> None:
        incoming.make_durable()
        move_into(incoming.path, self._derivative(sha256, name))

    def put(self, content: bytes | BinaryIO) -> str:
        with self.receive() as incoming:
            if isinstance(content, bytes):
                incoming.write(content)
            else:
                shutil.copyfileobj(content, incoming, COPY_BYTES)
            return self.keep_blob(incoming)

    def open(self, sha256: str) -> BinaryIO:
        return self._blob(sha256).open("rb")

    def path(self, sha256: str) -> Path:
        return _present(self._blob(sha256))

    def exists(self, sha256: str) -> bool:
        return self._blob(sha256).exists()

    def derived_path(self, sha256: str, name: str) -> Path:
        return _present(self._derivative(sha256, name))

    def open_part(self, name: PartName) -> BinaryIO:
        return self._part(name).open("rb")

    def drop_parts(self, upload: str) -> None:
        shutil.rmtree(self._parts / _simple(upload), ignore_errors=True)

    def uploads_with_parts(self) -> list[str]:
        return sorted(folder.name for folder in self._parts.iterdir())

    def drop_strays(self, begun_before: datetime) -> None:
        for stray in self._incoming.iterdir():
            with suppress(FileNotFoundError):  # it may just become something, or go by itself
                if stray.stat().st_mtime < begun_before.timestamp():
                    stray.unlink()

    def _blob(self, sha256: str) -> Path:
        return self._blobs / _hash(sha256)[:2] / sha256

    def _derivative(self, sha256: str, name: str) -> Path:
        return self._derived / _hash(sha256)[:2] / sha256 / _simple(name)

    def _part(self, name: PartName) -> Path:
        return self._parts / _simple(name.upload) / f"{name.offset}-{name.generation}"


def _hash(text: str) -> str:
    """Let only a hash become a path: names come from phones."""
    if not SHA256.fullmatch(text):
        raise ValueError("not a SHA-256 in lower-case hex")
    return text


def _simple(text: str) -> str:
    if not SIMPLE_NAME.fullmatch(text):
        raise ValueError("not a simple name")
    return text


def _present(path: Path) -> Path:
    if not path.exists():
        raise FileNotFoundError(path.name)
    return path
