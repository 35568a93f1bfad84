"""Takes a rescue file in: operations by the ordinary push, photos as if their author had uploaded them.

1 a device of its own for the file, child of the phone it comes from (revoked with it) ─ 2 operations, in the order of
the phone, as pushes of that device ─ 3 photos, each proven by its hash. Stopping anywhere leaves what was taken so
far; handing the same file in again goes on from there.
"""

import hashlib
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Final

from flask import current_app
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from server.blobs import custody, store
from server.blobs.incoming import Incoming
from server.config import current_config
from server.database import reading, writing
from server.errors import InvalidInput, Unavailable
from server.models import Device, Person
from server.problems import FULL
from server.rescue.opened import CHANGED, DAMAGED, RescueFile
from server.sync.batch import Answered
from server.sync.checked import Checked, check_operation
from server.sync.devices import device_id_of, new_device
from server.sync.push import push
from server.sync.receipts import read_receipt
from server.sync.tus.finish import bring_in
from server.sync.upconversion import SCHEMA_VERSION
from server.sync.wire import MAX_OPERATIONS

READ_BYTES: Final = 256 * 1024
LABEL: Final = "救援文件 rescue"
LONGEST_LABEL: Final = 120
LATER_SECONDS: Final = 5


@dataclass
class Taken:
    """What became of a file. `photos` counts taken, known, damaged and missing ones."""

    person: Person
    answers: list[Answered] = field(default_factory=list)
    photos: Counter[str] = field(default_factory=Counter)


def take_in(file: RescueFile, carrier: str, moment: str) -> Taken:
    """Take everything in; `carrier` is the person who handed it in, noted with the file's device."""
    taken = Taken(_author(file))
    device_id = _device_of(file, carrier, moment)
    _take_operations(file, device_id, moment, taken)
    for sha256, size in file.photos.items():
        taken.photos[_take_photo(file, sha256, size)] += 1
    return taken


def _author(file: RescueFile) -> Person:
    with reading() as session:
        person = session.get(Person, file.person_id)
    if person is None:  # a restore may have lost the person; the seal alone makes nobody
        raise InvalidInput(CHANGED, reason="rescue_file_unknown_person")
    return person


def _device_of(file: RescueFile, carrier: str, moment: str) -> str:
    """The same file has the same device whenever it comes."""
    device_id = device_id_of(hashlib.sha256(f"rescue {file.seal}".encode()).digest()[:16])
    label = f"{LABEL} · {carrier}"[:LONGEST_LABEL]
    with suppress(IntegrityError), writing() as session:  # another request with the same file was faster
        if session.get(Device, device_id) is None:
            parent = _phone(session, file)
            new_device(session, file.person_id, moment, parent_id=parent, label=label, device_id=device_id)
    return device_id


def _phone(session: Session, file: RescueFile) -> str | None:
    device = session.get(Device, file.device_id)
    return device.id if device is not None and device.person_id == file.person_id else None


def _take_operations(file: RescueFile, device_id: str, moment: str, taken: Taken) -> None:
    checked = [_checked(file.person_id, operation, n, moment) for n, operation in enumerate(file.operations, start=1)]
    for start in range(0, len(checked), MAX_OPERATIONS):
        batch = checked[start : start + MAX_OPERATIONS]
        pushed = push(file.person_id, device_id, batch, SCHEMA_VERSION, moment)
        taken.answers += pushed.answers
        if pushed.stop is not None:  # the rest is never passed over in silence; handed in again, it goes on
            raise Unavailable(retry_after_seconds=LATER_SECONDS)


def _checked(person_id: str, operation: dict[str, object], n: int, moment: str) -> Checked:
    body, schema = operation["body"], operation["schema"]
    assert isinstance(body, dict) and isinstance(schema, int)
    checked = check_operation({**body, "n": n}, schema, moment)
    return replace(checked, receipt=read_receipt(operation["receipt"], checked.op, checked.body_hash, person_id))


def _take_photo(file: RescueFile, sha256: str, size: int) -> str:
    with reading() as session:
        if custody.blob_of(session, sha256, file.person_id) is not None:
            return "known"
    if size > current_config().max_photo_bytes:
        return "damaged"
    if not file.has_photo(sha256):
        return "missing"
    blobs = store(current_app)
    with blobs.receive() as incoming:
        _copy(file, sha256, incoming, size)
        if not _is(incoming, sha256, size):
            return "damaged"
        blobs.keep_blob(incoming)
    with writing() as session:
        bring_in(session, sha256, person_id=file.person_id, size=size)
    return "taken"


def _copy(file: RescueFile, sha256: str, incoming: Incoming, size: int) -> None:
    """As much as can be read; what came is judged by its hash. Our own full disk is no damage of the file."""
    try:
        with file.photo(sha256) as source:
            while incoming.size <= size and (data := source.read(READ_BYTES)):
                incoming.write(data)
    except DAMAGED as error:
        if isinstance(error, OSError) and error.errno in FULL:
            raise


def _is(incoming: Incoming, sha256: str, size: int) -> bool:
    return incoming.size == size and incoming.sha256 == sha256
