"""The invariants of docs/protocol.md as questions to the server's books and to the phones at rest."""

import copy
import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from flask import Flask
from sqlalchemy import Row, select

from server.blobs import store
from server.database import reading
from server.models import Blob, Operation, Refused, SignedCopy, Stream, StreamEntry
from server.models.documents import DOCUMENT_TYPES
from server.rules.merge import weight
from server.sync.pull import documents_of
from server.sync.rights import grants_of, organisation_of, visible_streams
from tests.support.sync_phone import SyncPhone


def operations() -> dict[str, Operation]:
    with reading() as session:
        return {row.op_id: row for row in session.scalars(select(Operation))}


def rows(kind: str) -> list[dict[str, Any]]:
    with reading() as session:
        return [dict(row) for row in session.execute(select(DOCUMENT_TYPES[kind].table)).mappings()]


def check_every_value_is_kept(sent: set[str]) -> None:
    """I1, I6: what reached the server is in the books once."""
    books = operations()
    with reading() as session:
        refused = set(session.scalars(select(Refused.op_id)))
    missing = sent - books.keys() - refused
    assert not missing, f"I6 lost {missing}"


def check_nothing_was_overwritten_unseen() -> None:
    """I5: each applied value stands, was seen by who replaced it, is kept in a conflict, or was settled."""
    books = operations()
    kept = Counter(row["kept_op"] for row in rows("conflict"))
    standing = {row["id"]: row["writers"] for row in rows("answer")}
    seen: set[tuple[str, str, str]] = set()
    settled: set[tuple[str, str]] = set()
    for operation in books.values():
        body = json.loads(operation.body)
        for edit in body.get("edits", []):
            seen |= {(edit["doc"], name, op) for name, ops in edit["was"].items() for op in ops or []}
        if operation.name == "settle_conflict" and operation.outcome == "applied":
            settled.add((body["doc"], body["args"]["field"]))
    for operation in books.values():
        if operation.name != "answer_item" or operation.outcome not in ("applied", "conflict"):
            continue
        for edit in json.loads(operation.body)["edits"]:
            for name in edit["set"]:
                stands = operation.op_id in standing[edit["doc"]].get(name, [])
                looked_at = (edit["doc"], name, operation.op_id) in seen or (edit["doc"], name) in settled
                assert stands or looked_at or kept[operation.op_id], f"I5 {operation.op_id} {edit['doc']}.{name}"


def check_the_worse_stands() -> None:
    """I15: while a conflict on an answer or a severity is open, nothing better than its kept value stands."""
    answers = {row["id"]: row for row in rows("answer")}
    for conflict in rows("conflict"):
        if conflict["state"] == "open" and conflict["field"] in ("value", "severity"):
            value = answers[conflict["doc_id"]][conflict["field"]]
            assert weight(value) >= weight(conflict["kept_value"]), f"I15 {conflict}"


def check_streams_have_no_holes() -> None:
    """I3 at rest: entries are unique, within the head, one a document."""
    with reading() as session:
        for stream in session.scalars(select(Stream)):
            entries = list(session.scalars(select(StreamEntry.seq).where(StreamEntry.stream_id == stream.id)))
            assert max([*entries, stream.floor]) == stream.head, f"I3 {stream.id}"


def check_nothing_waits() -> None:
    """I16."""
    waiting = [op for op, row in operations().items() if row.outcome == "waiting"]
    assert not waiting, f"I16 {waiting}"


def signed_hashes() -> dict[str, tuple[str, str]]:
    """I11: what must never change."""
    with reading() as session:
        copies = {row.id: (row.content, row.content_hash) for row in session.scalars(select(SignedCopy))}
    return copies | {row["id"]: (row["content"], row["hash"]) for row in rows("seal")}


def check_what_was_signed_stands(before: dict[str, tuple[str, str]]) -> None:
    """I11: `before` is what `signed_hashes` gave earlier."""
    now = signed_hashes()
    changed = {row for row, content in before.items() if now.get(row) != content}
    assert not changed, f"I11 {changed}"


def check_vouched_bytes(app: Flask) -> None:
    """I10: what the server vouches for hashes to its name."""
    with reading() as session:
        hashes = set(session.scalars(select(Blob.hash).where(Blob.state != "refused")))
    for name in hashes:
        file = store(app).path(name)
        assert file.exists() and hashlib.sha256(file.read_bytes()).hexdigest() == name, f"I10 {name}"


def check_decisions_saw_all() -> None:
    """I14 at rest, where nothing came after the approval: it named each answer's writers."""
    standing = {row["id"]: sorted({op for ops in row["writers"].values() for op in ops}) for row in rows("answer")}
    for operation in operations().values():
        if operation.name == "approve_round" and operation.outcome == "applied":
            seen = json.loads(operation.body)["seen"]
            unseen = {doc for doc, writers in standing.items() if seen.get(doc) != writers}
            assert not unseen, f"I14 {operation.op_id} decided without having seen {unseen}"


def check_a_page_twice_changes_nothing(phone: SyncPhone) -> None:
    """I4."""
    request = phone.pull_request(40)
    reply = phone.send_pull(request)
    phone.take_pull(request, reply)
    shown = copy.deepcopy(phone.base)
    phone.take_pull(request, reply)
    assert phone.base == shown, "I4"


def check_phone_at_rest(phone: SyncPhone) -> None:
    """I2, I7, I8, I9: the phone shows exactly what the server would show it, and has nothing left to send."""
    assert not phone.queued(), f"I8 {phone.name} still holds {phone.queued()}"
    books = operations()
    lost = {entry.op["op"] for entry in phone.outbox} | phone.wrote
    assert not lost - books.keys(), f"I2 {phone.name} forgot {lost - books.keys()}"
    person = phone.world.people[phone.name]
    with reading() as session:
        visible = visible_streams(grants_of(session, person), person, organisation_of(session))
        entries: Sequence[Row[Any]] = session.execute(  # type: ignore[assignment]  # rows are tuples of their columns
            select(StreamEntry.doc_id, StreamEntry.doc_type, StreamEntry.seq, StreamEntry.gone).where(
                StreamEntry.stream_id.in_(visible), StreamEntry.gone.is_(False)
            )
        ).all()
        wanted = {doc["id"]: doc for doc in documents_of(session, entries)}
    shown = {doc: {name: row[name] for name in ("id", "type", "rev", "fields", "writers", "gone")}
             for doc, row in phone.base.items()}  # fmt: skip
    assert shown.keys() == wanted.keys(), f"I8/I9 {phone.name}: {shown.keys() ^ wanted.keys()}"
    assert shown == wanted, f"I8 {phone.name}"


def is_in_feed(doc_id: str) -> bool:
    with reading() as session:
        here = select(StreamEntry.seq).where(StreamEntry.doc_id == doc_id, StreamEntry.gone.is_(False))
        return session.scalars(here).first() is not None


def check_own_writes_are_visible(phone: SyncPhone) -> None:
    """I7: an own value is on the screen until the base holds it or something newer."""
    for entry in phone.outbox:
        for edit in entry.op.get("edits", []):
            for name in edit["set"]:
                if entry.state == "reflected" and entry.outcome in ("applied", "conflict"):
                    row = phone.base.get(edit["doc"])
                    dropped = f"project:{phone.world.project}" not in phone.cursors
                    revs = {d["id"]: d["rev"] for d in entry.docs}
                    stands = row is not None and row["rev"] >= revs.get(edit["doc"], 0)
                    assert stands or dropped or not is_in_feed(edit["doc"]), (
                        f"I7 {phone.name} no longer shows {edit['doc']}.{name}"
                    )
