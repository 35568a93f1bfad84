"""The feed: per stream, one entry per document at its newest sequence."""

from sqlalchemy import BigInteger, Boolean, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.types import Id, Instant


class Stream(Model):
    """A unit of visibility and of paging. `head` is the last sequence given; locked until commit (P1).

    Below `floor` it is no longer known what left the stream.
    """

    __tablename__ = "stream"

    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    epoch: Mapped[str] = mapped_column(String(20))
    head: Mapped[int] = mapped_column(BigInteger, default=0)
    floor: Mapped[int] = mapped_column(BigInteger, default=0)


class StreamEntry(Model):
    """A document's place in its stream. `gone`: it left; its row stays in its table."""

    __tablename__ = "stream_entry"
    __table_args__ = (Index("ux_stream_entry_seq", "stream_id", "seq", unique=True),)

    stream_id: Mapped[str] = mapped_column(String(80), primary_key=True)
    doc_id: Mapped[str] = mapped_column(Id, primary_key=True)
    doc_type: Mapped[str] = mapped_column(String(30))
    seq: Mapped[int] = mapped_column(BigInteger)
    gone: Mapped[bool] = mapped_column(Boolean, default=False)
    gone_at: Mapped[str | None] = mapped_column(Instant)


class Retirement(Model):
    """A round or ticket that left the feed, with all that hangs on it, or came back to it since."""

    __tablename__ = "retirement"

    root_id: Mapped[str] = mapped_column(Id, primary_key=True)
    retired_at: Mapped[str | None] = mapped_column(Instant)
    returned_at: Mapped[str | None] = mapped_column(Instant)


FIRST, RESTORED = "i_", "r_"  # how the incarnations begin of a history that is new, or that a backup gave back


class Installation(Model):
    """The one organisation of this installation, and the incarnation of its history: a restore gives a new one.

    `setup_…`: hash and end of the link by which the first administrator comes, while nobody is here.
    """

    __tablename__ = "installation"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    organisation_id: Mapped[str] = mapped_column(Id)
    incarnation: Mapped[str] = mapped_column(String(40))
    setup_token_hash: Mapped[str | None] = mapped_column(String(64))
    setup_expires_at: Mapped[str | None] = mapped_column(Instant)

    @property
    def was_restored(self) -> bool:
        return is_restored(self.incarnation)


def is_restored(incarnation: str) -> bool:
    return incarnation.startswith(RESTORED)


class Counter(Model):
    """The last human number given in a project, or the hash of its last seal."""

    __tablename__ = "counter"

    project_id: Mapped[str] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[int] = mapped_column(Integer, default=0)
    text: Mapped[str | None] = mapped_column(String(64))
