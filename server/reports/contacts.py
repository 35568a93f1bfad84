"""The register of contacts of a project, found by channel, time and words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, or_, select, tuple_
from sqlalchemy.orm import Session

from server.models import Asset, Contact, Ticket


@dataclass(frozen=True)
class Asked:
    """Every word of `text` must be found somewhere. `before`: the last one of the page before."""

    channel: str | None = None
    text: str = ""
    since: str | None = None
    until: str | None = None
    before: str | None = None
    limit: int = 50


_TOLD = (
    Contact.caller_name, Contact.caller_phone, Contact.caller_organisation, Contact.text, Contact.answer,
    Asset.code, Asset.name_zh, Asset.name_en, Ticket.number, Ticket.title_zh, Ticket.title_en,
)  # fmt: skip


def search_contacts(session: Session, project_id: str, asked: Asked) -> tuple[list[str], Sequence[str]]:
    """Ids of the page's contacts, newest first, and of the tickets that they led to."""
    wanted = select(Contact.id, Contact.ticket_id).where(Contact.project_id == project_id, *_within(asked))
    if asked.text.strip():
        wanted = wanted.outerjoin(Asset, Asset.id == Contact.asset_id).outerjoin(Ticket, Ticket.id == Contact.ticket_id)
        wanted = wanted.where(*(_says(word) for word in asked.text.casefold().split()))
    newest = wanted.order_by(Contact.contacted_at.desc(), Contact.id.desc()).limit(asked.limit)
    rows = session.execute(_after(newest, asked.before)).all()
    return [row.id for row in rows], sorted({row.ticket_id for row in rows if row.ticket_id})


def _within(asked: Asked) -> Iterator[ColumnElement[bool]]:
    if asked.channel is not None:
        yield Contact.channel == asked.channel
    if asked.since is not None:
        yield Contact.contacted_at >= asked.since
    if asked.until is not None:
        yield Contact.contacted_at < asked.until


def _says(word: str) -> ColumnElement[bool]:
    return or_(*(func.lower(column).contains(word, autoescape=True) for column in _TOLD))


def _after(wanted: Select[str, str | None], before: str | None) -> Select[str, str | None]:
    if before is None:
        return wanted
    last = select(Contact.contacted_at).where(Contact.id == before).scalar_subquery()
    return wanted.where(tuple_(Contact.contacted_at, Contact.id) < tuple_(last, before))
