"""Pictures, for whoever may read what they belong to."""

from pathlib import Path
from typing import Any, Final

from flask import Response, current_app, send_file
from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate

from server.blobs import custody, store
from server.config import current_config
from server.database import reading
from server.errors import NotFound
from server.images import DERIVED_MIME, SIZES, derived_image
from server.language import Sentence
from server.models.asset import Asset
from server.models.blob import DocBlob
from server.models.photo import Photo
from server.signed_in import signed_in
from server.sync.rights import grants_of, may_read_project

blueprint = Blueprint("photos", __name__, url_prefix="/api")

ORIGINAL: Final = "original"
A_YEAR: Final = 365 * 24 * 60 * 60
EXTENSIONS: Final = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
BYTES: Final = {"type": "string", "format": "binary"}
# Bytes from a phone are shown as a picture and as nothing else, even when opened by themselves (T6).
ONLY_A_PICTURE: Final = "default-src 'none'; sandbox"
PICTURES: Final = {  # an original is what it was sent as; caches ask again, viewers may ask for a part
    status: {"description": words, "content": {mime: {"schema": BYTES} for mime in EXTENSIONS}}
    for status, words in (("200", "The picture"), ("206", "A part of it"))
} | {"304": {"description": "The one that is kept is the same"}}
NOT_HERE_YET = Sentence("照片尚未到达服务器。", "The picture has not reached the server yet.")


class SizeQuery(Schema):
    size = fields.String(load_default="large", validate=validate.OneOf([*SIZES, ORIGINAL]))


class AssetImageQuery(SizeQuery):
    """`hash` names the picture that is meant, so that the answer can be kept for ever."""

    hash = fields.String(load_default=None, validate=validate.Length(equal=64))


@blueprint.get("/photos/<uuid:photo_id>/image")
@blueprint.arguments(SizeQuery, location="query")
@blueprint.doc(responses=PICTURES)
@blueprint.response(200, description="The picture")
def get_photo_image(asked: dict[str, Any], photo_id: object) -> Response:
    """A photo: thumb and large are fresh copies without metadata, original is what the phone sent."""
    return _picture(_blob_of_photo(str(photo_id)), asked["size"], is_fixed=True)


@blueprint.get("/assets/<uuid:asset_id>/image")
@blueprint.arguments(AssetImageQuery, location="query")
@blueprint.doc(responses=PICTURES)
@blueprint.response(200, description="The picture")
def get_asset_image(asked: dict[str, Any], asset_id: object) -> Response:
    """The picture of an asset; kept for ever where the address names its hash, asked about again where it does not."""
    blob = _blob_of_asset(str(asset_id))
    if asked["hash"] not in (None, blob.hash):
        raise NotFound
    return _picture(blob, asked["size"], is_fixed=asked["hash"] is not None)


def _blob_of_photo(photo_id: str) -> DocBlob:
    person_id = signed_in().person_id
    with reading() as session:
        photo = session.get(Photo, photo_id)
        if photo is None or not may_read_project(grants_of(session, person_id), photo.project_id):
            raise NotFound
        blob = custody.attached_to(session, photo.id, photo.hash)
    if blob is None:
        raise NotFound(NOT_HERE_YET)
    return blob


def _blob_of_asset(asset_id: str) -> DocBlob:
    person_id = signed_in().person_id
    with reading() as session:
        asset = session.get(Asset, asset_id)
        if asset is None or not may_read_project(grants_of(session, person_id), asset.project_id):
            raise NotFound
        if asset.photo_hash is None or asset.project_id is None:
            raise NotFound
        blob = custody.attached_in_project(session, asset.project_id, asset.photo_hash)
    if blob is None:
        raise NotFound(NOT_HERE_YET)
    return blob


def _original(blob: DocBlob) -> Path:
    return store(current_app).path(blob.hash)


def _copy(blob: DocBlob, size: str) -> Path:
    return derived_image(store(current_app), blob.hash, size, max_pixels=current_config().max_photo_pixels)


def _picture(blob: DocBlob, size: str, *, is_fixed: bool) -> Response:
    is_original = size == ORIGINAL
    try:
        path = _original(blob) if is_original else _copy(blob, size)
    except FileNotFoundError:
        raise NotFound(NOT_HERE_YET) from None
    mime = blob.mime if is_original else DERIVED_MIME
    answer = send_file(
        path,
        mimetype=mime,
        as_attachment=is_original,
        download_name=f"{blob.hash[:16]}-{size}.{EXTENSIONS[mime]}",
        etag=f"{blob.hash}-{size}",
        conditional=True,
        max_age=A_YEAR if is_fixed else 0,
    )
    answer.headers["Cache-Control"] = f"private, max-age={A_YEAR}, immutable" if is_fixed else "private, no-cache"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = ONLY_A_PICTURE
    return answer
