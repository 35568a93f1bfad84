"""The phones of a project's staff and when each was heard of last. What is on them only they know."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.models import Device, Grant, PersonSession, Round
from server.models.round import UNDER_WAY
from server.models.types import instant_text
from server.sync.rights import STAFF_ROLES

MOST = 100


def phones_of(session: Session, project_id: str, at: datetime, *, revoked: bool = False) -> list[dict[str, Any]]:
    """Those that somebody is signed in on, the one unseen for longest first. A clone counts as the phone it came from.

    `may_hold`: how many rounds it opened and has not handed in, so that work may be on it alone. With `revoked`
    also those that were revoked, signed in or not: what they hold is still awaited.
    """
    grants = session.execute(select(Grant.person_id, Grant.roles).where(Grant.project_id == project_id))
    staff = [row.person_id for row in grants if STAFF_ROLES & set(row.roles)]
    live = select(PersonSession.device_id).where(PersonSession.expires_at > instant_text(at))
    theirs = [Device.person_id.in_(staff)] + ([] if revoked else [Device.revoked_at.is_(None)])
    devices = {row.id: row for row in session.scalars(select(Device).where(*theirs))}
    signed_in = set(session.scalars(live.where(PersonSession.person_id.in_(staff))))
    held = _held(session, project_id)
    found: dict[str, dict[str, Any]] = {}
    for device in devices.values():
        root = _root(device, devices)
        if (root.id not in signed_in and root.revoked_at is None) or device.last_seen_at is None:
            continue
        phone = found.setdefault(root.id, _phone(root, device.last_seen_at))
        phone["last_seen_at"] = max(phone["last_seen_at"], device.last_seen_at)
        phone["may_hold"] += held.get(device.id, 0)
        _add_unsent(phone, device)
    return sorted(found.values(), key=lambda one: (one["last_seen_at"], one["id"]))[:MOST]


def _phone(root: Device, last_seen_at: str) -> dict[str, Any]:
    told = {"id": root.id, "label": root.label, "person_id": root.person_id, "revoked_at": root.revoked_at}
    unsent = {"unsent_operations": None, "unsent_photos": None, "unsent_since": None}
    return {**told, **unsent, "last_seen_at": last_seen_at, "may_hold": 0}


def _add_unsent(phone: dict[str, Any], device: Device) -> None:
    """What this part of it said that it had still to send; nothing where it said nothing yet."""
    for name in ("unsent_operations", "unsent_photos"):
        said = getattr(device, name)
        phone[name] = phone[name] if said is None else (phone[name] or 0) + said
    phone["unsent_since"] = min(filter(None, [phone["unsent_since"], device.unsent_since]), default=None)


def _root(device: Device, devices: dict[str, Device]) -> Device:
    while device.parent_id in devices:
        device = devices[device.parent_id]
    return device


def _held(session: Session, project_id: str) -> dict[str, int]:
    """Rounds under way by the device that has them open."""
    under_way = (Round.project_id == project_id, UNDER_WAY)
    found: dict[str, int] = {}
    for holding in session.scalars(select(Round.holding).where(*under_way)):
        for one in holding:
            found[one["device"]] = found.get(one["device"], 0) + 1
    return found
