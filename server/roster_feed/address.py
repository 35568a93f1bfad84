"""The secret part of the address: who it is for, and a proof that we gave it.

Derived, not stored: a key outside the database, the person, their nonce and the incarnation. So neither a copy of the
database gives it away, nor does a restore bring back an address that was ended (everybody copies theirs anew).
"""

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.clock import now
from server.models import CalendarFeed, Installation
from server.models.types import instant_text
from server.sync.feed import dialect_insert
from server.sync.receipts import derived_key
from server.sync.wire import is_id

NONCE_BYTES = 16


def token_of(session: Session, person_id: str) -> str | None:
    """The person's token; None until they asked for one."""
    feed = session.get(CalendarFeed, person_id)
    return None if feed is None else f"{person_id}.{_proof(session, person_id, feed.nonce)}"


def renew(session: Session, person_id: str) -> str:
    """Another token; the one before opens nothing any more."""
    values = {"person_id": person_id, "nonce": secrets.token_hex(NONCE_BYTES), "made_at": instant_text(now())}
    made = dialect_insert(session)(CalendarFeed).values(values)
    session.execute(made.on_conflict_do_update(index_elements=["person_id"], set_=values))
    return f"{person_id}.{_proof(session, person_id, values['nonce'])}"


def person_of(session: Session, token: str) -> str | None:
    """Whose token this is; None for what we never gave or have ended."""
    person_id, _, proof = token.partition(".")
    feed = session.get(CalendarFeed, person_id) if is_id(person_id) else None
    if feed is None or not token.isascii():
        return None
    return person_id if hmac.compare_digest(_proof(session, person_id, feed.nonce), proof) else None


def _proof(session: Session, person_id: str, nonce: str) -> str:
    incarnation = session.scalars(select(Installation.incarnation)).one()
    key = derived_key(f"calendar\n{incarnation}")
    digest = hmac.digest(key, f"{person_id}\n{nonce}".encode(), hashlib.sha256)
    return urlsafe_b64encode(digest).rstrip(b"=").decode()
