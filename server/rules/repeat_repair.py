"""Repeat repair (重复修理, T8): the same fault on the same asset, repaired and there again within the window."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from server.rules.documents import Fields
from server.rules.instants import instant
from server.rules.same_fault import is_same_fault

WINDOW_DAYS: Final = 90


def repeat_of(
    fault: tuple[str | None, str], found_at: str, tickets: Iterable[Fields], *, window_days: int = WINDOW_DAYS
) -> str | None:
    """The ticket whose repair did not hold: the last one resolved before `found_at`, within the window.

    A fault of the whole round (no asset) repeats nothing: nothing says that it is the same thing.
    """
    asset_id, check_key = fault
    found, window = instant(found_at), timedelta(days=window_days)
    repaired = [
        (instant(ticket["closed_at"]), str(ticket["id"]))
        for ticket in tickets
        if asset_id is not None
        and is_same_fault(ticket, asset_id, check_key)
        and ticket["state"] in ("resolved", "closed")
        and ticket["closed_at"] is not None
    ]
    held = [(closed, ticket_id) for closed, ticket_id in repaired if timedelta(0) <= found - closed <= window]
    return max(held)[1] if held else None
