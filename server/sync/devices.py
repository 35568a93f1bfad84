"""Devices: who holds one, and the child that a fork makes."""

import base64
import secrets
from datetime import timedelta

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from server.database import reading, writing
from server.errors import SignInRequired
from server.models import Device
from server.models.person import KnownDevice
from server.models.types import instant_text, parse_instant
from server.prepared import Prepared

CONTACT_EVERY = timedelta(minutes=1)
_TABLE = Device.metadata.tables[Device.__tablename__]
_LOCKED = Prepared(select(_TABLE).where(_TABLE.c.id == bindparam("device")).with_for_update())
_NUMBERS = Prepared(
    update(_TABLE)
    .where(_TABLE.c.id == bindparam("device"))
    .values(last_n=bindparam("n"), schema=bindparam("spoken"), last_seen_at=bindparam("seen"))
)


def new_device(
    session: Session,
    person_id: str,
    now: str,
    *,
    parent_id: str | None = None,
    label: str | None = None,
    device_id: str | None = None,
) -> Device:
    """Give out a device id. A device made by a fork knows the one it came from."""
    device = Device(
        id=device_id or device_id_of(secrets.token_bytes(16)),
        person_id=person_id,
        parent_id=parent_id,
        label=label,
        last_n=0,
        created_at=now,
        last_seen_at=now,
    )
    session.add(device)
    session.flush()
    return device


def device_id_of(sixteen: bytes) -> str:
    """How 16 bytes, random or derived, are written as a device id."""
    return "d_" + base64.b32encode(sixteen).decode().rstrip("=").lower()


def lock_device(session: Session, device_id: str, person_id: str) -> KnownDevice:
    """Step 1 of the batch. A device of somebody else, or one that nobody knows, has to sign in again."""
    found: list[KnownDevice] = _LOCKED.rows(session, device=device_id)
    if not found or found[0].person_id != person_id:
        raise SignInRequired
    return found[0]


def note_numbers(session: Session, device: KnownDevice, last_n: int, schema: int, now: str) -> None:
    """Step 6 of the batch: how far the device is, which schema it speaks, and that it was here."""
    _NUMBERS.run(session, [{"device": device.id, "n": last_n, "spoken": schema, "seen": now}])


def note_contact(device_id: str, now: str) -> None:
    """Remember that the device finished a sync; once a minute, so that a pull seldom writes."""
    last_minute = instant_text(parse_instant(now) - CONTACT_EVERY)
    with reading() as session:
        last_seen = session.scalars(select(Device.last_seen_at).where(Device.id == device_id)).one()
    if last_seen is not None and last_seen > last_minute:
        return
    with writing() as session:
        session.execute(update(Device).where(Device.id == device_id).values(last_seen_at=now))
