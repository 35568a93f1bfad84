"""Finding the invitation that a token opens, and whether it may still be used."""

from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.joining.setup_link import token_hash
from server.models import Invitation
from server.models.types import parse_instant

Standing = Literal["good", "used", "expired", "revoked"]


def find_invitation(session: Session, token: str) -> Invitation | None:
    """The invitation with this token; None for every other text, as if there were none."""
    return session.scalars(select(Invitation).where(Invitation.token_hash == token_hash(token))).one_or_none()


def standing_of(*, used_at: str | None, revoked_at: str | None, expires_at: str, now: str) -> Standing:
    """What became of it; all moments are wire instants."""
    if used_at is not None:
        return "used"
    if revoked_at is not None:
        return "revoked"
    return "expired" if parse_instant(expires_at) <= parse_instant(now) else "good"
