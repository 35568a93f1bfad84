"""Puts the demo's pictures on the shelf of blobs, as if they had been uploaded and verified."""

from collections.abc import Mapping

from flask import Flask

from server.blobs import custody, store
from server.clock import now
from server.database import writing
from server.demo.equipment import BY_CODE
from server.demo.pictures.canvas import PICTURE_HEIGHT, PICTURE_WIDTH
from server.models.blob import VERIFIED
from server.models.types import instant_text

MIME = "image/jpeg"


def bring(app: Flask, person_id: str, content: bytes) -> str:
    """Store bytes that this person brings; whether they are a picture is still to be checked."""
    sha256 = store(app).put(content)
    with writing() as session:
        custody.take_in(session, sha256, person_id=person_id, size=len(content))
    return sha256


def show_asset_pictures(person_id: str, project_id: str, hashes: Mapping[str, str]) -> None:
    """Let every member see the assets' portraits. We drew them ourselves: no decoder has to look at them first."""
    with writing() as session:
        for code, sha256 in hashes.items():
            blob = custody.blob_of(session, sha256, person_id)
            assert blob is not None
            blob.state, blob.checked_at = VERIFIED, instant_text(now())
            blob.mime, blob.width, blob.height = MIME, PICTURE_WIDTH, PICTURE_HEIGHT
            custody.attach(session, sha256, doc_id=BY_CODE[code].id, project_id=project_id, mime=MIME)
