"""Entering: one operation, the password and the first session of who comes by a link, in one transaction.

Stopping anywhere leaves nothing: there is nobody without a password, and no link that was used for nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

import server.operations  # noqa: F401  # registers every operation
from server.clock import now
from server.config import current_config
from server.models import Credential, PersonSession
from server.models.types import instant_text
from server.passwords import passwords
from server.sign_in import Opened
from server.sync.actor import Actor
from server.sync.apply import apply_with
from server.sync.devices import new_device
from server.sync.parked import Parked


@dataclass(frozen=True)
class Entering:
    person_id: str
    password: str
    device_label: str | None


def enter(
    actor: Actor, operation: Mapping[str, Any], who: Entering, also: Callable[[Session], None] | None = None
) -> Opened:
    """Apply it and open a session on a new device. Raises `Parked`; a name that was taken meanwhile is `name_taken`."""
    hashed = passwords().hash(who.password)

    def beside(session: Session) -> Opened:
        if also is not None:
            also(session)
        at = instant_text(now())
        session.add(Credential(person_id=who.person_id, password_hash=hashed, changed_at=at))
        device = new_device(session, who.person_id, at, label=who.device_label)
        until = now() + timedelta(days=current_config().session_days)
        token = PersonSession.open(session, who.person_id, device.id, now(), until)
        return Opened(token, who.person_id, device.id)

    try:
        return apply_with(actor, operation, beside)
    except IntegrityError:
        # Somebody else took the name between our look and our writing: nothing of ours stands.
        raise Parked("invalid", "name_taken") from None
