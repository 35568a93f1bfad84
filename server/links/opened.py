"""Finding the link that an address names, and whether it may still be used."""

from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.links.tokens import token_hash
from server.models import TicketLink
from server.models.types import parse_instant

Standing = Literal["good", "used", "expired", "revoked"]


def find_link(session: Session, token: str) -> TicketLink | None:
    """The link with this token; None for every other text, as if there were none."""
    return session.scalars(select(TicketLink).where(TicketLink.token_hash == token_hash(token))).one_or_none()


def standing_of(link: TicketLink, now: str) -> Standing:
    """A vendor may answer as often as there is something to say; a confirmation is given once."""
    if link.revoked_at is not None:
        return "revoked"
    if link.used_at is not None and link.purpose == "confirm":
        return "used"
    return "expired" if parse_instant(link.expires_at) <= parse_instant(now) else "good"
