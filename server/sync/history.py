"""What the books already know of other operations: their authors, outcomes and values."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.models import Operation
from server.prepared import Prepared, among
from server.sync.record import Record

_TABLE = Operation.metadata.tables[Operation.__tablename__]
_BY_ID = Prepared(select(_TABLE).where(among(_TABLE.c.op_id, "ops")))


class History:
    """Operations by id, loaded in bulk and remembered; those of this transaction included."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._known: dict[str, Record | None] = {}

    def load(self, ops: Collection[str]) -> None:
        missing = [op for op in ops if op not in self._known]
        if not missing:
            return
        self._known.update(dict.fromkeys(missing))
        for row in _BY_ID.rows(self.session, ops=missing):
            self._known[row.op_id] = _record(row)

    def get(self, op: str) -> Record | None:
        self.load([op])
        return self._known[op]

    def add(self, record: Record) -> None:
        self._known[record.op] = record

    def was_stored(self, op: str) -> bool:
        """Whether it was in the table before this transaction: only then may stored operations wait for it still."""
        record = self._known.get(op)
        return record is not None and record.stored

    def is_here(self, op: str) -> bool:
        """A cause is here when it is in the books and does not itself wait."""
        record = self.get(op)
        return record is not None and record.outcome != "waiting"

    def author(self, op: str) -> str | None:
        record = self.get(op)
        return record.author if record else None

    def changed(self) -> list[Record]:
        return [record for record in self._known.values() if record is not None and record.changed]


def _record(row: Any) -> Record:
    return Record(
        op=row.op_id,
        name=row.name,
        actor_kind=row.actor_kind,
        actor_id=row.actor_id,
        on_behalf_of=row.on_behalf_of,
        device_id=row.device_id,
        n=row.n,
        kind=row.kind,
        schema=row.schema,
        body_text=row.body,
        body_hash=row.body_hash,
        received_at=row.received_at,
        outcome=row.outcome,
        code=row.code,
        result=dict(row.result),
        project_id=row.project_id,
        settled_by=row.settled_by,
        rightful=row.rightful,
        made=dict(row.made or {}),
        told=row.told,
        stored=True,
        changed=False,
    )
