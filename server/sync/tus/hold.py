"""Who may move an upload: the newest request alone (P23).

Taking an upload raises its `generation`. An older request that still waits for bytes on a dead connection finds its
own generation gone, wherever it runs: the lock is the row, not the memory of one process.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import CursorResult, select, update
from sqlalchemy.orm import Session

from server.blobs.interface import PartName
from server.clock import now
from server.database import reading
from server.errors import Expired, NotFound, Stale
from server.language import Sentence
from server.models.types import instant_text
from server.models.upload import FINISHED, OPEN, Upload
from server.signed_in import SignedIn

SUPERSEDED = Sentence("此上传已由更新的请求接手。", "A newer request has taken over this upload.")


@dataclass(frozen=True)
class Hold:
    """An upload as it was when this request took it."""

    upload_id: str
    person_id: str
    generation: int
    hash: str
    metadata_text: str
    length: int | None
    offset: int
    parts: tuple[PartName, ...]
    state: str
    expires_at: str


def take(session: Session, upload_id: str, who: SignedIn) -> Hold:
    """Take the upload from whoever holds it. One of another person or device is not there (404)."""
    # What is no id of ours is not looked up: a database cannot be asked for every character.
    row = (
        session.get(Upload, upload_id, with_for_update=True)
        if upload_id.isascii() and upload_id.isprintable()
        else None
    )
    if row is None or (row.person_id, row.device_id) != (who.person_id, who.device_id):
        raise NotFound
    if row.state not in (OPEN, FINISHED) or (row.state == OPEN and row.expires_at <= instant_text(now())):
        raise Expired
    if row.state == OPEN:
        row.generation += 1
    return _hold(row)


def stop_if_taken(hold: Hold) -> None:
    """Raise when a newer request has the upload."""
    with reading() as session:
        generation = session.scalars(select(Upload.generation).where(Upload.id == hold.upload_id)).one_or_none()
    if generation != hold.generation:
        raise Stale(SUPERSEDED)


def change(session: Session, hold: Hold, **values: Any) -> None:
    """Write to the row if it is still ours: the compare-and-set that every step of an upload ends with."""
    mine = (Upload.id == hold.upload_id, Upload.generation == hold.generation, Upload.state == OPEN)
    result = session.execute(update(Upload).where(*mine).values(**values))
    if not isinstance(result, CursorResult) or result.rowcount != 1:
        raise Stale(SUPERSEDED)


def _hold(row: Upload) -> Hold:
    return Hold(
        row.id,
        row.person_id,
        row.generation,
        row.hash,
        row.metadata_text,
        row.length,
        row.offset,
        tuple(PartName(row.id, offset, generation) for offset, generation in row.parts),
        row.state,
        row.expires_at,
    )
