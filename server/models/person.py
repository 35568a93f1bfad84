"""People, what they may do where, and the devices they hold."""

from typing import Any, Protocol

from sqlalchemy import Boolean, ForeignKey, Integer, String, Text, false
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.types import Id, Instant, Json


class Person(Model):
    """Someone who can act. Credentials lie in a table of their own. An administrator may begin projects."""

    __tablename__ = "person"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(60), unique=True)
    display_name_zh: Mapped[str] = mapped_column(Text)
    display_name_en: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(10), default="zh-CN")
    is_administrator: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())


class Grant(Model):
    """The only source of rights: this person has these roles in this project."""

    __tablename__ = "grant"

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), primary_key=True)
    project_id: Mapped[str] = mapped_column(Id, ForeignKey("project.id"), primary_key=True)
    roles: Mapped[list[Any]] = mapped_column(Json)


class Device(Model):
    """A phone or browser, numbering its operations from 1. A fork makes a child of it.

    `durable_n`: all its operations up to this number, photos' bytes included, are in the last completed backup.
    `unsent_…`: what it said at `last_seen_at` that it still holds, and since when the oldest of it waits.
    """

    __tablename__ = "device"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    parent_id: Mapped[str | None] = mapped_column(String(40), ForeignKey("device.id"))
    label: Mapped[str | None] = mapped_column(Text)
    last_n: Mapped[int] = mapped_column(Integer, default=0)
    durable_n: Mapped[int] = mapped_column(Integer, default=0)
    schema: Mapped[int | None] = mapped_column(Integer)
    created_at: Mapped[str] = mapped_column(Instant)
    last_seen_at: Mapped[str | None] = mapped_column(Instant)
    revoked_at: Mapped[str | None] = mapped_column(Instant)
    unsent_operations: Mapped[int | None] = mapped_column(Integer)
    unsent_photos: Mapped[int | None] = mapped_column(Integer)
    unsent_since: Mapped[str | None] = mapped_column(Instant)


class KnownDevice(Protocol):
    """What a batch asks of its device: the row suffices."""

    @property
    def id(self) -> str: ...
    @property
    def person_id(self) -> str: ...
    @property
    def parent_id(self) -> str | None: ...
    @property
    def label(self) -> str | None: ...
    @property
    def last_n(self) -> int: ...
    @property
    def durable_n(self) -> int: ...
    @property
    def revoked_at(self) -> str | None: ...


class DeviceNumber(Model):
    """Which operation a device sent under which number; tells a replay from a clone."""

    __tablename__ = "device_number"

    device_id: Mapped[str] = mapped_column(String(40), ForeignKey("device.id"), primary_key=True)
    n: Mapped[int] = mapped_column(Integer, primary_key=True)
    op_id: Mapped[str] = mapped_column(Id)
