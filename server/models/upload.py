"""Uploads: bytes on their way from one device (tus). The row is the truth; part objects it does not name are strays."""

from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.types import Id, Instant, Json

OPEN, FINISHED, REFUSED, TERMINATED, EXPIRED = "open", "finished", "refused", "terminated", "expired"


class Upload(Model):
    """One upload, bound to the person and the device that began it.

        open ──┬─ last byte, hash as declared ──► finished
               ├─ last byte, another hash ──────► refused
               ├─ DELETE ───────────────────────► terminated
               └─ nothing for `upload_days` ────► expired

    `generation` counts the requests that took the upload: only the newest may move `offset` (P23).
    `parts` lists [offset, generation] of each accepted stretch, in order.
    """

    __tablename__ = "upload"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'finished', 'refused', 'terminated', 'expired')", name="state"),
        Index(None, "device_id", "state"),
        Index(None, "state", "expires_at"),
    )

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"))
    device_id: Mapped[str] = mapped_column(String(40), ForeignKey("device.id"))
    hash: Mapped[str] = mapped_column(String(64))
    mime: Mapped[str] = mapped_column(String(20))
    metadata_text: Mapped[str] = mapped_column(String(1000))
    length: Mapped[int | None] = mapped_column(BigInteger)
    offset: Mapped[int] = mapped_column(BigInteger, default=0)
    parts: Mapped[list[Any]] = mapped_column(Json, default=list)
    generation: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(String(10), default=OPEN)
    created_at: Mapped[str] = mapped_column(Instant)
    expires_at: Mapped[str] = mapped_column(Instant)
