"""Devices: who holds one, and the child that a fork makes."""

import base64
import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

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


def note_contact(device_id: str, now: str, unsent: Mapping[str, Any] | None = None) -> None:
    """Remember that the device finished a sync, and what it says it still holds (an app that says nothing: unknown).

    Once a minute, so that a pull seldom writes; at once where what it holds has changed.
    """
    said = _said(unsent, now)
    with reading() as session:
        asked = select(Device.last_seen_at, *(getattr(Device, name) for name in said)).where(Device.id == device_id)
        known = session.execute(asked).one()
    last_minute = instant_text(parse_instant(now) - CONTACT_EVERY)
    is_same = all(getattr(known, name) == value for name, value in said.items())
    if is_same and known.last_seen_at is not None and known.last_seen_at > last_minute:
        return
    with writing() as session:
        session.execute(update(Device).where(Device.id == device_id).values(last_seen_at=now, **said))


def _said(unsent: Mapping[str, Any] | None, now: str) -> dict[str, Any]:
    """A moment that is none, or lies ahead of us, counts as now: a phone's clock may be anywhere."""
    if unsent is None:
        return {"unsent_operations": None, "unsent_photos": None, "unsent_since": None}
    holds = unsent["operations"] + unsent["photos"] > 0
    since = _moment(unsent["since"]) or now
    kept = min(since, now) if holds else None
    return {"unsent_operations": unsent["operations"], "unsent_photos": unsent["photos"], "unsent_since": kept}


def _moment(text: str | None) -> str | None:
    try:
        return instant_text(parse_instant(text)) if text else None
    except (ValueError, OverflowError):
        return None
