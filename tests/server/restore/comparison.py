"""What section "Restore" of docs/protocol.md says must be equal, compared and printed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from sqlalchemy import select

from server.blobs import store
from server.database import reading
from server.models import Blob, Operation
from server.models.documents import DOCUMENT_TYPES
from server.rules.ids import client_ticket_id

# Recomputed by the server for itself: when it told an author, until when which phone was heard of, which events the
# next word of a client will name. What a message said is of its moment; that it was written is compared. A ticket's
# clocks run on until those who stopped them have come back, and may take it up a tier meanwhile.
OF_THE_MOMENT = {
    "op_status": {"at", "outcome", "code", "reason", "message_zh", "message_en"},
    "round": {"holding"},
    "client_ticket": {"heads"},
    "notice": {"args"},
    "ticket": {"tier"},
}
Rows = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class State:
    """A server's books at rest: operations of persons, verified photos, every document."""

    operations: dict[str, Operation]
    photos: frozenset[str]
    documents: dict[str, Rows]


@dataclass
class Comparison:
    lines: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    turned_out_differently: int = 0

    def __str__(self) -> str:
        return "\n".join([*self.lines, *(f"WRONG {each}" for each in self.wrong)])


def state_of(app: Flask) -> State:
    with app.app_context(), reading() as session:
        persons = session.scalars(select(Operation).where(Operation.actor_kind == "person"))
        hashes = session.scalars(select(Blob.hash).where(Blob.state == "verified"))
        return State(
            {row.op_id: row for row in persons},
            frozenset(each for each in hashes if store(app).exists(each)),
            {
                name: {
                    row["id"]: {f: row[f] for f in kind.fields}
                    for row in session.execute(select(kind.table)).mappings()
                }
                for name, kind in DOCUMENT_TYPES.items()
            },
        )


def compare(before: State, after: State) -> Comparison:
    said = Comparison()
    _operations(before, after, said)
    said.lines.append(f"{'photos':<16} before {len(before.photos):4} after {len(after.photos):4}")
    if before.photos != after.photos:
        said.wrong.append(f"photos {before.photos ^ after.photos}")
    excused = _excused(before, after)
    for name in DOCUMENT_TYPES:
        _documents(name, before.documents[name], after.documents[name], excused, said)
    return said


def _operations(before: State, after: State, said: Comparison) -> None:
    lost = before.operations.keys() - after.operations.keys()
    changed = [
        (op, row.name, row.outcome, after.operations[op].outcome, after.operations[op].result.get("reason"))
        for op, row in before.operations.items()
        if op in after.operations and row.outcome != after.operations[op].outcome
    ]
    said.turned_out_differently = len(changed)
    said.lines.append(
        f"{'operations':<16} before {len(before.operations):4} after {len(after.operations):4}"
        f"  lost {len(lost)}  other outcome {len(changed)}"
    )
    said.lines += [f"  {each}" for each in changed]
    said.wrong += [f"operation {op} {before.operations[op].name} is lost" for op in sorted(lost)]
    rewritten = [
        op
        for op, row in before.operations.items()
        if op in after.operations and _body(row) != _body(after.operations[op])
    ]
    said.wrong += [f"operation {op} has another body" for op in rewritten]
    for op, name, was, now, reason in changed:
        # A decision may park, and an edit lose to another that came first; nothing else may turn out differently.
        decided = before.operations[op].kind == "decision" and now == "parked"
        merged = {was, now} == {"applied", "conflict"}
        if not decided and not merged:
            said.wrong.append(f"operation {op} {name} was {was}, is {now} ({reason})")


def _body(row: Operation) -> tuple[str, str]:
    return row.body, row.received_at


def _excused(before: State, after: State) -> set[tuple[str, str | None]]:
    """(document, field) with an open conflict; (document, None) that a decision named which is parked now."""
    conflicts = after.documents["conflict"].values()
    found: set[tuple[str, str | None]] = {(row["doc_id"], row["field"]) for row in conflicts if row["state"] == "open"}
    for op, row in before.operations.items():
        now = after.operations.get(op)
        if row.kind == "decision" and row.outcome == "applied" and now is not None and now.outcome == "parked":
            body = json.loads(row.body)
            found |= {(doc, None) for doc in [op, body.get("doc"), *body.get("seen", {})] if doc}
    # A ticket follows the round that a parked decision was about, and so does what the client sees of it.
    of_round = [ticket for ticket, row in before.documents["ticket"].items() if (row["round_id"], None) in found]
    found |= {(doc, None) for ticket in of_round for doc in (ticket, client_ticket_id(ticket))}
    return found


def _documents(name: str, before: Rows, after: Rows, excused: set[tuple[str, str | None]], said: Comparison) -> None:
    ignored = OF_THE_MOMENT.get(name, set())
    different = [
        (row_id, f, before[row_id][f], after[row_id][f])
        for row_id in sorted(before.keys() & after.keys())
        for f in before[row_id]
        if f not in ignored and before[row_id][f] != after[row_id][f]
    ]
    only_before, only_after = sorted(before.keys() - after.keys()), sorted(after.keys() - before.keys())
    said.lines.append(
        f"{name:<16} before {len(before):4} after {len(after):4}"
        f"  only before {len(only_before)}  only after {len(only_after)}  fields different {len(different)}"
    )
    said.lines += [f"  {row_id} {f}: {_short(was)} -> {_short(now)}" for row_id, f, was, now in different]
    if name == "op_status":
        return  # tells an author of a moment's waiting, which the order of arrival decides
    said.wrong += [
        f"{name} {row_id} is gone: {_short(before[row_id])}"
        for row_id in only_before
        if not _is_excused(before[row_id], row_id, None, excused)
    ]
    said.wrong += [
        f"{name} {row_id} is new: {_short(after[row_id])}"
        for row_id in only_after
        if name != "conflict" and not _is_of_clocks(name, after[row_id])
    ]
    said.wrong += [
        f"{name} {row_id}.{f} was {_short(was)}, is {_short(now)}"
        for row_id, f, was, now in different
        if not _is_excused(before[row_id], row_id, f, excused)
    ]


def _is_of_clocks(name: str, row: Mapping[str, Any]) -> bool:
    """What the clocks of a ticket did by themselves meanwhile: they run until who stopped them has come back."""
    said = row["name"] if name == "ticket_event" and row["by"] is None else row["kind"] if name == "notice" else None
    return said in {"near", "past", "escalated"}


def _is_excused(row: Mapping[str, Any], row_id: str, f: str | None, excused: set[tuple[str, str | None]]) -> bool:
    """The row itself, or what hangs on a round or ticket that a parked decision was about."""
    if f == "after" and (row.get("args") or {}).get("cause_op"):
        return True  # a rule's own event lists the ids that came before it, in the order of this history
    owners = {
        row_id,
        row.get("round_id"),
        row.get("ticket_id"),
        row.get("doc_id"),
        (row.get("args") or {}).get("cause_op"),
    }
    return (row_id, f) in excused or any((owner, None) in excused for owner in owners if owner)


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) < 160 else f"{text[:160]}…"
