"""What there was lately with a caller and an asset (domain.md T2), for who takes a call: few statements, by index."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from server.clock import now
from server.models import Contact, Finding, Ticket
from server.models.types import instant_text
from server.rules.callers import TELLING_DIGITS, only_digits

LATELY = timedelta(days=365)
OF_EACH = 20
LONGEST_NAME = 200
Found = dict[str, list[str]]


def recent_ids(session: Session, project_id: str, caller: str, phone: str, asset: str | None) -> Found:
    """Type -> ids, newest first: the caller's contacts and the asset's, their tickets, what rounds found there."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for of in (_of_caller(caller.strip(), only_digits(phone)), Contact.asset_id == asset if asset else None):
        for contact_id, ticket_id in _contacts(session, project_id, of):
            found["contact"][contact_id] = None
            if ticket_id is not None:
                found["ticket"][ticket_id] = None
    if asset:
        found["ticket"] |= dict.fromkeys(_tickets(session, project_id, asset))
        _add_findings(session, found, asset)
    return {name: list(ids) for name, ids in found.items()}


def _of_caller(name: str, digits: str) -> ColumnElement[bool] | None:
    """By the number they call from, however it was written; else by name."""
    if digits:
        written: ColumnElement[str | None] = Contact.caller_phone.expression
        for sign in " -+()":
            written = func.replace(written, sign, "")
        return written.endswith(digits) if len(digits) >= TELLING_DIGITS else written == digits
    return Contact.caller_name == name if name else None


def _contacts(session: Session, project_id: str, of: ColumnElement[bool] | None) -> Iterable[tuple[str, str | None]]:
    if of is None:
        return []
    lately = Contact.contacted_at >= instant_text(now() - LATELY)
    wanted = select(Contact.id, Contact.ticket_id).where(Contact.project_id == project_id, lately, of)
    newest = wanted.order_by(Contact.contacted_at.desc()).limit(OF_EACH)
    return [(row.id, row.ticket_id) for row in session.execute(newest)]


def _tickets(session: Session, project_id: str, asset: str) -> Iterable[str]:
    """What is open first: that may be the same fault."""
    mine = select(Ticket.id).where(Ticket.asset_id == asset, Ticket.project_id == project_id)
    return session.scalars(mine.order_by(Ticket.is_open.desc(), Ticket.opened_at.desc()).limit(OF_EACH)).all()


def _add_findings(session: Session, found: defaultdict[str, dict[str, None]], asset: str) -> None:
    here = (Finding.ticket_id.in_(found["ticket"]), Finding.asset_id == asset)
    newest = select(Finding.id, Finding.round_id).where(*here).order_by(Finding.found_at.desc()).limit(OF_EACH)
    for row in session.execute(newest):
        found["finding"][row.id] = None
        found["round"][row.round_id] = None
