"""Step 5 of the batch: write the rows and give each changed document the newest place in its stream.

The sequence is taken last, under the stream's row lock, which is held until commit: when sequence k
is visible, everything below k is committed (invariant I3).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from secrets import token_hex
from typing import Any

from sqlalchemy import Executable, Table, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from server.asset_list.texts import drop_texts, keep_texts
from server.clock import now
from server.failpoints import failpoint
from server.models import Stream, StreamEntry
from server.models.documents import INSERT_ORDER
from server.models.types import instant_text
from server.prepared import INSERTS, Prepared, among
from server.sync.books import Books, RowMoved
from server.sync.coming_back import come_back
from server.sync.document import Document

_STREAM, _ENTRY = (Stream.metadata.tables[model.__tablename__] for model in (Stream, StreamEntry))
_MOVE = Prepared(update(_STREAM).where(_STREAM.c.id == bindparam("stream_key")).values(head=bindparam("new_head")))
_HEADS = Prepared(
    select(_STREAM.c.id, _STREAM.c.head).where(among(_STREAM.c.id, "streams")).order_by(_STREAM.c.id).with_for_update()
)
_TYPES = Prepared(
    select(_ENTRY.c.doc_id, _ENTRY.c.doc_type).where(
        among(_ENTRY.c.stream_id, "streams"), among(_ENTRY.c.doc_id, "docs")
    )
)

# stream -> id -> type
Named = dict[str, dict[str, str]]


def write_books(books: Books) -> None:
    """Write every changed row in bulk, then its feed entry."""
    changed = sorted(books.changed(), key=lambda row: (INSERT_ORDER[row.type.name], row.id))
    if not changed and not books.removed():
        return
    failpoint("before rows")
    _write_rows(books.session, changed)
    drop_texts(books.session, [row.id for row in books.removed() if row.type.name == "asset"])
    _delete_rows(books.session, books.removed())
    failpoint("before sequence")
    _write_entries(books, changed)
    keep_texts(books.session, changed)
    for document in changed:
        document.rev, document.changed = document.next_rev, False
    failpoint("after sequence")


class IdTaken(Exception):
    """Two documents of different types with one id: they would share one place in the feed."""


def stream_of(document: Document, organisation_id: str) -> str:
    """The one stream in which a document lives for life."""
    match document.type.stream_kind:
        case "org":
            return f"org:{organisation_id}"
        case "user":
            return f"user:{document['person_id']}"
        case "client":
            return f"project:{document.project_id}:client"
        case _ if document.project_id is None:  # a difference about an article
            return f"org:{organisation_id}"
        case _:
            return f"project:{document.project_id}"


def _write_rows(session: Session, changed: Sequence[Document]) -> None:
    by_type: dict[str, list[Document]] = defaultdict(list)
    for document in changed:
        by_type[document.type.name].append(document)
    for documents in by_type.values():
        table = documents[0].type.table
        new = [_columns(document) for document in documents if document.rev == 0]
        old = [
            {"row_id": document.id, "read_rev": document.rev, **_columns(document)}
            for document in documents
            if document.rev > 0
        ]
        if new:
            _insert(table).run(session, _parents_first(new))
        if old:
            if _update(table).run(session, old) != len(old):
                raise RowMoved


@cache
def _insert(table: Table) -> Prepared:
    return Prepared(insert(table))


@cache
def _update(table: Table) -> Prepared:
    """Only a row that is as it was read."""
    columns: dict[str, Any] = {name: bindparam(name) for name in table.c.keys() if name != "id"}
    as_read = (table.c.id == bindparam("row_id"), table.c.rev == bindparam("read_rev"))
    return Prepared(update(table).where(*as_read).values(columns))


def _columns(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "project_id": document.project_id,
        "rev": document.next_rev,
        "writers": document.writers,
        **document.fields,
    }


def _delete_rows(session: Session, removed: Sequence[Document]) -> None:
    """Children before parents; only rows that are as they were read."""
    for name in sorted({row.type.name for row in removed}, key=lambda name: -INSERT_ORDER[name]):
        rows = [row for row in removed if row.type.name == name]
        table = rows[0].type.table
        gone = _delete(table).rows(session, ids=[row.id for row in rows])
        if {(row.id, row.rev) for row in gone} != {(row.id, row.rev) for row in rows}:
            raise RowMoved


@cache
def _delete(table: Table) -> Prepared:
    return Prepared(delete(table).where(among(table.c.id, "ids")).returning(table.c.id, table.c.rev))


def _parents_first(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A place may name another place of the same batch as its parent."""
    if "parent_id" not in rows[0]:
        return rows
    waiting, ordered, placed = list(rows), list[dict[str, Any]](), set[str]()
    here = {row["id"] for row in rows}
    while waiting:
        ready = [row for row in waiting if row["parent_id"] not in here or row["parent_id"] in placed]
        ordered += ready or waiting
        placed |= {row["id"] for row in ready or waiting}
        waiting = [row for row in waiting if row["id"] not in placed]
    return ordered


