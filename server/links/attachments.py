"""Pictures that come with an answer: checked as pictures are, then photos of the ticket like any other.

They are kept in the name of whoever made the link, who answers for the way in; their purpose says that they are the
vendor's. A file that is no picture is refused by name, and nothing of the answer is taken.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from flask import current_app
from werkzeug.datastructures import FileStorage

from server.blobs import store
from server.config import current_config
from server.database import writing
from server.images import check_image
from server.models import TicketLink
from server.rules.ids import natural_id
from server.sync.tus.finish import bring_in

MOST_FILES: Final = 6
READ_BYTES: Final = 256 * 1024


@dataclass(frozen=True)
class Picture:
    hash: str
    bytes: int
    width: int
    height: int
    mime: str


@dataclass(frozen=True)
class Refused(Exception):
    """`name` is the file's, as its sender knows it; `reason` one of the image check's, or too_large, too_many."""

    name: str
    reason: str


def take_pictures(files: Iterable[FileStorage]) -> list[Picture]:
    """Make every file durable and look at it; raises `Refused` for the first that is not a picture we keep."""
    given = [file for file in files if file.filename]
    if len(given) > MOST_FILES:
        raise Refused(str(given[MOST_FILES].filename), "too_many")
    return [_take(file) for file in given]


def _take(file: FileStorage) -> Picture:
    blobs, config = store(current_app), current_config()
    with blobs.receive() as incoming:
        while data := file.stream.read(READ_BYTES):
            incoming.write(data)
            if incoming.size > config.max_photo_bytes:
                raise Refused(str(file.filename), "too_large")
        size = incoming.size
        sha256 = blobs.keep_blob(incoming)
    verdict = check_image(blobs, sha256, max_pixels=config.max_photo_pixels)
    if verdict.mime is None or verdict.width is None or verdict.height is None:
        raise Refused(str(file.filename), verdict.reason or "not_an_image")
    return Picture(sha256, size, verdict.width, verdict.height, verdict.mime)


def vouch_for(link: TicketLink, pictures: Sequence[Picture]) -> None:
    """Note who answers for these bytes; asked again it is the same."""
    if link.created_by is None:
        return
    with writing() as session:
        for picture in pictures:
            bring_in(session, picture.hash, person_id=link.created_by, size=picture.bytes)


def photo_operations(link: TicketLink, pictures: Sequence[Picture], moment: str) -> list[dict[str, Any]]:
    """One `take_photo` for each; the same picture through the same link is one photo."""
    return [
        {
            "op": natural_id("link_photo", link.id, picture.hash),
            "name": "take_photo",
            "at": moment,
            "doc": link.ticket_id,
            "args": {**vars(picture), "purpose": "vendor", "taken_at": moment},
            "after": [],
        }
        for picture in pictures
    ]
