"""Gives an upload up: its pieces go at once. Bytes that were brought in before stay with their photos."""

from flask import current_app

from server.blobs import store
from server.database import writing
from server.models.upload import TERMINATED, Upload
from server.signed_in import SignedIn
from server.sync.tus.hold import take


def terminate(upload_id: str, who: SignedIn) -> None:
    with writing() as session:
        take(session, upload_id, who)  # a request that still sends finds its generation gone
        session.get_one(Upload, upload_id).state = TERMINATED
    store(current_app).drop_parts(upload_id)
