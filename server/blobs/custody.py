"""Who brought which bytes, and which documents may show them."""

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from server.clock import now
from server.models.blob import Blob, DocBlob
from server.models.types import instant_text


def take_in(session: Session, sha256: str, *, person_id: str, size: int) -> None:
    """Note that a person brought bytes which the store has made durable. Doing it twice is doing it once."""
    values = {"hash": sha256, "person_id": person_id, "bytes": size, "state": "received"}
    _insert_once(session, Blob, {**values, "received_at": instant_text(now())})


def attach(session: Session, sha256: str, *, doc_id: str, project_id: str, mime: str) -> None:
    """Let whoever may read this document read these bytes. Doing it twice is doing it once."""
    _insert_once(session, DocBlob, {"doc_id": doc_id, "hash": sha256, "project_id": project_id, "mime": mime})


def blob_of(session: Session, sha256: str, person_id: str) -> Blob | None:
    return session.get(Blob, (sha256, person_id))


def attached_to(session: Session, doc_id: str, sha256: str) -> DocBlob | None:
    return session.get(DocBlob, (doc_id, sha256))


def attached_in_project(session: Session, project_id: str, sha256: str) -> DocBlob | None:
    """Find these bytes among what the project's documents show: the same picture elsewhere does not count (T10)."""
    where = (DocBlob.project_id == project_id, DocBlob.hash == sha256)
    return session.scalars(select(DocBlob).where(*where).limit(1)).first()


def _insert_once(session: Session, model: type[Blob] | type[DocBlob], values: dict[str, object]) -> None:
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    session.execute(insert(model).values(**values).on_conflict_do_nothing())
