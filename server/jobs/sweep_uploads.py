"""Lets go of uploads that nobody goes on with: their parts, and much later their rows."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import delete, select, update

from server.blobs import store
from server.clock import now
from server.database import reading, writing
from server.jobs.registry import Payload, job
from server.models.types import instant_text
from server.models.upload import EXPIRED, OPEN, Upload

REMEMBERED = timedelta(days=60)


@job("sweep_uploads", every=timedelta(hours=1))
def sweep_uploads(app: Flask, payload: Payload) -> None:
    """An upload that ran out answers 410 while its row is remembered, 404 after that; the phone begins anew."""
    with reading() as session:
        where = (Upload.state == OPEN, Upload.expires_at <= instant_text(now()))
        run_out = list(session.scalars(select(Upload.id).where(*where)))
    for upload_id in run_out:
        with writing() as session:
            # Another generation: a request that still holds it must not move its offset any more.
            expired = update(Upload).where(Upload.id == upload_id, *where)
            session.execute(expired.values(state=EXPIRED, generation=Upload.generation + 1))
        store(app).drop_parts(upload_id)
    with writing() as session:
        forgotten = instant_text(now() - REMEMBERED)
        session.execute(delete(Upload).where(Upload.state != OPEN, Upload.expires_at <= forgotten))
