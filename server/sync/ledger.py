"""Step 6 of the batch: the books themselves — operations, the history of documents, and who waits for what."""

from typing import Any

from sqlalchemy import bindparam, delete, insert, update
from sqlalchemy.orm import Session

from server.failpoints import failpoint
from server.models import Operation, OperationEdit, OperationWait
from server.prepared import Prepared, insert_new
from server.sync.books import Books
from server.sync.history import History
from server.sync.record import Record

_OPERATIONS = Operation.metadata.tables[Operation.__tablename__]
_INSERT = Prepared(insert(_OPERATIONS))


_NEW_EDITS, _NEW_WAITS = (
    insert_new(Operation.metadata.tables[model.__tablename__]) for model in (OperationEdit, OperationWait)
)


def write_operations(books: Books, history: History) -> None:
    """Write every new record, and the outcome of every old one that ripened."""
    changed = history.changed()
    failpoint("before operations")
    new = [_row(record) for record in changed if not record.stored]
    if new:
        _INSERT.run(books.session, new)
    ripened = [_ripe(record) for record in changed if record.stored]
    if ripened:
        columns: dict[str, Any] = {name: bindparam(name) for name in ripened[0] if name != "key"}
        books.session.connection().execute(
            update(Operation).where(Operation.op_id == bindparam("key")).values(columns), ripened
        )
    _write_edits(books.session, changed)
    _write_waits(books.session, changed)
    for record in changed:
        record.stored, record.changed = True, False
    failpoint("after operations")


def _row(record: Record) -> dict[str, object]:
    return {
        "op_id": record.op,
        "actor_kind": record.actor_kind,
        "actor_id": record.actor_id,
        "on_behalf_of": record.on_behalf_of,
        "device_id": record.device_id,
        "n": record.n,
        "project_id": record.project_id,
        "name": record.name,
        "kind": record.kind,
        "schema": record.schema,
        "body": record.body_text,
        "body_hash": record.body_hash,
        "received_at": record.received_at,
        "outcome": record.outcome,
        "code": record.code,
        "result": _result(record),
        "settled_by": record.settled_by,
        "rightful": record.rightful,
        "made": record.made or None,
        "told": record.told,
    }


def _ripe(record: Record) -> dict[str, object]:
    return {
        "key": record.op,
        "outcome": record.outcome,
        "code": record.code,
        "result": _result(record),
        "project_id": record.project_id,
        "settled_by": record.settled_by,
        "rightful": record.rightful,
        "made": record.made or None,
    }


def _result(record: Record) -> dict[str, object]:
    """The stored outcome; with the revisions as they are at commit, so that a replay says the same."""
    docs = [{"id": row.id, "rev": row.rev} for row in record.docs.values()]
    return {**record.result, "docs": docs} if docs else record.result


def _write_edits(session: Session, changed: list[Record]) -> None:
    rows = [{"doc_id": doc, "op_id": record.op} for record in changed for doc in record.docs]
    if rows:
        _NEW_EDITS.run(session, rows)


def _write_waits(session: Session, changed: list[Record]) -> None:
    settled = [record.op for record in changed if record.stored and record.outcome != "waiting"]
    if settled:
        session.execute(delete(OperationWait).where(OperationWait.op_id.in_(settled)))
    rows = [
        {"op_id": record.op, "cause": cause}
        for record in changed
        if record.outcome == "waiting"
        for cause in record.result.get("waits_for", ())
    ]
    if rows:
        _NEW_WAITS.run(session, rows)
