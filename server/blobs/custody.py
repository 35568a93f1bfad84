"""Who brought which bytes, and which documents may show them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.clock import now
from server.models.blob import Blob, DocBlob
from server.models.types import instant_text
from server.prepared import insert_new

_BROUGHT, _ATTACHED = (insert_new(model.metadata.tables[model.__tablename__]) for model in (Blob, DocBlob))


def take_in(session: Session, sha256: str, *, person_id: str, size: int) -> None:
    """Note that a person brought bytes which the store has made durable. Doing it twice is doing it once."""
    values = {"hash": sha256, "person_id": person_id, "bytes": size, "state": "received"}
    _BROUGHT.run(session, [{**values, "received_at": instant_text(now())}])


def attach(session: Session, sha256: str, *, doc_id: str, project_id: str, mime: str) -> None:
    """Let whoever may read this document read these bytes. Doing it twice is doing it once."""
    _ATTACHED.run(session, [{"doc_id": doc_id, "hash": sha256, "project_id": project_id, "mime": mime}])


def blob_of(session: Session, sha256: str, person_id: str) -> Blob | None:
    return session.get(Blob, (sha256, person_id))


def attached_to(session: Session, doc_id: str, sha256: str) -> DocBlob | None:
    return session.get(DocBlob, (doc_id, sha256))


def attached_in_project(session: Session, project_id: str, sha256: str) -> DocBlob | None:
    """Find these bytes among what the project's documents show: the same picture elsewhere does not count (T10)."""
    where = (DocBlob.project_id == project_id, DocBlob.hash == sha256)
    return session.scalars(select(DocBlob).where(*where).limit(1)).first()
