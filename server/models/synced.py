"""What every document of the sync protocol has in common (docs/protocol.md, "Documents")."""

from typing import Any, ClassVar, Literal

from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from server.models.types import Id, Json

StreamKind = Literal["org", "project", "client", "user"]
MergeClass = Literal["keep", "worse_wins", "union"]
Fields = dict[str, Any]
Writers = dict[str, list[str]]

BOOKKEEPING = frozenset({"id", "project_id", "rev", "writers"})


class Synced:
    """Adds id, owner, revision and, per field, the operations that wrote it last.

    A model says which stream it lives in for life, the merge class of fields that are not
    `keep`, and which columns stay on the server.
    """

    synced_as: ClassVar[str]
    stream_kind: ClassVar[StreamKind] = "project"
    merge_classes: ClassVar[dict[str, MergeClass]] = {}
    private_columns: ClassVar[frozenset[str]] = frozenset()

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    rev: Mapped[int] = mapped_column(Integer, default=1)
    writers: Mapped[dict[str, list[str]]] = mapped_column(Json, default=dict)

    @declared_attr
    def project_id(cls) -> Mapped[str | None]:  # noqa: N805  # SQLAlchemy hands the class to a declared_attr
        return mapped_column(Id, ForeignKey("project.id"), index=True)
