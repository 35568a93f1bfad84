"""The contract: its project, the people shown in it and its places."""

from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.synced import Synced
from server.models.types import Day, Id, Json


class Project(Synced, Model):
    """One service contract. Its own `project_id` is its id."""

    __tablename__ = "project"
    synced_as = "project"

    code: Mapped[str] = mapped_column(String(40))
    name_zh: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str] = mapped_column(Text)
    contract_number: Mapped[str | None] = mapped_column(Text)
    client_name_zh: Mapped[str | None] = mapped_column(Text)
    client_name_en: Mapped[str | None] = mapped_column(Text)
    provider_name_zh: Mapped[str | None] = mapped_column(Text)
    provider_name_en: Mapped[str | None] = mapped_column(Text)
    starts_on: Mapped[str | None] = mapped_column(Day)
    ends_on: Mapped[str | None] = mapped_column(Day)
    time_zone: Mapped[str] = mapped_column(String(60), default="Asia/Shanghai")


class Member(Synced, Model):
    """A person as the others of a project see them. `skills`: the asset categories that they know (S5)."""

    __tablename__ = "member"
    synced_as = "member"

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    display_name_zh: Mapped[str] = mapped_column(Text)
    display_name_en: Mapped[str] = mapped_column(Text)
    roles: Mapped[list[Any]] = mapped_column(Json)
    title_zh: Mapped[str | None] = mapped_column(Text)
    title_en: Mapped[str | None] = mapped_column(Text)
    phone: Mapped[str | None] = mapped_column(String(40))
    skills: Mapped[list[Any]] = mapped_column(Json, default=list, server_default="[]")


class Place(Synced, Model):
    """A site, a room of a site or a rack of a room."""

    __tablename__ = "place"
    __table_args__ = (Index("ix_place_parent", "parent_id"),)
    synced_as = "place"

    parent_id: Mapped[str | None] = mapped_column(Id, ForeignKey("place.id"))
    kind: Mapped[str] = mapped_column(String(10))
    code: Mapped[str | None] = mapped_column(String(40))
    name_zh: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str] = mapped_column(Text)
    ordinal: Mapped[int] = mapped_column(default=0)
