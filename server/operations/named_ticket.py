"""The ticket that an operation is about."""

from server.models import TicketAlias
from server.sync.document import Document
from server.sync.parked import Parked
from server.sync.work import Work


def named_ticket(work: Work) -> Document:
    """The ticket named, or the one that its finding joined in truth."""
    row = work.books.get("ticket", work.doc_id)
    if row is None:
        alias = work.books.session.get(TicketAlias, work.doc_id)
        row = work.books.get("ticket", alias.ticket_id) if alias else None
    if row is None:
        raise Parked("forbidden", "unknown_document", type="ticket", doc=work.doc_id)
    return row


def project_of_ticket(work: Work) -> str | None:
    """The project of an operation about a ticket."""
    return named_ticket(work).project_id


def seen_ticket(work: Work) -> list[Document]:
    """The seen set of a decision about a ticket."""
    return [named_ticket(work)]
