"""Who makes this request: the person behind the session cookie."""

from dataclasses import dataclass

from flask import request

from server.clock import now
from server.database import asking, reading
from server.errors import DepositOnly, SignInRequired
from server.models import Device, PersonSession
from server.sync.revoked import is_revoked

COOKIE = "roundsman_session"
KEPT = "roundsman.signed_in"  # in the environment of the request, which no other request shares


@dataclass(frozen=True)
class SignedIn:
    """`device_id` is the device of the sign-in; after a fork the phone syncs as a newer one.

    `is_deposit`: that device was revoked, so its cookie only opens the door for what it brings.
    """

    session_id: str
    person_id: str
    device_id: str
    is_deposit: bool = False


def signed_in() -> SignedIn:
    """The person, or the answer that a sign-in is needed. Read once a request."""
    found = signed_in_or_depositing()
    if found.is_deposit:
        raise DepositOnly
    return found


def signed_in_or_depositing() -> SignedIn:
    """Also the person whose device was revoked: what it still holds is taken in (push, bytes), nothing is given out."""
    found = signed_in_or_none()
    if found is None:
        raise SignInRequired
    return found


def signed_in_or_none() -> SignedIn | None:
    if KEPT not in request.environ:
        request.environ[KEPT] = _find(request.cookies.get(COOKIE))
    found: SignedIn | None = request.environ[KEPT]
    return found


def _find(token: str | None) -> SignedIn | None:
    if not token:
        return None
    with asking() as connection:
        row = PersonSession.of_token(connection, token, now())
    if row is None:
        return None
    is_deposit = row.revoked_at is not None or _is_child_of_revoked(row.parent_id)
    return SignedIn(row.id, row.person_id, row.device_id, is_deposit)


def _is_child_of_revoked(parent_id: str | None) -> bool:
    if parent_id is None:
        return False
    with reading() as session:
        return is_revoked(session, session.get(Device, parent_id))
