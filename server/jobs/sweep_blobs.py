"""Asks again for every photo whose bytes are here although it does not know: nothing stays `expected` for ever (I16).

Needed when operation and upload commit at the same moment on PostgreSQL, neither seeing the other; hence recent
arrivals are enough.
"""

from datetime import timedelta

from flask import Flask
from sqlalchemy import and_, select

from server.clock import now
from server.database import reading, writing
from server.jobs.queue import enqueue
from server.jobs.registry import Payload, job
from server.models.blob import REFUSED, VERIFIED, Blob
from server.models.photo import Photo
from server.models.types import instant_text

RECENT = timedelta(days=1)


@job("sweep_blobs", every=timedelta(minutes=10))
def sweep_blobs(app: Flask, payload: Payload) -> None:
    with reading() as session:
        same = and_(Blob.hash == Photo.hash, Blob.person_id == Photo.taken_by)
        where = (Blob.received_at >= instant_text(now() - RECENT), Photo.blob_state.not_in((VERIFIED, REFUSED)))
        rows = session.execute(select(Blob.hash, Blob.person_id).join(Photo, same).where(*where).distinct()).all()
    if rows:
        with writing() as session:
            for row in rows:
                enqueue(session, "check_blob", {"hash": row.hash, "person_id": row.person_id})
