"""Who makes this request: the person behind the session cookie."""

from dataclasses import dataclass

from flask import request

from server.clock import now
from server.database import reading
from server.errors import SignInRequired
from server.models import PersonSession

COOKIE = "roundsman_session"
KEPT = "roundsman.signed_in"  # in the environment of the request, which no other request shares


@dataclass(frozen=True)
class SignedIn:
    """`device_id` is the device of the sign-in; after a fork the phone syncs as a newer one."""

    session_id: str
    person_id: str
    device_id: str


def signed_in() -> SignedIn:
    """The person, or the answer that a sign-in is needed. Read once a request."""
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
    with reading() as session:
        row = PersonSession.of_token(session, token, now())
        return SignedIn(row.id, row.person_id, row.device_id) if row else None
