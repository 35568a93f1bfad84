"""`roundsman verify`: is every operation what it was when it was chained, is none missing, is the order the same?"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from server.chain.anchors import read_anchors
from server.chain.hashing import FIRST, link_hash
from server.database import reading
from server.models import Installation, Link, Operation

AT_ONCE = 1_000


@dataclass(frozen=True)
class Verified:
    """`wrong`: one sentence each, first the earliest in its chain. `unchained`: received since the job last ran."""

    links: int
    unchained: int
    wrong: list[str]


def verify_chains(data_dir: Path) -> Verified:
    with reading() as session:
        links, wrong = 0, list[str]()
        newest: dict[str, str] = {}
        for project in session.scalars(select(Link.project).distinct().order_by(Link.project)).all():
            count, found = _verify(session, project, newest)
            links, wrong = links + count, wrong + found
        wrong += _changed_outcomes(session, newest)
        wrong += _missing_anchors(session, data_dir)
        unchained = select(func.count()).select_from(Operation).where(Operation.chained.is_(None))
        return Verified(links, session.scalars(unchained).one(), wrong)


def _verify(session: Session, project: str, newest: dict[str, str]) -> tuple[int, list[str]]:
    """Follow one chain from its beginning; after a break it goes on from what is written: each is named once."""
    wrong, previous, expected = list[str](), FIRST, 1
    for link, operation in _links(session, project):
        place = f"chain {project}, link {link.k}"
        if link.k != expected:
            wrong.append(f"{place}: links {expected} to {link.k - 1} are missing")
        if operation is None:
            wrong.append(f"{place}: operation {link.op_id} is missing")
        elif link_hash(previous, project, link.k, operation, link.outcome) != link.hash:
            wrong.append(
                f"{place}: operation {link.op_id} ({operation.name}) is not what was chained, or not in its place"
            )
        newest[link.op_id] = link.outcome
        previous, expected = link.hash, link.k + 1
    return expected - 1, wrong


def _links(session: Session, project: str) -> Iterator[tuple[Link, Operation | None]]:
    k = 0
    while True:
        statement = select(Link, Operation).outerjoin(Operation, Operation.op_id == Link.op_id)
        page = session.execute(
            statement.where(Link.project == project, Link.k > k).order_by(Link.k).limit(AT_ONCE)
        ).all()
        if not page:
            return
        for link, operation in page:
            yield link, operation
            k = link.k
        session.expunge_all()


def _changed_outcomes(session: Session, newest: dict[str, str]) -> list[str]:
    """Waiting and parked ripen, and the job chains it; what was applied stays applied."""
    final = {op: outcome for op, outcome in newest.items() if outcome in ("applied", "conflict")}
    rows = session.execute(select(Operation.op_id, Operation.outcome)).yield_per(AT_ONCE)
    return [
        f"operation {row.op_id}: the outcome was {final[row.op_id]}, the books say {row.outcome}"
        for row in rows
        if row.op_id in final and row.outcome != final[row.op_id]
    ]


def _missing_anchors(session: Session, data_dir: Path) -> list[str]:
    incarnation = session.scalars(select(Installation.incarnation)).one()
    wrong = []
    for anchor in read_anchors(data_dir, incarnation):
        link = session.get(Link, (anchor.project, anchor.k))
        if link is None or link.hash != anchor.hash:
            wrong.append(f"chain {anchor.project}, link {anchor.k}: not what was anchored at {anchor.at}")
    return wrong
