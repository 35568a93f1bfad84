"""What is looked after: devices and routes, the points along a route, and the tags on them."""

from sqlalchemy import ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.synced import Synced
from server.models.types import Day, Id, Instant


class Asset(Synced, Model):
    """A device, or a route with two ends (domain.md R6). `state`: in use, a spare on the shelf, or retired for good."""

    __tablename__ = "asset"
    __table_args__ = (
        Index("ix_asset_project_code", "project_id", "code"),
        Index("ix_asset_project_category", "project_id", "category", "code"),
        Index("ix_asset_project_state", "project_id", "state", "code"),
        Index("ix_asset_place", "place_id", "code"),
    )
    synced_as = "asset"

    kind: Mapped[str] = mapped_column(String(10))
    category: Mapped[str] = mapped_column(String(30))
    code: Mapped[str] = mapped_column(String(40))
    name_zh: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str] = mapped_column(Text)
    brand: Mapped[str | None] = mapped_column(Text)
    model: Mapped[str | None] = mapped_column(Text)
    serial: Mapped[str | None] = mapped_column(Text)
    place_id: Mapped[str | None] = mapped_column(Id, ForeignKey("place.id"))
    position: Mapped[str | None] = mapped_column(Text)
    warranty_until: Mapped[str | None] = mapped_column(Day)
    importance: Mapped[str] = mapped_column(String(10), default="normal")
    photo_hash: Mapped[str | None] = mapped_column(String(64))
    end_a_id: Mapped[str | None] = mapped_column(Id, ForeignKey("place.id"))
    end_b_id: Mapped[str | None] = mapped_column(Id, ForeignKey("place.id"))
    installed_on: Mapped[str | None] = mapped_column(Day)
    state: Mapped[str] = mapped_column(String(10), default="in_use", server_default="in_use")
    note: Mapped[str | None] = mapped_column(Text)


class RoutePoint(Synced, Model):
    """A joint, manhole or box along a route, counted from its end A."""

    __tablename__ = "route_point"
    synced_as = "route_point"

    asset_id: Mapped[str] = mapped_column(Id, ForeignKey("asset.id"), index=True)
    ordinal: Mapped[int] = mapped_column(Integer)
    name_zh: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str] = mapped_column(Text)
    distance_m: Mapped[int | None] = mapped_column(Integer)


class Tag(Synced, Model):
    """A printed QR label. `check` proves that a scanned code is ours, without a network."""

    __tablename__ = "tag"
    __table_args__ = (Index("ix_tag_code", "code", unique=True),)
    synced_as = "tag"

    asset_id: Mapped[str] = mapped_column(Id, ForeignKey("asset.id"), index=True)
    code: Mapped[str] = mapped_column(String(7))
    check: Mapped[str] = mapped_column(String(16))
    issued_at: Mapped[str] = mapped_column(Instant)
    revoked_at: Mapped[str | None] = mapped_column(Instant)
    revoked_reason: Mapped[str | None] = mapped_column(Text)
    replaced_by_id: Mapped[str | None] = mapped_column(Id)
