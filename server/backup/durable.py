"""`durable_n`: up to which of its numbers a device may forget what it sent (docs/protocol.md, "Kept until durable").

With a backup policy that is what the last completed backup contains; without one, what is committed.
"""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import bindparam, select, update

from server.config import Config, current_config
from server.database import writing
from server.models import Device, Installation
from server.models.person import KnownDevice


def durable_n(device: KnownDevice, committed_n: int) -> int:
    """`committed_n` is the device's last number, that of this transaction included."""
    return device.durable_n if has_policy(current_config()) else committed_n


def has_policy(config: Config) -> bool:
    return bool(config.backup_dir)


def is_relied_on(config: Config, target: Path) -> bool:
    """Whether phones may forget what a backup there holds: one that is made by the policy, or by nobody's policy."""
    return not has_policy(config) or target.resolve() == Path(config.backup_dir).resolve()


def note_completed(numbers: Mapping[str, int], incarnation: str) -> None:
    """After a backup is complete and has its name, never before. One of another history promises nothing here."""
    with writing() as session:
        if session.scalars(select(Installation.incarnation)).one() != incarnation:
            return
        raised = [{"device": device, "contained": n} for device, n in numbers.items() if n > 0]
        if raised:
            higher = (Device.id == bindparam("device"), Device.durable_n < bindparam("contained"))
            session.connection().execute(update(Device).where(*higher).values(durable_n=bindparam("contained")), raised)
