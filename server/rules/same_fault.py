"""R4: the same fault (asset, check) found again while its ticket is open joins that ticket."""

from collections.abc import Iterable

from server.rules.documents import Fields
from server.rules.instants import instant


def is_same_fault(ticket: Fields, asset_id: str | None, check_key: str) -> bool:
    return (ticket["asset_id"], ticket["check_key"]) == (asset_id, check_key)


def ticket_to_join(tickets: Iterable[Fields], asset_id: str | None, check_key: str) -> Fields | None:
    """The open ticket of this fault; the oldest where a person opened several apart."""
    same = [ticket for ticket in tickets if ticket["is_open"] and is_same_fault(ticket, asset_id, check_key)]
    return min(same, key=lambda ticket: (instant(ticket["opened_at"]), ticket["id"]), default=None)
