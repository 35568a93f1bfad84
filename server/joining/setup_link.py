"""The link by which the first administrator comes: made anew at each start while nobody is here, good for a day.

Whoever reads the server's own output has it, so holding it is as good as standing at the command line.
"""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from typing import Final, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.models import Installation, Person
from server.models.types import instant_text, parse_instant

TOKEN_BYTES: Final = 32
GOOD_FOR: Final = timedelta(hours=24)

Standing = Literal["good", "unknown", "expired", "used"]


def renew_setup_link(session: Session, now: datetime) -> str | None:
    """A new token, told once; the one before it opens nothing any more. None where somebody is here already."""
    installation = _locked(session)
    if _somebody_is_here(session):
        installation.setup_token_hash = installation.setup_expires_at = None
        return None
    token = secrets.token_urlsafe(TOKEN_BYTES)
    installation.setup_token_hash = token_hash(token)
    installation.setup_expires_at = instant_text(now + GOOD_FOR)
    return token


def standing_of(session: Session, token: str, now: datetime) -> Standing:
    """What this token is worth. Once somebody is here, every link of this kind counts as used."""
    if _somebody_is_here(session):
        return "used"
    installation = session.scalars(select(Installation)).one()
    if not hmac.compare_digest(installation.setup_token_hash or "", token_hash(token)):
        return "unknown"
    ends = installation.setup_expires_at
    return "good" if ends is not None and parse_instant(ends) > now else "expired"


def use_setup_link(session: Session, token: str) -> bool:
    """It has done its work. Two who use it at once come one after the other: false for the second."""
    installation = _locked(session)
    if installation.setup_token_hash != token_hash(token):
        return False
    installation.setup_token_hash = installation.setup_expires_at = None
    return True


def token_hash(token: str) -> str:
    """Hex SHA-256: the token is random, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def _somebody_is_here(session: Session) -> bool:
    return session.scalars(select(Person.id).limit(1)).first() is not None


def _locked(session: Session) -> Installation:
    return session.scalars(select(Installation).with_for_update().execution_options(populate_existing=True)).one()
