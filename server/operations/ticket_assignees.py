"""Who handles a ticket: set by the desk, joined by who accepts, passed on by who hands over."""

from collections.abc import Collection

from server.sync.document import Document
from server.sync.work import Work

_PREFIX = "assignee_ids+"


def change_assignees(work: Work, ticket: Document, *, add: Collection[str] = (), remove: Collection[str] = ()) -> None:
    """A union field: each member keeps the operations that added it."""
    adders = {member: ops for member, ops in _adders(ticket).items() if member not in remove}
    adders.update({member: [] for member in ticket["assignee_ids"] if member not in remove and member not in adders})
    for member in add:
        adders[member] = sorted({*adders.get(member, []), work.op})
    if sorted(adders) != sorted(ticket["assignee_ids"]):
        work.books.write_union(ticket, "assignee_ids", sorted(adders), adders)


def leave_what_joined(work: Work, ticket: Document, op: str) -> None:
    """Whoever joined by this operation alone is no handler any more: it was taken back."""
    change_assignees(work, ticket, remove=[member for member, ops in _adders(ticket).items() if ops == [op]])


def _adders(ticket: Document) -> dict[str, list[str]]:
    return {key.removeprefix(_PREFIX): ops for key, ops in ticket.writers.items() if key.startswith(_PREFIX)}
