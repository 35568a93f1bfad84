"""Anchors: the heads of all chains, written once a day outside the database. Only they show that a tail was cut off."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import func, select

from server.database import reading
from server.models import Installation, Link

FILE = "chain_anchors.jsonl"


@dataclass(frozen=True)
class Anchor:
    """The k-th link of a chain had this hash then, in this history of the database."""

    at: str
    incarnation: str
    project: str
    k: int
    hash: str


def write_anchors(data_dir: Path, at: str) -> None:
    with reading() as session:
        newest = select(Link.project, func.max(Link.k).label("k")).group_by(Link.project).subquery()
        same = (Link.project == newest.c.project) & (Link.k == newest.c.k)
        heads = session.scalars(select(Link).join(newest, same).order_by(Link.project)).all()
        if not heads:
            return
        incarnation = session.scalars(select(Installation.incarnation)).one()
    with (data_dir / FILE).open("a", encoding="utf-8") as file:
        for head in heads:
            anchor = Anchor(at, incarnation, head.project, head.k, head.hash)
            file.write(json.dumps(asdict(anchor)) + "\n")


def read_anchors(data_dir: Path, incarnation: str) -> list[Anchor]:
    """Of this history alone: a restore went back behind those of the one before, and said so by a new incarnation."""
    file = data_dir / FILE
    if not file.is_file():
        return []
    found = [Anchor(**json.loads(line)) for line in file.read_text("utf-8").splitlines()]
    return [anchor for anchor in found if anchor.incarnation == incarnation]
