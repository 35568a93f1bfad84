"""Lets go of uploads that nobody goes on with, and of what processes that died left in the store."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import delete, select, update

from server.blobs import Store, store
from server.clock import now
from server.database import reading, writing
from server.jobs.registry import Payload, job
from server.models.types import instant_text
from server.models.upload import EXPIRED, OPEN, Upload

REMEMBERED = timedelta(days=60)
LONGEST_REQUEST = timedelta(days=1)


@job("sweep_uploads", every=timedelta(hours=1))
def sweep_uploads(app: Flask, payload: Payload) -> None:
    """An upload that ran out answers 410 while its row is remembered, 404 after that; the phone begins anew."""
    with writing() as session:
        # Another generation: a request that still holds one must not move its offset any more.
        run_out = update(Upload).where(Upload.state == OPEN, Upload.expires_at <= instant_text(now()))
        session.execute(run_out.values(state=EXPIRED, generation=Upload.generation + 1))
        forgotten = instant_text(now() - REMEMBERED)
        session.execute(delete(Upload).where(Upload.state != OPEN, Upload.expires_at <= forgotten))
    _drop_parts_of_none(store(app))
    store(app).drop_strays(begun_before=now() - LONGEST_REQUEST)


def _drop_parts_of_none(blobs: Store) -> None:
    """Drop the parts whose upload is not open. Names first, rows second: a row is there before its first part."""
    with_parts = blobs.uploads_with_parts()
    with reading() as session:
        opened = set(session.scalars(select(Upload.id).where(Upload.id.in_(with_parts), Upload.state == OPEN)))
    for upload_id in with_parts:
        if upload_id not in opened:
            blobs.drop_parts(upload_id)
