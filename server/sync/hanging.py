"""What hangs on a round or a ticket: it leaves the feed with it, and comes back with it. A contact without a ticket
hangs on nothing and leaves alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from server.models import Conflict, Finding, Photo, Retirement
from server.models.documents import DOCUMENT_TYPES
from server.prepared import Prepared, among
from server.sync.document import Document

_RETIRED = Prepared(
    select(Retirement.root_id).where(among(Retirement.root_id, "ids"), Retirement.retired_at.is_not(None))
)
ON_ROUND = ("answer", "photo", "scan", "round_event", "signed_copy", "comment", "conflict", "seal", "amendment")
ON_TICKET = ("finding", "ticket_event", "photo", "contact")

RootType = Literal["round", "ticket", "shift", "contact"]
ROOT_TYPES: dict[str, RootType] = {"round": "round", "ticket": "ticket", "shift": "shift"}
HANGS_ON: dict[RootType, tuple[str, ...]] = {"round": ON_ROUND, "ticket": ON_TICKET, "shift": (), "contact": ()}


@dataclass(frozen=True)
class Root:
    """A round, a ticket, a shift, or a contact that no ticket followed."""

    type: RootType
    id: str


def root_of(document: Document) -> Root | None:
    """On what a document hangs. A finding is its ticket's: in its round the answer tells the same."""
    name = document.type.name
    if name in ROOT_TYPES:
        return Root(ROOT_TYPES[name], document.id)
    if name == "conflict" and document["doc_type"] in ("ticket", "shift"):
        return Root(ROOT_TYPES[document["doc_type"]], document["doc_id"])
    if name in ON_TICKET and document["ticket_id"]:
        return Root("ticket", document["ticket_id"])
    if name == "contact":
        return Root("contact", document.id)
    if name in ON_ROUND and document["round_id"]:
        return Root("round", document["round_id"])
    return None


def hanging_on(session: Session, root: Root) -> dict[str, str]:
    """The root and everything that hangs on it: id -> type.

    What an open ticket shows of a round (the answers and photos of its findings) hangs on the ticket as well.
    """
    found: dict[str, str] = {root.id: root.type}
    for name in HANGS_ON[root.type]:
        table = DOCUMENT_TYPES[name].table
        found.update(
            dict.fromkeys(session.scalars(select(table.c.id).where(table.c[f"{root.type}_id"] == root.id)), name)
        )
    if root.type != "round":
        conflicts = select(Conflict.id).where(Conflict.doc_id.in_(list(found)))
        found.update(dict.fromkeys(session.scalars(conflicts), "conflict"))
    if root.type == "ticket":
        found.update(shown_by(session, Finding.ticket_id == root.id))
    return found


def shown_by(session: Session, findings: ColumnElement[bool]) -> Iterator[tuple[str, str]]:
    """The answers and photos of these findings: id, type."""
    for finding in session.execute(
        select(Finding.answer_id, Finding.round_id, Finding.asset_id, Finding.check_key).where(findings)
    ).all():
        yield finding.answer_id, "answer"
        of_fault = (Photo.asset_id.is_not_distinct_from(finding.asset_id), Photo.check_key == finding.check_key)
        for photo in session.scalars(select(Photo.id).where(Photo.round_id == finding.round_id, *of_fault)):
            yield photo, "photo"


def retired_among(session: Session, ids: Sequence[str]) -> set[str]:
    """Which of these rounds and tickets have left the feed."""
    return {row.root_id for row in _RETIRED.rows(session, ids=list(ids))}