def _write_entries(books: Books, changed: Sequence[Document]) -> None:
    named: Named = defaultdict(dict)
    for document in changed:
        named[stream_of(document, books.organisation_id)][document.id] = document.type.name
    gone: Named = defaultdict(dict)
    for document in books.removed():
        gone[stream_of(document, books.organisation_id)][document.id] = document.type.name
    heads = lock_streams(books.session, {*named, *gone})
    _refuse_taken_ids(books.session, list(named), changed)
    for project_id, documents in come_back(books.session, changed).items():
        named[f"project:{project_id}"] |= documents
    if named:
        place_newest(books.session, heads, named)
    if gone:
        after = {stream: head + len(named.get(stream, ())) for stream, head in heads.items()}
        place_newest(books.session, after, gone, gone_at=instant_text(now()))
        books.removed().clear()


def place_newest(session: Session, heads: Mapping[str, int], named: Named, gone_at: str | None = None) -> None:
    """Give these documents the newest places in their streams, which are locked; `gone_at`: they leave them."""
    entries = [
        {"stream_id": stream, "doc_id": doc_id, "doc_type": kind, "seq": seq, "gone": bool(gone_at), "gone_at": gone_at}
        for stream, documents in sorted(named.items())
        for seq, (doc_id, kind) in enumerate(documents.items(), start=heads[stream] + 1)
    ]
    moved = [{"stream_key": stream, "new_head": heads[stream] + len(documents)} for stream, documents in named.items()]
    _MOVE.run(session, moved)
    _PLACE.run(session, entries)


def _placing(database: str) -> Executable:
    """A document's newest place in its stream."""
    upsert = INSERTS[database](_ENTRY)
    newest = {name: upsert.excluded[name] for name in ("seq", "gone", "gone_at")}
    placing: Executable = upsert.on_conflict_do_update(index_elements=["stream_id", "doc_id"], set_=newest)
    return placing


_PLACE = Prepared(_placing)


def _refuse_taken_ids(session: Session, streams: list[str], changed: Sequence[Document]) -> None:
    """Ids are made by their authors; one that a document of another type holds is given to nobody else."""
    types = {document.id: document.type.name for document in changed}
    if len(types) < len(changed):
        raise IdTaken
    new = [document.id for document in changed if document.rev == 0]
    if not new:
        return
    if any(row.doc_type != types[row.doc_id] for row in _TYPES.rows(session, streams=streams, docs=new)):
        raise IdTaken


def lock_streams(session: Session, streams: Any) -> dict[str, int]:
    """Lock the streams in id order, then make those that are new, in id order as well; gives the head of each."""
    wanted = sorted(streams)
    heads = _heads(session, wanted)
    missing = [stream for stream in wanted if stream not in heads]
    if missing:
        fresh = dialect_insert(session)(_STREAM).on_conflict_do_nothing(index_elements=["id"])
        for stream in missing:
            session.execute(fresh, [{"id": stream, "epoch": token_hex(6), "head": 0, "floor": 0}])
        heads |= _heads(session, missing)
    return heads


def _heads(session: Session, streams: list[str]) -> dict[str, int]:
    return {row.id: row.head for row in _HEADS.rows(session, streams=streams)}


def dialect_insert(session: Session) -> Any:
    """The `insert` of this database that knows ON CONFLICT."""
    return INSERTS[session.get_bind().dialect.name]
