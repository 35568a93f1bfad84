"""Begins an upload; one that comes whole with its creation is done in one request and one transaction."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from flask import current_app
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from server.blobs import store
from server.clock import now
from server.config import current_config
from server.database import writing
from server.errors import BadRequest, SlowDown, TooLarge
from server.language import Sentence
from server.models.types import instant_text
from server.models.upload import FINISHED, OPEN, Upload
from server.signed_in import SignedIn
from server.sync.tus.body import receive_body
from server.sync.tus.checksum import Checksum
from server.sync.tus.finish import bring_in, keep_whole
from server.sync.tus.metadata import Declared

ID_BYTES = 24
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

    def row(self, **more: object) -> Upload:
        moment = now()
        return Upload(
            id=secrets.token_urlsafe(ID_BYTES),
            person_id=self.who.person_id,
            device_id=self.who.device_id,
            hash=self.declared.hash,
            mime=self.declared.mime,
            metadata_text=self.declared.text,
            length=self.length,
            parts=[],
            generation=0,
            created_at=instant_text(moment),
            expires_at=expiry(),
            **more,
        )


def expiry() -> str:
    return instant_text(now() + timedelta(days=current_config().upload_days))


def refuse_if_too_large(length: int | None) -> None:
    """Before any byte is taken (T6)."""
    limit = current_config().max_photo_bytes
    if length is not None and length > limit:
        raise TooLarge(limit=limit)


def create(asked: Creation) -> Upload:
    """Make an empty upload."""
    with writing() as session:
        _refuse_if_too_many(session, asked.who)
        row = asked.row(offset=0, state=OPEN)
        session.add(row)
    return row


def create_whole(asked: Creation, checksum: Checksum | None) -> Upload:
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
        row = asked.row(offset=asked.length, state=FINISHED)
        session.add(row)
        bring_in(session, asked.declared.hash, person_id=asked.who.person_id, size=asked.length)
    return row


def _refuse_if_too_many(session: Session, who: SignedIn) -> None:
    where = (Upload.device_id == who.device_id, Upload.state == OPEN, Upload.expires_at > instant_text(now()))
    if (
        session.scalars(select(func.count()).select_from(Upload).where(*where)).one()
        >= current_config().max_open_uploads
    ):
        raise SlowDown(TOO_MANY, retry_after_seconds=LATER_SECONDS)
