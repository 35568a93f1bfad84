"""Which devices are revoked (those that were named, and every device that a fork made of one), and what they bring."""

from dataclasses import replace

from sqlalchemy.orm import Session

from server.models import Device
from server.models.person import KnownDevice
from server.sync.checked import Checked
from server.sync.parked import Parked


def is_revoked(session: Session, device: KnownDevice | None) -> bool:
    while device is not None:
        if device.revoked_at is not None:
            return True
        device = session.get(Device, device.parent_id) if device.parent_id else None
    return False


def as_deposit(checked: Checked) -> Checked:
    """It is kept and parks, until a person settles it; but what was rightful before a restore is so now."""
    if checked.receipt is not None and checked.receipt.right:
        return checked
    return replace(checked, problem=Parked("forbidden", "device_revoked"))
