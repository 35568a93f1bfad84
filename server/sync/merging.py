"""Applying the edits of one operation: rows made by their natural key, fields merged by `rules.merge`."""

from functools import cache
from typing import Any

from server.models.documents import DOCUMENT_TYPES
from server.models.synced import BOOKKEEPING
from server.models.types import instant_text, parse_instant
from server.rules.merge import Kept, Merged, merge_keep, merge_union, merge_worse_wins
from server.sync.checked import Edit, was_of
from server.sync.document import Document
from server.sync.parked import Parked
from server.sync.record import Record
from server.sync.registry import OperationEntry
from server.sync.work import Work


def merge_edits(work: Work, entry: OperationEntry) -> list[Document]:
    """Merge every edit; gives the documents, existing or new, in the order named."""
    return [_merge_edit(work, edit, entry) for edit in work.checked.edits]


# Types whose id follows from their key: two phones that never met make the same row.
_NATURAL: dict[str, tuple[str, ...]] = {
    "answer": ("round_id", "asset_id", "check_key"),
    "member": ("project_id", "person_id"),
    "preference": ("person_id",),
}


def _merge_edit(work: Work, edit: Edit, entry: OperationEntry) -> Document:
    document = work.books.get(edit.type, edit.doc)
    if document is None:
        document = _make(work, edit, entry)
    elif document.project_id != work.project_id:
        raise Parked("forbidden", "unknown_document", type=edit.type, doc=edit.doc)
    work.books.check_references(document, edit.set)  # a value that loses is kept, and may be taken later
    for field, now in edit.set.items():
        if document.type.merge_class(field) == "union":
            _merge_union(work, document, field, now)
        else:
            _merge_field(work, document, field, now, edit.was.get(field, []))
    work.record.docs[document.id] = document
    return document


def _make(work: Work, edit: Edit, entry: OperationEntry) -> Document:
    target = entry.edits[edit.type]
    if target.key is None or edit.key is None:
        raise Parked("forbidden", "unknown_document", type=edit.type, doc=edit.doc)
    key = dict(edit.key)
    by_rule = edit.type in _NATURAL
    if by_rule and work.by_rule(edit.type, *(key[part] for part in _NATURAL[edit.type])) != edit.doc:
        raise Parked("invalid", "wrong_natural_id", doc=edit.doc)
    key.pop("project_id", None)
    given = {**key, **edit.set}
    lacking = [name for name in _must_be_given(edit.type) if name not in given]
    if lacking:
        raise Parked("invalid", "fields_missing", fields=lacking)
    # Not-null columns are there from the start; the merge below then says who wrote them.
    needed = {name: value for name, value in edit.set.items() if name in _not_null(edit.type)}
    return (work.insert if by_rule else work.insert_named)(edit.type, edit.doc, **key, **needed)


@cache
def _not_null(name: str) -> frozenset[str]:
    return frozenset(column.name for column in DOCUMENT_TYPES[name].table.c if not column.nullable)


@cache
def _must_be_given(name: str) -> tuple[str, ...]:
    columns = DOCUMENT_TYPES[name].table.c
    return tuple(c.name for c in columns if not c.nullable and c.default is None and c.name not in BOOKKEEPING)


def _merge_union(work: Work, document: Document, field: str, change: dict[str, Any]) -> None:
    prefix = f"{field}+"
    adders = {key.removeprefix(prefix): ops for key, ops in document.writers.items() if key.startswith(prefix)}
    merged = merge_union(document[field] or [], adders, work.op, change)
    work.books.write_union(document, field, merged.members, merged.adders)


def _merge_field(work: Work, document: Document, field: str, now: Any, was: list[str]) -> None:
    current, writers = document[field], document.writers.get(field, [])
    seen = set(was)
    if document.type.stream_kind == "user":
        seen |= set(writers)  # all by this one person: their last word counts
    elif not set(writers) <= seen:
        seen = _resolve(work, document.id, field, was)
    if document.type.merge_class(field) == "worse_wins":
        kept = [_kept(row) for row in open_conflicts(work, document, field) if row["kept_by"] != work.person]
        merged = merge_worse_wins(work.op, now, current, writers, seen, kept)
    else:
        merged = merge_keep(work.op, now, current, writers, seen)
    _take(work, document, field, merged)


def _take(work: Work, document: Document, field: str, merged: Merged) -> None:
    if merged.outcome != "kept":
        work.books.write(document, field, merged.value, merged.writers)
        work.wrote.add((document.id, field))
    for op, value in merged.loses:
        _keep(work, document, field, op, value)
    if merged.reopens is not None:
        row = work.books.need("conflict", merged.reopens.conflict_id)
        work.books.derive(row, state="replaced")
    show_standing(work, document, field)


def _keep(work: Work, document: Document, field: str, op: str, value: Any) -> None:
    """Keep a losing value as an open conflict; the author's earlier one is replaced, and kept as well."""
    loser = work.record if op == work.op else work.history.get(op)
    author = loser.author if loser else None
    for row in open_conflicts(work, document, field):
        if row["kept_by"] == author:
            work.books.derive(row, state="replaced")
    conflict_id = work.by_rule("conflict", document.id, field, op)
    values = {
        "kept_value": value,
        "kept_op": op,
        "kept_by": author,
        "kept_at": _said_at(loser) or work.now,
        "state": "open",
    }
    known = work.books.get("conflict", conflict_id)
    if known is not None:
        work.books.derive(known, **values)
    else:
        round_id = document.id if document.type.name == "round" else document.fields.get("round_id")
        work.insert(
            "conflict",
            conflict_id,
            doc_id=document.id,
            doc_type=document.type.name,
            round_id=round_id,
            field=field,
            **values,
        )
    if op == work.op:
        work.record.conflicts.append({"id": conflict_id, "doc": document.id, "field": field})


def show_standing(work: Work, document: Document, field: str) -> None:
    """Every open conflict shows the value that stands beside the one it keeps."""
    writers = document.writers.get(field, [])
    writer = work.record if work.op in writers else work.history.get(writers[0]) if writers else None
    for row in open_conflicts(work, document, field):
        work.books.derive(
            row,
            standing_value=document[field],
            standing_by=writer.author if writer else None,
            standing_at=_said_at(writer),
        )


def open_conflicts(work: Work, document: Document, field: str) -> list[Document]:
    return work.books.find("conflict", doc_id=document.id, field=field, state="open")


def _kept(row: Document) -> Kept:
    return Kept(row.id, row["kept_value"], row["kept_op"], row["kept_by"])


def _said_at(record: Record | None) -> str | None:
    if record is None:
        return None
    try:
        return instant_text(parse_instant(record.body()["at"]))
    except (KeyError, TypeError, ValueError, OverflowError):
        return record.received_at


def _resolve(work: Work, doc: str, field: str, was: list[str]) -> set[str]:
    """What the author saw, through the author's own parked or conflict-lost operations: same document, same field."""
    found, todo = set[str](), list(was)
    while todo:
        op = todo.pop()
        if op in found:
            continue
        found.add(op)
        record = work.history.get(op)
        if record is None or record.author != work.record.author:
            continue
        if record.outcome == "parked" or record.lost(doc, field):
            todo += was_of(record.body(), doc, field)
    return found
