"""Signing in: slowed first, checked outside any transaction, then a device and a session in one.

1 count the try as failed (so that parallel guesses cannot outrun the count) · 2 compare the password
3 take the count back, find or give a device, open a session. Stopping after any step leaves one failure counted.
"""

import unicodedata
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.clock import now
from server.config import current_config
from server.database import reading, writing
from server.errors import SlowDown, WrongPassword
from server.models import Credential, Device, Person, PersonSession
from server.models.sign_in_attempt import Counted, SignInAttempt, Subject
from server.models.types import instant_text
from server.passwords import passwords
from server.sync.devices import new_device


@dataclass(frozen=True)
class SignInRequest:
    name: str
    password: str
    device_id: str | None
    device_label: str | None
    address: str


@dataclass(frozen=True)
class Opened:
    """The token is told once; we keep only its hash."""

    token: str
    person_id: str
    device_id: str


def sign_in(asked: SignInRequest) -> Opened:
    """Open a session for the person whose name and password these are."""
    subjects = [Subject.address(asked.address), Subject.name(canonical_name(asked.name))]
    counted = _slow_down_if_guessing(subjects)
    person_id, password_hash = _find(asked.name)
    if not passwords().match(password_hash, asked.password) or person_id is None or password_hash is None:
        raise WrongPassword
    fresh_hash = passwords().hash(asked.password) if passwords().is_outdated(password_hash) else None
    with writing() as session:
        _forgive(session, counted)
        if fresh_hash is not None:
            session.get_one(Credential, person_id).password_hash = fresh_hash
        device = _device_of(session, person_id, asked)
        until = now() + timedelta(days=current_config().session_days)
        return Opened(PersonSession.open(session, person_id, device.id, now(), until), person_id, device.id)


def sign_out(token: str) -> None:
    with writing() as session:
        PersonSession.close(session, token)


def sign_out_device(person_id: str, device_id: str) -> bool:
    """End every session of the person on that device; false when there is none."""
    with writing() as session:
        return PersonSession.close_on_device(session, person_id, device_id)


def canonical_name(name: str) -> str:
    """Sign-in names compare without case, width or stray blanks: phone keyboards add all three."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def _slow_down_if_guessing(subjects: list[Subject]) -> dict[Subject, Counted]:
    moment = now()
    with writing() as session:
        SignInAttempt.forget_old(session, moment)
        rows = [(SignInAttempt.locked(session, subject, moment), subject) for subject in sorted(subjects)]
        wait = max(row.wait_seconds(subject, moment) for row, subject in rows)
        if wait:
            raise SlowDown(retry_after_seconds=wait)
        return {subject: row.count(subject, moment) for row, subject in rows}


def _find(name: str) -> tuple[str | None, str | None]:
    wanted = select(Person.id, Credential.password_hash).join(Credential, Credential.person_id == Person.id)
    with reading() as session:
        found = session.execute(wanted.where(Person.name == canonical_name(name))).one_or_none()
    return (found.id, found.password_hash) if found else (None, None)


def _forgive(session: Session, counted: dict[Subject, Counted]) -> None:
    """The right password starts the name anew; the address only gets back what this try cost it."""
    for subject in sorted(counted):
        row = SignInAttempt.locked(session, subject, now())
        if subject.key.startswith("name:"):
            row.clear()
        else:
            row.forgive(counted[subject])


def _device_of(session: Session, person_id: str, asked: SignInRequest) -> Device:
    """The device that the phone says it is, if it is this person's; else a new one, numbered from 1."""
    known = session.get(Device, asked.device_id) if asked.device_id else None
    if known is not None and known.person_id == person_id and known.revoked_at is None:
        known.label = asked.device_label or known.label
        return known
    return new_device(session, person_id, instant_text(now()), label=asked.device_label)
