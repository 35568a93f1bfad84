"""The tickets that a batch may change, locked by one statement in the order of their ids, so that no two batches cross.

A ticket hangs on the findings of several rounds, so two batches about different rounds meet at it; one by one, in the
order of the operations, each could hold what the other waits for.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import select, union_all
from sqlalchemy.orm import Session

from server.models.documents import DOCUMENT_TYPES
from server.prepared import Prepared, among
from server.sync.asking import to_write

_ticket, _finding, _answer = (DOCUMENT_TYPES[name].table for name in ("ticket", "finding", "answer"))


_FINDINGS = Prepared(
    select(_finding.c.round_id, _finding.c.ticket_id, _finding.c.asset_id, _finding.c.check_key).where(
        among(_finding.c.round_id, "rounds")
    )
)
_ABNORMAL = Prepared(
    select(_answer.c.asset_id, _answer.c.check_key).where(
        among(_answer.c.round_id, "rounds"), _answer.c.value == "abnormal"
    )
)
_IN_PLAY = union_all(
    select(_ticket.c.id).where(among(_ticket.c.id, "ids")),
    select(_ticket.c.id).where(among(_ticket.c.asset_id, "assets")),
    select(_ticket.c.id).where(
        among(_ticket.c.project_id, "projects"), _ticket.c.asset_id.is_(None), among(_ticket.c.check_key, "keys")
    ),
)
LOCKED = Prepared(to_write(select(_ticket).where(_ticket.c.id.in_(_IN_PLAY)).order_by(_ticket.c.id)))


@dataclass
class TicketsInPlay:
    """Those of faults on `assets`, of `keys` that are about a whole round, and those named by `ids`."""

    projects: Collection[str]
    assets: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.ids or self.assets or self.keys)

    def judge(self, asset_id: str | None, check_key: str) -> None:
        """Something was found there, or no longer."""
        if asset_id is None:
            self.keys.add(check_key)
        else:
            self.assets.add(asset_id)

    def add_rounds(self, session: Session, rounds: Collection[str]) -> set[str]:
        """What was found in these rounds, which are locked: nothing comes to it. Gives those that have findings."""
        found = set()
        for row in _FINDINGS.rows(session, rounds=sorted(rounds)) if rounds else ():
            found.add(row.round_id)
            self.ids.add(row.ticket_id)
            self.judge(row.asset_id, row.check_key)
        return found

    def add_drafts(self, session: Session, rounds: Collection[str]) -> None:
        """What is a ticket as soon as these rounds are submitted."""
        for row in _ABNORMAL.rows(session, rounds=sorted(rounds)) if rounds else ():
            self.judge(row.asset_id, row.check_key)

    def values(self) -> dict[str, list[str]]:
        return {name: sorted(getattr(self, name)) for name in ("ids", "assets", "projects", "keys")}
