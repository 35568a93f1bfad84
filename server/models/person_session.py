"""A sign-in that lasts: one browser of one person, known by a token of which we keep only the hash."""

import hashlib
import secrets
from datetime import datetime
from functools import cache
from typing import Any

import uuid_utils
from sqlalchemy import Connection, ForeignKey, String, bindparam, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.extensions import Model
from server.models.person import Device
from server.models.types import Id, Instant, instant_text
from server.prepared import Prepared

TOKEN_BYTES = 32


class PersonSession(Model):
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    device_id: Mapped[str] = mapped_column(String(40), ForeignKey("device.id"))
    created_at: Mapped[str] = mapped_column(Instant)
    expires_at: Mapped[str] = mapped_column(Instant, index=True)

    @classmethod
    def open(cls, session: Session, person_id: str, device_id: str, now: datetime, until: datetime) -> str:
        """Make a session and return its token, which is told once. What has run out goes at the same time."""
        session.execute(delete(cls).where(cls.expires_at <= instant_text(now)))
        token = secrets.token_urlsafe(TOKEN_BYTES)
        session.add(
            cls(
                id=str(uuid_utils.uuid7()),
                token_hash=_hash(token),
                person_id=person_id,
                device_id=device_id,
                created_at=instant_text(now),
                expires_at=instant_text(until),
            )
        )
        return token

    @classmethod
    def of_token(cls, connection: Connection, token: str, now: datetime) -> Any | None:
        """The `id`, `person_id` and `device_id` of the session that this token opens, unless it has run out, and of
        its device `revoked_at` and `parent_id`.
        """
        found = _of_token(cls).rows(connection, hash=_hash(token), now=instant_text(now))
        return found[0] if found else None

    @classmethod
    def close(cls, session: Session, token: str) -> None:
        session.execute(delete(cls).where(cls.token_hash == _hash(token)))

    @classmethod
    def close_on_device(cls, session: Session, person_id: str, device_id: str) -> bool:
        """End the person's sessions on one device; false when there are none."""
        mine = (cls.person_id == person_id, cls.device_id == device_id)
        return bool(session.execute(delete(cls).where(*mine).returning(cls.id)).all())

    @classmethod
    def close_all(cls, session: Session, person_id: str) -> None:
        """End every session of a person, as after a change of password."""
        session.execute(delete(cls).where(cls.person_id == person_id))


@cache
def _of_token(model: type[PersonSession]) -> Prepared:
    told = (model.id, model.person_id, model.device_id, Device.revoked_at, Device.parent_id)
    opened = (model.token_hash == bindparam("hash"), model.expires_at > bindparam("now"))
    return Prepared(select(*told).join(Device, Device.id == model.device_id).where(*opened))


def _hash(token: str) -> str:
    """The token is random, so a plain hash is enough and quick."""
    return hashlib.sha256(token.encode()).hexdigest()
