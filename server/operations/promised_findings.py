"""What was given for a finding before a restore: its ticket with number and time, and the event that told of it."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import select

from server.models import Promise
from server.sync.work import Work


def promises_of_findings(work: Work, findings: Collection[str]) -> dict[str, dict[str, Any]]:
    """By finding id. Empty on a server that was never restored."""
    if not findings or not work.books.was_restored:
        return {}
    keys = {f"finding/{finding}": finding for finding in findings}
    rows = work.books.session.execute(select(Promise.key, Promise.value).where(Promise.key.in_(keys)))
    return {keys[row.key]: dict(row.value) for row in rows}
