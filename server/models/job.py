"""Jobs: work that follows from a transaction, written in it, done after it."""

from typing import Any

from sqlalchemy import CheckConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.types import Id, Instant, Json

WAITING, DONE = "waiting", "done"


class Job(Model):
    """One piece of work, done at least once.

        waiting ──claim──► waiting, leased ──┬─ done ─► done (kept a while, so that its key stays taken)
           ▲                                 │
           └── failed: later, error kept ────┘

    There is no "given up": a job that fails is tried again for ever, ever more rarely, and shows in `troubled`.
    A worker that dies leaves its lease to run out.
    """

    __tablename__ = "job"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'done')", name="state"),
        Index(None, "state", "due_at"),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    payload: Mapped[dict[str, Any]] = mapped_column(Json)
    key: Mapped[str | None] = mapped_column(String(200), unique=True)
    state: Mapped[str] = mapped_column(String(10), default=WAITING)
    due_at: Mapped[str] = mapped_column(Instant)
    lease: Mapped[str | None] = mapped_column(Id)
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[str] = mapped_column(Instant)
    finished_at: Mapped[str | None] = mapped_column(Instant)
