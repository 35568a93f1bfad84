"""Projects with many documents, written straight into the tables: only reading is measured on them."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from flask import Flask
from sqlalchemy import insert, select, update

from benchmarks.sync.firm import Project, new_id
from server.database import reading, writing
from server.models import Stream, StreamEntry
from server.models.documents import DOCUMENT_TYPES

ROWS_AT_ONCE = 5_000


def fill(app: Flask, project: Project, number: int) -> None:
    """Bring the project's stream to about so many documents."""
    write_documents(app, project, "asset", (_camera(project, k) for k in range(number)))


def write_documents(app: Flask, project: Project, name: str, documents: Iterable[dict[str, Any]]) -> None:
    """Rows with these fields, each written by one operation, at the end of the project's stream."""
    rows: Iterator[dict[str, Any]] = (_row(project, name, document) for document in documents)
    stream = f"project:{project.id}"
    with app.app_context():
        with reading() as session:
            head = session.scalars(select(Stream.head).where(Stream.id == stream)).one()
        while some := list(islice(rows, ROWS_AT_ONCE)):
            entries = [_entry(stream, name, row["id"], head + k) for k, row in enumerate(some, start=1)]
            head += len(some)
            with writing() as session:
                session.connection().execute(insert(DOCUMENT_TYPES[name].table), some)
                session.connection().execute(insert(StreamEntry), entries)
                session.execute(update(Stream).where(Stream.id == stream).values(head=head))


def cursors(app: Flask, person: str, project: Project, organisation: str, before_end: int) -> dict[str, Any]:
    """Where a phone stands that has seen all but the project's last `before_end` documents."""
    names = [f"org:{organisation}", f"user:{person}", f"project:{project.id}"]
    with app.app_context(), reading() as session:
        rows = session.execute(select(Stream.id, Stream.epoch, Stream.head).where(Stream.id.in_(names)))
        stands = {row.id: {"e": row.epoch, "s": row.head} for row in rows}
    stands[names[2]]["s"] -= before_end
    return stands


def page_starts(app: Flask, project: Project, size: int) -> list[int]:
    """The sequences after which a first sync asks again."""
    entries = select(StreamEntry.seq).where(StreamEntry.stream_id == f"project:{project.id}").order_by(StreamEntry.seq)
    with app.app_context(), reading() as session:
        return list(session.scalars(entries))[size - 1 :: size]


def _camera(project: Project, number: int) -> dict[str, Any]:
    fields = {"kind": "device", "category": "camera", "importance": "normal", "place_id": project.room}
    name = {"code": f"CAM-{number:06d}", "name_zh": f"摄像机{number}号", "name_en": f"Camera {number}"}
    return {**fields, **name}


def _row(project: Project, name: str, document: dict[str, Any]) -> dict[str, Any]:
    """`id` is a new one unless it is given."""
    given = {field: value for field, value in document.items() if field != "id"}
    op = new_id()
    own = {"id": document.get("id") or new_id(), "project_id": project.id, "rev": 1}
    return {**own, **DOCUMENT_TYPES[name].empty(), **given, "writers": {field: [op] for field in given}}


def _entry(stream: str, name: str, doc: str, seq: int) -> dict[str, Any]:
    return {"stream_id": stream, "doc_id": doc, "doc_type": name, "seq": seq, "gone": False}
