"""Who makes this request: the person behind the session cookie."""

from dataclasses import dataclass

from flask import g, request

from server.errors import SignInRequired

COOKIE = "roundsman_session"


@dataclass(frozen=True)
class SignedIn:
    session_id: str
    person_id: str
    device_id: str


def signed_in() -> SignedIn:
    """The person, or the answer that a sign-in is needed. Read once a request."""
    if "signed_in" not in g:
        g.signed_in = _find(request.cookies.get(COOKIE))
    found: SignedIn | None = g.signed_in
    if found is None:
        raise SignInRequired
    return found


def _find(token: str | None) -> SignedIn | None:
    raise SignInRequired
