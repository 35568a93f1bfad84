"""What a backup holds, said by itself: read before anything is restored, written last but for the folder's name."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from server.commands.refused import Refused

FORMAT = 1
FILE = "manifest.json"
READ_BYTES = 1 << 20
DatabaseKind = Literal["sqlite", "postgresql"]


@dataclass(frozen=True)
class TableCopy:
    """One table of a PostgreSQL copy: its columns in the order of the file, and how many rows."""

    name: str
    columns: list[str]
    rows: int


@dataclass(frozen=True)
class Manifest:
    """`numbers`: per device, up to which number all is contained. `missing_blobs`: named, yet not in the store."""

    made_at: str
    version: str
    database: DatabaseKind
    revision: str
    incarnation: str
    numbers: dict[str, int]
    blobs: list[str]
    missing_blobs: list[str] = field(default_factory=list)
    tables: list[TableCopy] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT

    def write(self, folder: Path) -> None:
        (folder / FILE).write_text(json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n", "utf-8")


def read_manifest(folder: Path) -> Manifest:
    try:
        said: dict[str, Any] = json.loads((folder / FILE).read_text("utf-8"))
        if said["format"] != FORMAT:
            raise Refused(f"{folder} was made by another version (format {said['format']}); this one reads {FORMAT}")
        tables = [TableCopy(**table) for table in said.pop("tables")]
        return Manifest(**said, tables=tables)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Refused(f"{folder} is not a whole backup: {error}") from error


def hashes_below(folder: Path) -> dict[str, str]:
    """SHA-256 of every file, by its path in the folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != FILE)
    return {path.relative_to(folder).as_posix(): file_hash(path) for path in files}


def file_hash(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(READ_BYTES):
            digest.update(piece)
    return digest.hexdigest()


def check_files(folder: Path, manifest: Manifest) -> None:
    """Every file is there and is what it was when the backup was completed."""
    found = hashes_below(folder)
    wrong = sorted(name for name in found.keys() | manifest.files.keys() if found.get(name) != manifest.files.get(name))
    if wrong:
        raise Refused(f"{folder} is damaged: {', '.join(wrong)} is not what was backed up")
