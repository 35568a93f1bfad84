"""Bytes on their way in: written and hashed as they come, in a file that nobody else can name."""

import hashlib
import os
import secrets
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self


class Incoming:
    """A new file. Leaving the `with` block throws it away unless the store took it over.

    The hash is of what was written here, never of what the phone says it sent.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / secrets.token_hex(16)
        self.size = 0
        self._hash = hashlib.sha256()
        self._file = self.path.open("xb")

    def write(self, data: bytes) -> None:
        self._file.write(data)
        self._hash.update(data)
        self.size += len(data)

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def reopen(self) -> BinaryIO:
        """Read back what was written so far."""
        self._file.flush()
        return self.path.open("rb")

    def make_durable(self) -> None:
        """Return once the bytes, not only their name, would survive a power cut."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):  # on a full disk even closing fails, and the name has to go all the same
            self._file.close()
        self.path.unlink(missing_ok=True)
