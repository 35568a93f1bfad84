"""What a snapshot of the database says about itself: its history, its devices, the photos that it names."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select, text

from server.models import Blob, Device, DeviceNumber, DocBlob, Installation, Photo

HASHES_AT_ONCE = 500  # databases limit how many values one question names
AWAITED = ("expected", "received")


@dataclass(frozen=True)
class Contents:
    """`numbers`: per device, the last number before the first one whose photo is still awaited."""

    revision: str
    incarnation: str
    numbers: dict[str, int]
    blobs: frozenset[str]


def read_contents(connection: Connection) -> Contents:
    devices = {row.id: row.last_n for row in connection.execute(select(Device.id, Device.last_n))}
    awaited = first_numbers(connection, Photo.blob_state.in_(AWAITED) & Photo.withdrawn_at.is_(None))
    named = {*connection.scalars(select(Blob.hash)), *connection.scalars(select(DocBlob.hash))}
    return Contents(
        revision=connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one(),
        incarnation=connection.scalars(select(Installation.incarnation)).one(),
        numbers=lowered(devices, awaited),
        blobs=frozenset(named),
    )


def numbers_of_photos(connection: Connection, hashes: Collection[str]) -> dict[str, int]:
    """Per device, the first number whose photo has one of these hashes."""
    first: dict[str, int] = {}
    wanted = sorted(hashes)
    for start in range(0, len(wanted), HASHES_AT_ONCE):
        some = Photo.hash.in_(wanted[start : start + HASHES_AT_ONCE])
        for device, n in first_numbers(connection, some).items():
            first[device] = min(n, first.get(device, n))
    return first


def first_numbers(connection: Connection, photos: ColumnElement[bool]) -> dict[str, int]:
    """Per device, the first number that is such a photo's."""
    first = select(DeviceNumber.device_id, func.min(DeviceNumber.n).label("n"))
    rows = connection.execute(
        first.join(Photo, Photo.id == DeviceNumber.op_id).where(photos).group_by(DeviceNumber.device_id)
    )
    return {row.device_id: row.n for row in rows}


def lowered(numbers: dict[str, int], first_missing: dict[str, int]) -> dict[str, int]:
    """What is contained without a gap ends before the first number whose bytes are not."""
    return {device: min(n, first_missing.get(device, n + 1) - 1) for device, n in numbers.items()}
