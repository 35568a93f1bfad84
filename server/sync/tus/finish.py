"""The last byte is here: what came must be what was declared, then it is kept for good.

The durable blob comes first, then the row that vouches for it (I10). Stopping between the two leaves an unnamed file;
the phone sends its last piece again.
"""

from sqlalchemy.orm import Session

from server.blobs import Store, custody
from server.blobs.incoming import Incoming
from server.errors import ChecksumMismatch
from server.failpoints import failpoint
from server.jobs import enqueue
from server.language import Sentence

NOT_AS_DECLARED = Sentence(
    "收到的文件与声明的校验值不符，已丢弃，请整张重发。",
    "The file that came is not the one declared: it was put aside, please send all of it again.",
)


def whole_file_differs() -> ChecksumMismatch:
    """The refusal by name: `reason` tells it from a single damaged piece, which is sent again alone."""
    return ChecksumMismatch(NOT_AS_DECLARED, reason="whole_file")


def keep_whole(store: Store, whole: Incoming, declared_hash: str) -> None:
    """Make the file durable under the hash that was computed here."""
    if whole.sha256 != declared_hash:
        raise whole_file_differs()
    failpoint("upload_before_blob")
    store.keep_blob(whole)
    failpoint("upload_after_blob")


def bring_in(session: Session, sha256: str, *, person_id: str, size: int) -> None:
    """In the transaction that finishes the upload: the person brought these bytes; somebody look at them."""
    custody.take_in(session, sha256, person_id=person_id, size=size)
    enqueue(session, "check_blob", {"hash": sha256, "person_id": person_id})
