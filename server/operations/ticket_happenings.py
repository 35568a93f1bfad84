"""An event of a person on a ticket, which is folded anew; never refused, odd moments are flagged."""

from typing import Any

from server.operations.events import add_ticket_event
from server.operations.folding_tickets import fold_ticket
from server.operations.named_ticket import named_ticket
from server.sync.document import Document
from server.sync.work import Work


def happened(work: Work, name: str, *flags: str, **args: Any) -> Document:
    """The operation as an event on its ticket."""
    ticket = named_ticket(work)
    add_ticket_event(work, ticket.id, name, {**work.args, **args}, flags)
    fold_ticket(work, ticket)
    return ticket


def worked_on(work: Work, name: str, **args: Any) -> Document:
    """As `happened`, for work that a closed ticket does not expect."""
    flags = () if named_ticket(work)["is_open"] else ("already_closed",)
    return happened(work, name, *flags, **args)
