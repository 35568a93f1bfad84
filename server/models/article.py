"""What was learnt (P3): symptom, cause and solution, for everybody of the organisation."""

from sqlalchemy import Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.synced import Synced
from server.models.types import Id


class Article(Synced, Model):
    """`ticket_id` stays on the server: the ticket is its project's, the article everybody's."""

    __tablename__ = "article"
    synced_as = "article"
    stream_kind = "org"
    private_columns = frozenset({"ticket_id"})

    category: Mapped[str | None] = mapped_column(String(30))
    kind: Mapped[str | None] = mapped_column(String(20))
    title_zh: Mapped[str] = mapped_column(Text)
    title_en: Mapped[str | None] = mapped_column(Text)
    symptom: Mapped[str | None] = mapped_column(Text)
    cause: Mapped[str | None] = mapped_column(Text)
    solution: Mapped[str | None] = mapped_column(Text)
    helped: Mapped[int] = mapped_column(Integer, default=0)
    ticket_id: Mapped[str | None] = mapped_column(Id)
