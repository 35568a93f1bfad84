"""On which devices a person is signed in, and when each was heard of last."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.models import Device, PersonSession
from server.models.types import instant_text
from server.signed_in import SignedIn


@dataclass(frozen=True)
class DeviceInUse:
    id: str
    label: str | None
    signed_in_at: str
    last_seen_at: str
    is_this: bool


def signed_in_devices(session: Session, who: SignedIn, moment: datetime) -> list[DeviceInUse]:
    """This one first, then the one seen last."""
    mine = {row.id: row for row in session.scalars(select(Device).where(Device.person_id == who.person_id))}
    live = (PersonSession.person_id == who.person_id, PersonSession.expires_at > instant_text(moment))
    signed_in_at: dict[str, str] = {}
    for row in session.scalars(select(PersonSession).where(*live).order_by(PersonSession.created_at)):
        signed_in_at[row.device_id] = row.created_at
    seen = _last_seen(mine)
    found = [
        DeviceInUse(id, mine[id].label, at, max(at, seen.get(id, at)), id == who.device_id)
        for id, at in signed_in_at.items()
    ]
    return sorted(sorted(found, key=lambda one: one.last_seen_at, reverse=True), key=lambda one: not one.is_this)


def _last_seen(devices: Mapping[str, Device]) -> dict[str, str]:
    """A phone that forked syncs as a child of the device that it signed in with: what the child did, it did."""
    seen: dict[str, str] = {}
    for device in devices.values():
        if device.last_seen_at is None:
            continue
        above: Device | None = device
        while above is not None:
            seen[above.id] = max(seen.get(above.id, ""), device.last_seen_at)
            above = devices.get(above.parent_id or "")
    return seen
