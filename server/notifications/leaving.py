"""Notices leave the feed when they are old, read or not, so that a first sync does not grow with age; the rows stay."""

from collections import defaultdict
from datetime import timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.clock import now
from server.models import Notice, StreamEntry
from server.models.types import instant_text
from server.sync.feed import Named, lock_streams, place_newest

KEPT: Final = timedelta(days=30)
MOST: Final = 2_000  # in one run; the rest is for the next


def let_old_notices_leave(session: Session) -> int:
    """Gives how many left."""
    moment = now()
    old = (
        select(StreamEntry.stream_id, Notice.id)
        .join(StreamEntry, StreamEntry.doc_id == Notice.id)
        .where(StreamEntry.doc_type == "notice", StreamEntry.gone.is_(False), Notice.at <= instant_text(moment - KEPT))
        .order_by(Notice.at)
        .limit(MOST)
    )
    named: Named = defaultdict(dict)
    for row in session.execute(old):
        named[row.stream_id][row.id] = "notice"
    if named:
        place_newest(session, lock_streams(session, named), named, gone_at=instant_text(moment))
    return sum(len(documents) for documents in named.values())
