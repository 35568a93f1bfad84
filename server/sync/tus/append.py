"""One PATCH: a piece becomes an object of its own, then `offset` moves by compare-and-set.

1 take the upload · 2 receive the bytes · 3 the piece is durable · 4 offset moves; or, at the last byte,
3' all pieces become the blob · 4' finished. Stopping anywhere leaves `offset` where it was, and the phone sends again.
"""

import shutil
from dataclasses import dataclass, replace

from flask import current_app

from server.blobs import Store, store
from server.blobs.incoming import Incoming
from server.blobs.interface import PartName
from server.database import writing
from server.errors import BadRequest, ChecksumMismatch, Stale
from server.failpoints import failpoint
from server.language import Sentence
from server.models.upload import FINISHED, REFUSED
from server.signed_in import SignedIn
from server.sync.tus.body import receive_body, refuse_if_longer
from server.sync.tus.checksum import Checksum
from server.sync.tus.create import expiry, refuse_if_too_large
from server.sync.tus.finish import bring_in, keep_whole, whole_file_differs
from server.sync.tus.headers import WRONG_HEADER
from server.sync.tus.hold import Hold, change, stop_if_taken, take

COPY_BYTES = 1 << 20
WRONG_OFFSET = Sentence("续传位置不符，服务器已有 {offset} 字节。", "Wrong offset: {offset} bytes are here.")


@dataclass(frozen=True)
class Piece:
    """What the request says about the bytes that it brings. `length` ends a deferral."""

    offset: int
    length: int | None
    checksum: Checksum | None


@dataclass(frozen=True)
class Progress:
    offset: int
    expires_at: str | None


def append(upload_id: str, who: SignedIn, piece: Piece, limit: int) -> Progress:
    """Take one piece of at most `limit` bytes; `expires_at` is None when it was the last."""
    hold = _take(upload_id, who, piece)
    room = (limit if hold.length is None else hold.length) - hold.offset
    refuse_if_longer(room)
    blobs = store(current_app)
    with blobs.receive() as incoming:
        if not receive_body(incoming, limit=room, checksum=piece.checksum, look=lambda: stop_if_taken(hold)):
            stop_if_taken(hold)
        if piece.checksum is not None:
            piece.checksum.verify()
        if hold.offset + incoming.size == hold.length:
            _finish(blobs, hold, incoming)
            return Progress(hold.length, None)
        return _keep_piece(blobs, hold, incoming)


def _take(upload_id: str, who: SignedIn, piece: Piece) -> Hold:
    with writing() as session:
        hold = take(session, upload_id, who)
        if hold.state == FINISHED or hold.offset != piece.offset:
            raise Stale(WRONG_OFFSET, offset=hold.offset)
        if piece.length is None or piece.length == hold.length:
            return hold
        if hold.length is not None or piece.length < hold.offset:
            raise BadRequest(WRONG_HEADER, header="Upload-Length")
        refuse_if_too_large(piece.length)
        session.flush()
        change(session, hold, length=piece.length)
        return replace(hold, length=piece.length)


def _keep_piece(blobs: Store, hold: Hold, incoming: Incoming) -> Progress:
    """Also what came before the line broke: those bytes need not be sent twice."""
    if incoming.size == 0:
        return Progress(hold.offset, hold.expires_at)
    part = PartName(hold.upload_id, hold.offset, hold.generation)
    offset, expires_at = hold.offset + incoming.size, expiry()
    failpoint("upload_before_part")
    blobs.keep_part(incoming, part)
    failpoint("upload_after_part")
    with writing() as session:
        names = [[known.offset, known.generation] for known in (*hold.parts, part)]
        change(session, hold, offset=offset, parts=names, expires_at=expires_at)
    failpoint("upload_after_offset")
    return Progress(offset, expires_at)


def _finish(blobs: Store, hold: Hold, last: Incoming) -> None:
    assert hold.length is not None
    try:
        _keep_blob(blobs, hold, last)
    except (ChecksumMismatch, FileNotFoundError) as error:
        with writing() as session:
            change(session, hold, state=REFUSED)
        blobs.drop_parts(hold.upload_id)
        raise whole_file_differs() from error
    with writing() as session:
        change(session, hold, offset=hold.length, state=FINISHED)
        bring_in(session, hold.hash, person_id=hold.person_id, size=hold.length)
    failpoint("upload_after_finish")
    blobs.drop_parts(hold.upload_id)


def _keep_blob(blobs: Store, hold: Hold, last: Incoming) -> None:
    if not hold.parts:
        keep_whole(blobs, last, hold.hash)
        return
    with blobs.receive() as whole:
        for part in hold.parts:
            with blobs.open_part(part) as stretch:
                shutil.copyfileobj(stretch, whole, COPY_BYTES)
        with last.reopen() as stretch:
            shutil.copyfileobj(stretch, whole, COPY_BYTES)
        keep_whole(blobs, whole, hold.hash)
