"""After a restore (docs/protocol.md, "Restore"): an operation comes again, with the receipt of what we said then.

right: judged once, when it first came ─ parked then: parked now ─ applied then: waits for all that it stood on
"""

from collections.abc import Set
from uuid import UUID

from server.rules.ids import natural_id, signed_copy_id
from server.sync.document import Document
from server.sync.parked import Parked
from server.sync.record import Record
from server.sync.rights import authorise
from server.sync.work import Work

VERIFIED = "verified"
PARENTS = ("round_id", "asset_id", "project_id", "draft_id")


def judge_right(work: Work) -> None:
    """Rights are judged once, at first receipt; grants that came or went since change nothing."""
    record, entry = work.record, work.checked.entry
    assert entry is not None
    if record.rightful:
        return
    try:
        authorise(work.actor, entry, work.project_id)
    except Parked:
        record.rightful = False
        raise
    if record.rightful is False:
        raise Parked("forbidden", "role_missing")
    record.rightful = True


def as_it_was_told(record: Record) -> None:
    """What was parked then is parked now; a person may settle it, and what was settled is settled again."""
    told = record.told
    if told is not None and told["outcome"] == "parked":
        raise Parked(told["code"] or "invalid", told["reason"] or "set_aside")


def causes_of(work: Work) -> Set[str]:
    """What must be here first. One that was applied before may come before the rows that it is about."""
    named = work.checked.causes
    if not work.record.was_applied:
        return named
    rows = {edit.doc for edit in work.checked.edits if edit.key is None}
    rows |= {edit.key[name] for edit in work.checked.edits if edit.key for name in PARENTS if edit.key.get(name)}
    entry = work.checked.entry
    if entry is not None and work.checked.doc is not None and not entry.makes_doc:
        rows.add(work.checked.doc)
    return (named | rows | _seen(work) | set(work.record.causes)) - {work.op}


def _seen(work: Work) -> set[str]:
    """What a decision saw: who wrote it, and insert-only rows, which have the id of the operation that made them."""
    writers = {op for ops in work.checked.seen.values() for op in ops}
    return writers | {doc for doc, ops in work.checked.seen.items() if not ops and UUID(doc).version == 7}


def moved_later(work: Work, row: Document) -> bool:
    """A decision that was applied stood on the state of then: what had come after it then may come before it now."""
    if not work.record.was_applied:
        return False
    seen = work.checked.seen.get(row.id)
    unseen = set(row.all_writers()) - set(seen or ())
    if seen is None and not unseen:
        unseen = {_maker_of(work, row)}
    return all(_came_later(work, op) for op in unseen)


def _came_later(work: Work, op: str) -> bool:
    """By the moments of first receipt; at the same one it counts as unseen, and the person looks again."""
    record = work.history.get(op)
    return record is not None and record.received_at > work.record.received_at


def _maker_of(work: Work, row: Document) -> str:
    """The operation behind a row that nobody wrote to: its id is the operation's, or follows from it."""
    if row.type.name == "conflict":
        return str(row["kept_op"])
    if row.type.name == "signed_copy":
        events = work.books.find("round_event", round_id=row["round_id"])
        return next((event.id for event in events if signed_copy_id(event.id) == row.id), row.id)
    return row.id


def unnamed_causes(work: Work) -> list[str]:
    """What a decision stands on that its body does not name: it waits for these when it is offered again."""
    entry = work.checked.entry
    if entry is None or entry.kind != "decision" or work.actor.is_server:
        return []
    rows = list(entry.seen_set(work)) if entry.seen_set is not None else []
    found = {op for row in rows for op in _stands_on(row)}
    subject = work.args.get("op")
    return sorted(found | ({subject} if subject else set()))


def _stands_on(row: Document) -> list[str]:
    """A conflict is of the value that lost; a photo counts once its bytes are verified."""
    if row.type.name == "conflict":
        return [row["kept_op"]]
    if row.type.name == "photo" and row["blob_state"] == VERIFIED:
        return [natural_id("verify_blob", row.id, VERIFIED)]
    return []
