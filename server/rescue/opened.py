"""Opens a rescue file: nothing in it is believed before the seal has been compared."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from marshmallow import ValidationError

from server.errors import InvalidInput
from server.language import Sentence
from server.rescue.manifest import FORMAT, MANIFEST, PHOTOS, SEAL, ManifestSchema, RescuedBody
from server.rescue.seal import is_sealed
from server.sync.bodies import read_strictly
from server.sync.upconversion import SCHEMA_VERSION

MAX_MANIFEST_BYTES: Final = 64 * 1024 * 1024
MAX_SEAL_BYTES: Final = 200

# What the zip reader says of bytes that are not as they were written, encrypted or packed in ways nobody asked for.
DAMAGED: Final = (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, zlib.error)

NOT_ONE = Sentence(
    "这不是巡检通的救援文件，或文件不完整。请让同事在手机上重新存一份。",
    "This is no rescue file of Roundsman, or a part of it is missing. Please save it once more on the phone.",
)
CHANGED = Sentence(
    "救援文件与存它的手机对不上（被改动或损坏），没有收。原内容还在那台手机里，请重新存一份。",
    "This file is not as the phone saved it (changed or damaged) and was not taken. The work is still on that phone: "
    "please save it once more.",
)
TOO_NEW = Sentence(
    "这份救援文件由更新的版本保存，服务器还读不懂。请更新服务器后再交；文件请留好。",
    "A newer version saved this file; the server cannot read it yet. Keep the file and hand it in after an update.",
)


@dataclass(frozen=True)
class RescueFile:
    """A file whose seal is right. Photos are read one by one; they prove themselves by their hash."""

    person_id: str
    device_id: str
    made_at: str
    seal: str
    operations: list[dict[str, Any]]
    photos: dict[str, int]
    _archive: zipfile.ZipFile

    def has_photo(self, sha256: str) -> bool:
        return PHOTOS + sha256 in self._archive.namelist()

    def photo(self, sha256: str) -> IO[bytes]:
        """The bytes of one photo. Raises one of `DAMAGED`, here or while they are read."""
        return self._archive.open(_stored(self._archive, PHOTOS + sha256))


@contextmanager
def open_rescue(path: Path) -> Iterator[RescueFile]:
    """Open one. Raises InvalidInput with a sentence for the person who hands it in."""
    try:
        archive = zipfile.ZipFile(path)
    except DAMAGED:
        raise InvalidInput(NOT_ONE, reason="not_a_rescue_file") from None
    with archive:
        yield _read(archive)


def _read(archive: zipfile.ZipFile) -> RescueFile:
    try:
        raw = _bytes(archive, MANIFEST, MAX_MANIFEST_BYTES)
        seal = _bytes(archive, SEAL, MAX_SEAL_BYTES)
        said = read_strictly(raw)
        if not isinstance(said, dict):
            raise ValueError("no object")
    except (KeyError, RecursionError, *DAMAGED):
        raise InvalidInput(NOT_ONE, reason="not_a_rescue_file") from None
    if str(said.get("format", "")).startswith("roundsman-rescue/") and said["format"] != FORMAT:
        raise InvalidInput(TOO_NEW, reason="rescue_file_too_new")
    manifest = _load(said)
    if any(operation["schema"] > SCHEMA_VERSION for operation in manifest["operations"]):
        raise InvalidInput(TOO_NEW, reason="rescue_file_too_new")
    person, device = manifest["person"], manifest["device"]
    if not is_sealed(raw, seal, device_id=device, person_id=person):
        raise InvalidInput(CHANGED, reason="rescue_file_changed")
    photos = {photo["hash"]: photo["bytes"] for photo in manifest["photos"]}
    return RescueFile(
        person, device, manifest["made_at"], seal.decode().strip(), manifest["operations"], photos, archive
    )


def _load(said: dict[str, Any]) -> dict[str, Any]:
    try:
        manifest = dict(ManifestSchema().load(said))
        for operation in manifest["operations"]:
            RescuedBody().load(operation["body"])
        return manifest
    except ValidationError:
        raise InvalidInput(NOT_ONE, reason="not_a_rescue_file") from None


def _bytes(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    entry = _stored(archive, name)
    if entry.file_size > limit:
        raise ValueError("longer than any phone writes it")
    return archive.read(entry)


def _stored(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    """Phones store without packing; what is packed could unfold without end."""
    entry = archive.getinfo(name)
    if entry.compress_type != zipfile.ZIP_STORED or entry.flag_bits & 0x1:
        raise ValueError("packed or encrypted")
    return entry
