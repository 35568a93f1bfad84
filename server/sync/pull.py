"""The way back (docs/protocol.md, "Pull"): one read snapshot, per stream the documents after the phone's cursor."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import Session

from server.backup.durable import durable_n
from server.database import reading
from server.errors import DepositOnly, SignInRequired
from server.models import Device, Installation, Stream, StreamEntry
from server.models.documents import DOCUMENT_TYPES
from server.sync.place import Place
from server.sync.revoked import is_revoked
from server.sync.rights import grants_of, visible_streams

BYTES_PER_ENTRY = 200  # what a document costs on the wire beside its fields


@dataclass(frozen=True)
class Limits:
    max_bytes: int
    max_docs: int


def pull(person_id: str, device_id: str, cursors: Mapping[str, Mapping[str, Any]], limits: Limits) -> dict[str, Any]:
    """The next page of every visible stream; streams that are no longer visible are named in `drop`."""
    with reading() as session:
        device = session.get(Device, device_id)
        if device is None or device.person_id != person_id:
            raise SignInRequired
        if is_revoked(session, device):
            raise DepositOnly
        installation = session.scalars(select(Installation)).one()
        visible = visible_streams(grants_of(session, person_id), person_id, installation.organisation_id)
        left = limits.max_bytes
        pages: list[dict[str, Any]] = []
        for stream in session.scalars(select(Stream).where(Stream.id.in_(visible)).order_by(Stream.id)):
            page, size = _page(session, stream, cursors.get(stream.id), Limits(max(left, 1), limits.max_docs))
            left -= size
            pages.append(page)
        return {
            "inc": installation.incarnation,
            "device": device_id,
            "durable_n": durable_n(device, device.last_n),
            "drop": sorted(set(cursors) - visible),
            "pages": pages,
        }


def _page(
    session: Session, stream: Stream, cursor: Mapping[str, Any] | None, limits: Limits
) -> tuple[dict[str, Any], int]:
    known = Place.read(cursor, stream) if cursor is not None else None
    place = known or Place(0, stream.head)
    entries = _entries(session, stream.id, place, limits.max_docs + 1)
    more = len(entries) > limits.max_docs
    documents: list[dict[str, Any]] = []
    size, taken = 0, 0
    for document in documents_of(session, entries[: limits.max_docs]):
        cost = BYTES_PER_ENTRY + len(json.dumps(document["fields"], ensure_ascii=False).encode())
        if documents and size + cost > limits.max_bytes:
            more = True
            break
        documents.append(document)
        size, taken = size + cost, taken + 1
    page = {
        "stream": stream.id,
        "e": place.epoch(stream),
        "reset": cursor is not None and known is None,
        "docs": documents,
        "next": entries[taken - 1].seq if taken else place.since,
        "more": more,
    }
    return page, size


def _entries(session: Session, stream_id: str, place: Place, limit: int) -> Sequence[Row[Any]]:
    """Entries in order; a first sync is spared what had left before it began."""
    query = select(StreamEntry.doc_id, StreamEntry.doc_type, StreamEntry.seq, StreamEntry.gone).where(
        StreamEntry.stream_id == stream_id,
        StreamEntry.seq > place.since,
        or_(StreamEntry.gone.is_(False), StreamEntry.seq > place.began),
    )
    rows: Sequence[Row[Any]] = session.execute(query.order_by(StreamEntry.seq).limit(limit)).all()  # type: ignore[assignment]  # rows are tuples of their columns
    return rows


def documents_of(session: Session, entries: Sequence[Row[Any]]) -> list[dict[str, Any]]:
    """The rows behind feed entries as the wire shows them, one statement a type, in the entries' order."""
    by_type: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        if not entry.gone:
            by_type[entry.doc_type].append(entry.doc_id)
    rows = {row["id"]: row for name, ids in by_type.items() for row in _rows(session, name, ids)}
    return [rows.get(entry.doc_id) or _gone(entry) for entry in entries]


def _rows(session: Session, name: str, ids: list[str]) -> list[dict[str, Any]]:
    return rows_where(session, name, DOCUMENT_TYPES[name].table.c.id.in_(ids))


def rows_on_wire(session: Session, name: str, column: str, value: str) -> list[dict[str, Any]]:
    """All rows of a type with this value, as the wire shows them, by id."""
    return sorted(
        rows_where(session, name, DOCUMENT_TYPES[name].table.c[column] == value), key=lambda row: str(row["id"])
    )


def rows_by_id(session: Session, ids: Mapping[str, Sequence[str]]) -> list[dict[str, Any]]:
    """These rows, of several types, as the wire shows them, in the order in which they are named."""
    found = {row["id"]: row for name, wanted in ids.items() if wanted for row in _rows(session, name, list(wanted))}
    return [found[row_id] for wanted in ids.values() for row_id in wanted if row_id in found]


def rows_where(session: Session, name: str, condition: Any) -> list[dict[str, Any]]:
    """All rows of a type for which this holds, as the wire shows them, in no order."""
    kind = DOCUMENT_TYPES[name]
    shown = [field for field in kind.fields if field not in kind.private]
    found = session.execute(select(kind.table).where(condition)).mappings()
    return [
        {
            "id": row["id"],
            "type": name,
            "rev": row["rev"],
            "fields": {field: row[field] for field in shown},
            "writers": row["writers"],
            "gone": False,
        }
        for row in found
    ]


def _gone(entry: Row[Any]) -> dict[str, Any]:
    return {"id": entry.doc_id, "type": entry.doc_type, "rev": 0, "fields": {}, "writers": {}, "gone": True}
