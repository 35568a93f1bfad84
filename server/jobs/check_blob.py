"""After an upload, and after a photo's operation: is what came a picture, and which photos may be told?

Bytes and operation come in either order, each in its own transaction, and each asks for this job; whichever commits
last finds the other. A photo's bytes are those that its author brought: naming a hash is not having it (T10).

    bytes and photo are here ──► decode in the limited process ──► blob row ──► operation `verify_blob` ──► pull
"""

from dataclasses import dataclass

from flask import Flask
from sqlalchemy import select

from server.blobs import custody, store
from server.clock import now
from server.config import current_config
from server.database import reading, writing
from server.failpoints import failpoint
from server.images import Verdict, check_image
from server.jobs.registry import Payload, job
from server.models.blob import RECEIVED, REFUSED, VERIFIED, Blob
from server.models.operation import Operation
from server.models.photo import Photo
from server.models.types import instant_text
from server.rules.ids import natural_id
from server.sync.actor import Actor
from server.sync.apply import apply_operations

ACTOR = Actor("job", "check_blob")
SETTLED = (VERIFIED, REFUSED)


@dataclass(frozen=True)
class Waiting:
    """A photo whose bytes are not yet known to be good or bad.

    `again`: it was told once, and a restore without these bytes took that back (backup/give_back.py).
    """

    photo_id: str
    project_id: str
    again: bool


@job("check_blob")
def check_blob(app: Flask, payload: Payload) -> None:
    """Payload: {hash, person_id} after an upload, {hash, photo_id} after a photo's operation."""
    sha256 = str(payload["hash"])
    person_id = payload.get("person_id") or _author_of(payload.get("photo_id"))
    if person_id is None:
        return  # the photo was parked; its author's next operation asks again
    with reading() as session:
        blob = custody.blob_of(session, sha256, person_id)
    if blob is None:
        return  # the bytes are still on their way; their arrival asks again
    if blob.state == RECEIVED:
        verdict = check_image(store(app), sha256, max_pixels=current_config().max_photo_pixels)
        failpoint("check_after_decode")
        blob = _keep_verdict(sha256, person_id, verdict)
        failpoint("check_after_verdict")
    _tell_photos(blob)


def _author_of(photo_id: str | None) -> str | None:
    with reading() as session:
        return session.scalars(select(Photo.taken_by).where(Photo.id == photo_id)).one_or_none()


def _keep_verdict(sha256: str, person_id: str, verdict: Verdict) -> Blob:
    """Write the verdict once; a second worker that decoded the same bytes leaves the first one's word."""
    with writing() as session:
        blob = session.get_one(Blob, (sha256, person_id), with_for_update=True)
        if blob.state == RECEIVED:
            blob.state = VERIFIED if verdict.is_verified else REFUSED
            blob.reason = verdict.reason
            blob.mime, blob.width, blob.height = verdict.mime, verdict.width, verdict.height
            blob.checked_at = instant_text(now())
        return blob


def _tell_photos(blob: Blob) -> None:
    with reading() as session:
        where = (Photo.hash == blob.hash, Photo.taken_by == blob.person_id, Photo.blob_state.not_in(SETTLED))
        rows = session.scalars(select(Photo).where(*where).order_by(Photo.id))
        photos = [
            Waiting(row.id, row.project_id, session.get(Operation, _told_by(row.id, blob.state)) is not None)
            for row in rows
            if row.project_id is not None
        ]
    if blob.mime is not None:
        _attach(blob.hash, blob.mime, photos)
    apply_operations(ACTOR, [_verify_blob(blob, photo) for photo in photos])


def _attach(sha256: str, mime: str, photos: list[Waiting]) -> None:
    """Before the photo says `verified`: whoever reads that word can have the picture."""
    with writing() as session:
        for photo in photos:
            custody.attach(session, sha256, doc_id=photo.photo_id, project_id=photo.project_id, mime=mime)


def _told_by(photo_id: str, *verdict: str) -> str:
    return natural_id("verify_blob", photo_id, *verdict)


def _verify_blob(blob: Blob, photo: Waiting) -> dict[str, object]:
    """The same operation however often it is made: its id, and `at` from the row that holds the verdict."""
    again = [str(blob.checked_at)] if photo.again else []
    return {
        "op": _told_by(photo.photo_id, blob.state, *again),
        "name": "verify_blob",
        "at": blob.checked_at,
        "doc": photo.photo_id,
        "args": {"hash": blob.hash, "state": blob.state, "reason": blob.reason},
    }
