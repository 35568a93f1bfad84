"""The books at rest, compared with what the phones wrote, were told and show."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from flask import Flask
from sqlalchemy import Row, func, select, text
from sqlalchemy.orm import Session

from server.database import reading
from server.models import Operation, Scan, Stream, StreamEntry
from server.models.documents import DOCUMENT_TYPES
from server.sync.pull import documents_of
from server.sync.rights import grants_of, organisation_of, visible_streams
from tests.faults.frame.phone import FleetPhone
from tests.faults.frame.tally import Tally

TAKEN = ("applied", "conflict")
AT_ONCE = 5_000  # parameters of one statement


def check_books(
    app: Flask,
    phones: Sequence[FleetPhone],
    tally: Tally,
    *,
    retired: Sequence[FleetPhone] = (),
    excused: Collection[str] = (),
) -> None:
    """Count what is wrong. `retired` phones show nothing any more; for `excused` codes a run may rightly park."""
    with app.app_context(), reading() as session:
        books = {row.op_id: row for row in session.scalars(select(Operation).where(Operation.actor_kind == "person"))}
        tally.operations += len(books)
        _compare_with_what_was_told(books, [*phones, *retired], tally, excused)
        _compare_effects(session, books, tally)
        _count_overwritten(session, books, tally)
        _check_feed(session, tally)
        for phone in phones:
            _compare_with_what_is_shown(session, phone, tally)
        if session.get_bind().dialect.name == "sqlite" and session.scalar(text("PRAGMA integrity_check")) != "ok":
            tally.found("lost", "the database is damaged")


def _compare_with_what_was_told(
    books: dict[str, Operation], phones: Sequence[FleetPhone], tally: Tally, excused: Collection[str]
) -> None:
    for phone in phones:
        for op, outcome in phone.told.items():
            if op not in books:
                tally.found("lost", f"{phone.name} was told {outcome} of {op}, which is not in the books")
        for op in phone.wrote - phone.told.keys() - books.keys():
            tally.found("lost", f"{phone.name} wrote {op}, which never came")
    news = sum((phone.news for phone in phones), Counter[str]())
    tally.found("doubled", *(f"{op} was taken as new {times} times" for op, times in news.items() if times > 1))
    for op, row in books.items():
        if row.outcome == "waiting":
            tally.found("stuck", f"{op} {row.name} waits")
        elif row.outcome not in TAKEN and row.code not in excused:
            tally.found("lost", f"{op} {row.name} is {row.outcome}: {row.code} {row.result}")


def _compare_effects(session: Session, books: dict[str, Operation], tally: Tally) -> None:
    """A scan is a row that only its operation makes; what it says was said once."""
    scans = {row.id: row.raw for row in session.execute(select(Scan.id, Scan.raw))}
    wanted = {op for op, row in books.items() if row.name == "scan_asset" and row.outcome in TAKEN}
    tally.found("lost", *(f"scan {op} is in the books and has no row" for op in wanted - scans.keys()))
    tally.found("doubled", *(f"scan {op} has a row and is not in the books" for op in scans.keys() - wanted))
    said = Counter(scans.values())
    tally.found("doubled", *(f"the scan {raw!r} is there {times} times" for raw, times in said.items() if times > 1))
    ticket = DOCUMENT_TYPES["ticket"].table
    same = (ticket.c.asset_id, ticket.c.check_key)
    twins = select(*same).where(ticket.c.is_open, ~ticket.c.separate).group_by(*same).having(func.count() > 1)
    tally.found("doubled", *(f"two open tickets for {tuple(row)}" for row in session.execute(twins)))


def _count_overwritten(session: Session, books: dict[str, Operation], tally: Tally) -> None:
    """I5: each value taken stands, was seen by who replaced it, or is kept in a conflict."""
    conflict, answer = DOCUMENT_TYPES["conflict"].table, DOCUMENT_TYPES["answer"].table
    kept = set(session.scalars(select(conflict.c.kept_op)))
    standing = {row.id: row.writers for row in session.execute(select(answer.c.id, answer.c.writers))}
    answers = {op: json.loads(row.body)["edits"] for op, row in books.items() if row.name == "answer_item"}
    edits = [(op, edit) for op, all_of_it in answers.items() for edit in all_of_it]
    saw: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for op, edit in edits:
        for name, ops in edit["was"].items():
            saw[op, edit["doc"], name] += ops or []
    taken = [(op, edit) for op, edit in edits if books[op].outcome in TAKEN]
    seen = {
        (edit["doc"], name, was)
        for op, edit in taken
        for name in edit["was"]
        for was in _seen_through(op, edit["doc"], name, saw, books)
    }
    for op, edit in taken:
        doc = edit["doc"]
        for name in edit["set"]:
            stands = op in standing.get(doc, {}).get(name, [])
            if not stands and (doc, name, op) not in seen and op not in kept:
                now = standing.get(doc, {}).get(name)
                tally.found("overwritten", f"{op} {doc}.{name} = {edit['set'][name]!r}, where {now} stand")


def _seen_through(
    op: str, doc: str, name: str, saw: Mapping[tuple[str, str, str], list[str]], books: Mapping[str, Operation]
) -> set[str]:
    """What the author of `op` had seen: of an own operation that was not taken, what stood when that was written."""
    found, left = set[str](), list(saw[op, doc, name])
    while left:
        was = left.pop()
        if was not in found:
            found.add(was)
            if was in books and books[was].outcome not in TAKEN:
                left += saw[was, doc, name]
    return found


def _check_feed(session: Session, tally: Tally) -> None:
    newest = select(func.max(StreamEntry.seq)).where(StreamEntry.stream_id == Stream.id).scalar_subquery()
    for stream, head, last in session.execute(select(Stream.id, Stream.head, newest)):
        if head < (last or 0):  # what lies beyond the head is never asked for
            tally.found("lost", f"{stream} ends at {last}, its head is {head}")


def _compare_with_what_is_shown(session: Session, phone: FleetPhone, tally: Tally) -> None:
    """I8, I9: exactly what the server would show this person."""
    person = phone.world.people[phone.name]
    visible = visible_streams(grants_of(session, person), person, organisation_of(session))
    entries: Sequence[Row[Any]] = session.execute(  # type: ignore[assignment]  # rows are tuples of their columns
        select(StreamEntry.doc_id, StreamEntry.doc_type, StreamEntry.seq, StreamEntry.gone).where(
            StreamEntry.stream_id.in_(visible), StreamEntry.gone.is_(False)
        )
    ).all()
    wanted: dict[str, dict[str, Any]] = {}
    for k in range(0, len(entries), AT_ONCE):
        wanted |= {doc["id"]: doc for doc in documents_of(session, entries[k : k + AT_ONCE])}
    for doc in wanted.keys() - phone.base.keys():
        tally.found("lost", f"{phone.name} was never shown {wanted[doc]['type']} {doc}")
    for doc in phone.base.keys() - wanted.keys():
        tally.found("lost", f"{phone.name} shows {phone.base[doc]['type']} {doc}, which is not there")
    for doc in phone.base.keys() & wanted.keys():
        if {name: phone.base[doc][name] for name in ("rev", "fields", "writers")} != {
            name: wanted[doc][name] for name in ("rev", "fields", "writers")
        }:
            tally.found("lost", f"{phone.name} shows an old {wanted[doc]['type']} {doc}")
