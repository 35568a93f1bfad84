"""What a blob store must do. Bytes are named by their SHA-256; nothing else is known about them here.

Three kinds of object, each with its own name space:
  blob      {sha256}                     whole, immutable, checked against its name
  part      {upload}/{offset}-{generation}   one stretch of an unfinished upload
  derived   {sha256}/{name}              made from a blob by rule; may be made again at any time
"""

from datetime import datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from server.blobs.incoming import Incoming


class PartName(NamedTuple):
    """One accepted stretch. The generation keeps two requests at one offset from sharing an object."""

    upload: str
    offset: int
    generation: int


class Store(Protocol):
    def receive(self) -> Incoming:
        """Begin to write bytes that are not yet anything."""

    def keep_blob(self, incoming: Incoming) -> str:
        """Make what came durable under its own hash; return the hash.

        The same bytes already here are replaced by themselves, which also heals a damaged file.
        """

    def keep_part(self, incoming: Incoming, name: PartName) -> None:
        """Make what came durable as a part."""

    def keep_derived(self, incoming: Incoming, sha256: str, name: str) -> None: ...

    def put(self, content: bytes | BinaryIO) -> str:
        """Store a whole blob that is already here (demo data, rendered pages); return its hash."""

    def open(self, sha256: str) -> BinaryIO:
        """Open a blob for reading; `FileNotFoundError` when it is not here."""

    def path(self, sha256: str) -> Path:
        """Name a local file that holds the blob; `FileNotFoundError` when it is not here."""

    def exists(self, sha256: str) -> bool: ...

    def derived_path(self, sha256: str, name: str) -> Path:
        """Name a local file that holds what was derived; `FileNotFoundError` when it was not yet made."""

    def open_part(self, name: PartName) -> BinaryIO: ...

    def drop_parts(self, upload: str) -> None:
        """Forget every part of an upload, strays of interrupted requests among them."""

    def uploads_with_parts(self) -> list[str]:
        """Name the uploads that have parts here, whoever forgot them."""

    def drop_strays(self, begun_before: datetime) -> None:
        """Forget what began to come in before that moment and never became anything: its process died."""
