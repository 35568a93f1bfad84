"""Taking a message in hand, and writing down what became of it. `due_at` of one in hand is the end of its lease."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.clock import now
from server.jobs.queue import enqueue
from server.language import Language
from server.models import Channel, Grant, Notification, Preference, Project
from server.models.types import instant_text, parse_instant
from server.notifications.notify import JOB, SENT, WAITING, WITHDRAWN
from server.notifications.sending import MAIL

LEASE: Final = timedelta(minutes=2)
FIRST_DELAY: Final = timedelta(seconds=5)
LONGEST_DELAY: Final = timedelta(minutes=15)  # what is told here has deadlines
NO_ADDRESS, LEFT, DISABLED = "no_address", "left", "disabled"  # why one is withdrawn by itself


@dataclass(frozen=True)
class InHand:
    """A message with the receiver that it has now. `receiver` names who is to be left alone when it fails."""

    id: str
    kind: str
    ticket_id: str | None
    project_id: str | None
    args: dict[str, Any]
    language: Language
    urgent: bool
    attempts: int
    created_at: str
    time_zone: str
    sender: str
    address: str
    secret: str | None
    receiver: str


def take(session: Session, notification_id: str) -> InHand | None:
    """Ours until the lease ends; None where there is nothing to send now."""
    row = session.get(Notification, notification_id, with_for_update=True)
    if row is None or row.state != WAITING:
        return None
    if parse_instant(row.due_at) > now():
        _ask(session, row, "due")
        return None
    found = _receiver(session, row)
    if isinstance(found, str):
        row.state, row.last_error = WITHDRAWN, found
        return None
    row.attempts += 1
    row.due_at = instant_text(now() + LEASE)
    zone = session.scalars(select(Project.time_zone).where(Project.id == row.project_id)).one_or_none() or "UTC"
    names = ("id", "kind", "ticket_id", "project_id", "args", "urgent", "attempts", "created_at")
    values = {name: getattr(row, name) for name in names}
    return InHand(**values, **found, time_zone=zone, language=cast(Language, row.language))


def _receiver(session: Session, row: Notification) -> dict[str, Any] | str:
    """Where it goes as of now, or why it goes nowhere any more."""
    if row.channel_id is not None:
        channel = session.get_one(Channel, row.channel_id)
        if channel.disabled_at is not None:
            return DISABLED
        to = {"sender": channel.kind, "address": channel.address, "secret": channel.secret}
        return {**to, "receiver": channel.id}
    address = row.address
    if row.person_id is not None:
        if session.get(Grant, (row.person_id, row.project_id)) is None:
            return LEFT
        address = session.scalars(select(Preference.email).where(Preference.person_id == row.person_id)).one_or_none()
    if not address:
        return NO_ADDRESS
    return {"sender": MAIL, "address": address, "secret": None, "receiver": MAIL}


def note_sent(session: Session, notification_id: str, at: str) -> None:
    row = session.get_one(Notification, notification_id, with_for_update=True)
    if row.state == WAITING:
        row.state, row.sent_at, row.last_error = SENT, at, None


def note_failed(session: Session, notification_id: str, error: str) -> None:
    """Again later, ever more rarely, until somebody gives it up."""
    row = session.get_one(Notification, notification_id, with_for_update=True)
    if row.state != WAITING:
        return
    row.last_error = error
    row.due_at = instant_text(now() + _delay(row.attempts))
    _ask(session, row, "failed")


def note_left_alone(session: Session, notification_id: str, until: datetime, error: str) -> None:
    """Not tried: its receiver is being left alone."""
    row = session.get_one(Notification, notification_id, with_for_update=True)
    if row.state != WAITING:
        return
    row.last_error = row.last_error or error
    row.due_at = instant_text(until)
    _ask(session, row, "left alone")


def ask_now(session: Session, row: Notification, cause: str, at: str) -> None:
    """A person wants it tried at once."""
    row.due_at = at
    _ask(session, row, cause)


def _ask(session: Session, row: Notification, why: str) -> None:
    key = f"notification/{row.id}/{why}/{row.attempts}/{row.due_at}"
    enqueue(session, JOB, {"notification": row.id}, parse_instant(row.due_at), key=key)


def _delay(attempts: int) -> timedelta:
    return min(FIRST_DELAY * (1 << min(attempts - 1, 20)), LONGEST_DELAY)
