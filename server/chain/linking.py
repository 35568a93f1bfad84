"""Adding what is new to the chains. One writer at a time (the heads' rows are locked); pushes never wait for it."""

from collections import defaultdict

from sqlalchemy import bindparam, func, insert, or_, select, update
from sqlalchemy.orm import Session

from server.chain.hashing import FIRST, link_hash
from server.database import writing
from server.models import Link, Operation
from server.models.chain import ORGANISATION
from server.sync.feed import lock_streams

AT_ONCE = 500
LOCK = "org:chain"  # a stream that nobody may read: its row is the lock
# What ripens: a waiting or parked operation may still be applied. Nothing else changes once it is said.
RIPENS_FROM = (None, "waiting", "parked")


def link_new() -> int:
    """Chain up to `AT_ONCE` operations, in the order of receipt; gives how many. All or none are linked."""
    with writing() as session:
        lock_streams(session, [LOCK])
        rows = list(
            session.scalars(
                select(Operation)
                .where(or_(Operation.chained.is_(None), Operation.chained != Operation.outcome))
                .order_by(Operation.received_at, Operation.op_id)
                .limit(AT_ONCE)
            )
        )
        ripe = [row for row in rows if row.chained in RIPENS_FROM]
        heads = _heads(session, {row.project_id or ORGANISATION for row in ripe})
        links = []
        for row in ripe:
            project = row.project_id or ORGANISATION
            k, previous = heads[project]
            digest = link_hash(previous, project, k + 1, row, row.outcome)
            heads[project] = (k + 1, digest)
            links.append({"project": project, "k": k + 1, "op_id": row.op_id, "outcome": row.outcome, "hash": digest})
        if links:
            session.execute(insert(Link), links)
            marks = [{"key": link["op_id"], "said": link["outcome"]} for link in links]
            chained = update(Operation).where(Operation.op_id == bindparam("key")).values(chained=bindparam("said"))
            session.connection().execute(chained, marks)
        return len(links)


def _heads(session: Session, projects: set[str]) -> dict[str, tuple[int, str]]:
    newest = select(Link.project, func.max(Link.k).label("k")).where(Link.project.in_(projects)).group_by(Link.project)
    last = newest.subquery()
    rows = session.execute(select(Link).join(last, (Link.project == last.c.project) & (Link.k == last.c.k))).scalars()
    heads: dict[str, tuple[int, str]] = defaultdict(lambda: (0, FIRST))
    heads.update({row.project: (row.k, row.hash) for row in rows})
    return heads
