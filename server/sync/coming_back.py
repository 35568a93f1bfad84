"""Something happened to a round or ticket that had left the feed: it comes back whole, nobody sees a part of it."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import update
from sqlalchemy.orm import Session

from server.clock import now
from server.models import Retirement
from server.models.types import instant_text
from server.sync.document import Document
from server.sync.hanging import Root, hanging_on, retired_among, root_of


def come_back(session: Session, changed: Iterable[Document]) -> dict[str, dict[str, str]]:
    """What else is shown again because these documents changed: project -> id -> type. It leaves again once quiet."""
    roots: dict[Root, str] = {}
    for document in changed:
        root = root_of(document)
        if root is not None and document.project_id is not None:
            roots[root] = document.project_id
    retired = retired_among(session, [root.id for root in roots]) if roots else set()
    shown: dict[str, dict[str, str]] = defaultdict(dict)
    for root, project_id in roots.items():
        if root.id in retired:
            shown[project_id] |= hanging_on(session, root)
    if retired:
        back = {"retired_at": None, "returned_at": instant_text(now())}
        session.execute(update(Retirement).where(Retirement.root_id.in_(retired)).values(back))
    return shown
