"""Blobs: who brought which bytes, what they turned out to be, and which documents they belong to."""

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.types import Id, Instant

RECEIVED, VERIFIED, REFUSED = "received", "verified", "refused"


class Blob(Model):
    """Bytes that one person brought.

    Equal bytes from two people are two rows: a hash alone tells nobody whether someone else has sent them, and a
    photo that merely names a hash does not become a window on another project's picture (T10).
    """

    __tablename__ = "blob"
    __table_args__ = (
        CheckConstraint("state IN ('received', 'verified', 'refused')", name="state"),
        Index(None, "received_at"),
    )

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), primary_key=True)
    bytes: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(10), default=RECEIVED)
    reason: Mapped[str | None] = mapped_column(String(40))
    mime: Mapped[str | None] = mapped_column(String(20))
    width: Mapped[int | None]
    height: Mapped[int | None]
    received_at: Mapped[str] = mapped_column(Instant)
    checked_at: Mapped[str | None] = mapped_column(Instant)


class DocBlob(Model):
    """These verified bytes belong to this document: whoever may read it may read them."""

    __tablename__ = "doc_blob"
    __table_args__ = (Index(None, "project_id", "hash"),)

    doc_id: Mapped[str] = mapped_column(Id, primary_key=True)
    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    project_id: Mapped[str] = mapped_column(Id, ForeignKey("project.id"))
    mime: Mapped[str] = mapped_column(String(20))
