"""Begins an upload; one that comes whole with its creation is done in one request and one transaction."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from flask import current_app
from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from server.blobs import store
from server.clock import now
from server.config import current_config
from server.database import writing
from server.errors import BadRequest, SlowDown, TooLarge
from server.language import Sentence
from server.models.types import instant_text
from server.models.upload import FINISHED, OPEN, Upload
from server.prepared import Prepared
from server.signed_in import SignedIn
from server.sync.tus.body import receive_body
from server.sync.tus.checksum import Checksum
from server.sync.tus.finish import bring_in, keep_whole
from server.sync.tus.metadata import Declared

ID_BYTES = 24
_BEGUN = Prepared(insert(Upload.metadata.tables[Upload.__tablename__]))
LATER_SECONDS = 60
CUT_SHORT = Sentence("上传中断，请重新发送。", "The upload broke off: please send it again.")
TOO_MANY = Sentence(
    "此设备未完成的上传过多，请先完成其中一些。", "This device has too many unfinished uploads: finish some first."
)


@dataclass(frozen=True)
class Creation:
    """What was asked for."""

    who: SignedIn
    declared: Declared
    length: int | None

    def begin(self, session: Session, offset: int, state: str) -> str:
        """Write its row; gives its id."""
        upload_id = secrets.token_urlsafe(ID_BYTES)
        row: dict[str, object] = {
            "id": upload_id,
            "person_id": self.who.person_id,
            "device_id": self.who.device_id,
            "hash": self.declared.hash,
            "mime": self.declared.mime,
            "metadata_text": self.declared.text,
            "length": self.length,
            "offset": offset,
            "parts": [],
            "generation": 0,
            "state": state,
            "created_at": instant_text(now()),
            "expires_at": expiry(),
        }
        _BEGUN.run(session, [row])
        return upload_id


def expiry() -> str:
    return instant_text(now() + timedelta(days=current_config().upload_days))


def refuse_if_too_large(length: int | None) -> None:
    """Before any byte is taken (T6)."""
    limit = current_config().max_photo_bytes
    if length is not None and length > limit:
        raise TooLarge(limit=limit)


def create(asked: Creation) -> str:
    """Make an empty upload; gives its id."""
    with writing() as session:
        _refuse_if_too_many(session, asked.who)
        return asked.begin(session, offset=0, state=OPEN)


def create_whole(asked: Creation, checksum: Checksum | None) -> str:
    """Take a file that comes in one piece. If it breaks off, nothing was begun: the phone does not know its address."""
    assert asked.length is not None
    blobs = store(current_app)
    with blobs.receive() as incoming:
        came = receive_body(incoming, limit=asked.length, checksum=checksum, look=None)
        if checksum is not None:
            checksum.verify()
        if not came or incoming.size != asked.length:
            raise BadRequest(CUT_SHORT)
        keep_whole(blobs, incoming, asked.declared.hash)
    with writing() as session:
        upload_id = asked.begin(session, offset=asked.length, state=FINISHED)
        bring_in(session, asked.declared.hash, person_id=asked.who.person_id, size=asked.length)
    return upload_id


def _refuse_if_too_many(session: Session, who: SignedIn) -> None:
    where = (Upload.device_id == who.device_id, Upload.state == OPEN, Upload.expires_at > instant_text(now()))
    if (
        session.scalars(select(func.count()).select_from(Upload).where(*where)).one()
        >= current_config().max_open_uploads
    ):
        raise SlowDown(TOO_MANY, retry_after_seconds=LATER_SECONDS)
