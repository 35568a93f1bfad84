"""How people come to a project, and what they are certified for (S5)."""

from typing import Any, ClassVar

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.synced import Synced
from server.models.types import Day, Id, Instant, Json


class Invitation(Synced, Model):
    """A link by which somebody joins a project with these roles, once. Only the hash of its token is kept.

    `person_id`: for whom that is already here; null makes a new person. `used_by`: who came by it.
    """

    __tablename__ = "invitation"
    synced_as = "invitation"
    private_columns: ClassVar[frozenset[str]] = frozenset({"token_hash"})

    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    roles: Mapped[list[Any]] = mapped_column(Json)
    person_id: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    display_name_zh: Mapped[str | None] = mapped_column(Text)
    display_name_en: Mapped[str | None] = mapped_column(Text)
    phone: Mapped[str | None] = mapped_column(String(40))
    made_by: Mapped[str | None] = mapped_column(Id)
    made_at: Mapped[str] = mapped_column(Instant)
    expires_at: Mapped[str] = mapped_column(Instant)
    used_at: Mapped[str | None] = mapped_column(Instant)
    used_by: Mapped[str | None] = mapped_column(Id)
    revoked_at: Mapped[str | None] = mapped_column(Instant)


class Certificate(Synced, Model):
    """A certificate of a member, for these asset categories, until `expires_on` (null: for good)."""

    __tablename__ = "certificate"
    synced_as = "certificate"

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    name: Mapped[str] = mapped_column(Text)
    number: Mapped[str | None] = mapped_column(Text)
    issuer: Mapped[str | None] = mapped_column(Text)
    categories: Mapped[list[Any]] = mapped_column(Json, default=list)
    issued_on: Mapped[str | None] = mapped_column(Day)
    expires_on: Mapped[str | None] = mapped_column(Day)
    photo_hash: Mapped[str | None] = mapped_column(String(64))
    withdrawn_at: Mapped[str | None] = mapped_column(Instant)
