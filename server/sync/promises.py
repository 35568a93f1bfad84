"""Promises: what was given before a restore (a number, a finding's ticket, a seal), for whoever makes it again."""

from sqlalchemy.orm import Session

from server.models import Promise
from server.sync.checked import Receipt
from server.sync.feed import dialect_insert


def promise_of_rows(op: str) -> str:
    """What the rules made of a decision, which others may have named as their cause."""
    return f"rows/{op}"


def keep_promises(session: Session, receipt: Receipt) -> None:
    """Of two receipts that say it differently the first one counts; whichever operation makes the row, it is bound."""
    rows = [{"key": key, "value": value} for key, value in sorted(receipt.made.items())]
    if rows:
        session.execute(dialect_insert(session)(Promise).on_conflict_do_nothing(index_elements=["key"]), rows)
