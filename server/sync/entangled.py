"""What a person needs to see beside an operation that was not applied: what it waits for, who waits, what stands.

Read for the attention inbox, where a supervisor accepts it, releases it or sets it aside.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from server.models import Operation, OperationWait
from server.models.documents import DOCUMENT_TYPES
from server.sync.wire import is_id

Cause = dict[str, Any]


def waiting_for_each(session: Session, ops: Sequence[str]) -> Mapping[str, int]:
    """How many operations wait for each of these."""
    counted = (
        select(OperationWait.cause, func.count()).where(OperationWait.cause.in_(ops)).group_by(OperationWait.cause)
    )
    return Counter({cause: count for cause, count in session.execute(counted)})


def causes_of(session: Session, ops: Sequence[str]) -> dict[str, list[Cause]]:
    """What each of these waits for; `outcome` is null for what has not come yet."""
    rows = session.execute(
        select(OperationWait.op_id, OperationWait.cause, Operation.name, Operation.actor_id, Operation.outcome)
        .outerjoin(Operation, Operation.op_id == OperationWait.cause)
        .where(OperationWait.op_id.in_(ops))
        .order_by(OperationWait.op_id, OperationWait.cause)
    )
    found: dict[str, list[Cause]] = {}
    for op, cause, name, by, outcome in rows:
        found.setdefault(op, []).append({"op": cause, "name": name, "by": by, "outcome": outcome})
    return found


def standing(session: Session, project_id: str, operations: Iterable[Operation]) -> dict[str, dict[str, Any]]:
    """What the fields say now that each of these edits wanted to set; only of rows of this project."""
    return {operation.op_id: _fields(session, project_id, operation) for operation in operations}


def _fields(session: Session, project_id: str, operation: Operation) -> dict[str, Any]:
    found: dict[str, Any] = {}
    named: Counter[str] = Counter()
    for edit in _edits(operation.body):
        kind = DOCUMENT_TYPES.get(str(edit.get("type")))
        wanted, doc = edit.get("set"), edit.get("doc")
        if kind is None or not isinstance(wanted, dict) or not is_id(doc):
            continue
        named.update(wanted.keys())
        table = kind.table
        row = session.execute(
            select(table).where(table.c.id == doc, table.c.project_id == project_id)
        ).mappings().one_or_none()  # fmt: skip
        if row is not None:
            found |= {name: row[name] for name in wanted if name in kind.fields and name not in kind.private}
    # One that is set in several rows stands for none of them.
    return {name: value for name, value in found.items() if named[name] == 1}


def _edits(body: str) -> list[dict[str, Any]]:
    """Bodies are kept as they came, so nothing is sure of their shape."""
    try:
        whole = json.loads(body)
    except ValueError:
        return []
    edits = whole.get("edits") if isinstance(whole, dict) else None
    return [edit for edit in edits if isinstance(edit, dict)] if isinstance(edits, list) else []
