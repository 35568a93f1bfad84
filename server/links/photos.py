"""The pictures of a frozen case: those that it names, and no others."""

from flask import Response, current_app, send_file

from server.blobs import custody, store
from server.clock import now
from server.config import current_config
from server.database import reading
from server.errors import NotFound
from server.images import DERIVED_MIME, derived_image
from server.links import pages
from server.links.opened import find_link, standing_of
from server.models import Photo
from server.models.types import instant_text


@pages.blueprint.get("/l/<token>/photos/<uuid:photo_id>")
def show_case_photo(token: str, photo_id: object) -> Response:
    """A fresh copy without metadata; hidden again when the photo is withdrawn or the link ends."""
    with reading() as session:
        link = find_link(session, token)
        if link is None or standing_of(link, instant_text(now())) != "good" or str(photo_id) not in link.pack["photos"]:
            raise NotFound
        photo = session.get(Photo, str(photo_id))
        if photo is None or photo.withdrawn_at is not None:
            raise NotFound
        blob = custody.attached_to(session, photo.id, photo.hash)
    if blob is None:
        raise NotFound
    try:
        path = derived_image(store(current_app), blob.hash, "large", max_pixels=current_config().max_photo_pixels)
    except FileNotFoundError:
        raise NotFound from None
    answer = send_file(path, mimetype=DERIVED_MIME)
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
