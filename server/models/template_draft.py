"""A checklist being written: edited item by item by several people, then published as a template's next version."""

from typing import Any

from sqlalchemy import Boolean, Float, ForeignKey, Integer, String, Text, false, true
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.synced import Synced
from server.models.types import Id, Json


class TemplateDraft(Synced, Model):
    """The next version of template `key` in the making. `state`: open, published (as `published_id`) or dropped."""

    __tablename__ = "template_draft"
    synced_as = "template_draft"
    stream_kind = "org"

    key: Mapped[str] = mapped_column(String(60))
    name_zh: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str] = mapped_column(Text)
    resign: Mapped[str] = mapped_column(String(20), default="on_finding_change")
    based_on_id: Mapped[str | None] = mapped_column(Id, ForeignKey("template.id"))
    state: Mapped[str] = mapped_column(String(10), default="open")
    published_id: Mapped[str | None] = mapped_column(Id, ForeignKey("template.id"))


class DraftItem(Synced, Model):
    """One item of a draft, with the members of a template's item (`server/operations/template_items.py`).

    `position` orders items and is fractional: one that is dragged between two others moves alone.
    """

    __tablename__ = "draft_item"
    synced_as = "draft_item"
    stream_kind = "org"

    draft_id: Mapped[str] = mapped_column(Id, ForeignKey("template_draft.id"), index=True)
    check_key: Mapped[str] = mapped_column(String(60))
    position: Mapped[float] = mapped_column(Float)
    scope: Mapped[str] = mapped_column(String(10), default="asset")
    categories: Mapped[list[Any]] = mapped_column(Json, default=list)
    form_row: Mapped[int | None] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(String(12), default="judgement")
    title_zh: Mapped[str] = mapped_column(Text)
    title_en: Mapped[str] = mapped_column(Text)
    unit: Mapped[str | None] = mapped_column(String(20))
    decimals: Mapped[int | None] = mapped_column(Integer)
    low: Mapped[str | None] = mapped_column(String(40))
    high: Mapped[str | None] = mapped_column(String(40))
    required: Mapped[bool] = mapped_column(Boolean, default=True, server_default=true())
    has_indication: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    has_actual: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    phrases_zh: Mapped[list[Any]] = mapped_column(Json, default=list)
    phrases_en: Mapped[list[Any]] = mapped_column(Json, default=list)
    guidance_zh: Mapped[str | None] = mapped_column(Text)
    guidance_en: Mapped[str | None] = mapped_column(Text)
    options: Mapped[list[Any]] = mapped_column(Json, default=list)
    multiple: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    photo: Mapped[str] = mapped_column(String(12), default="none", server_default="none")
    scan: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    shown_if: Mapped[dict[str, Any] | None] = mapped_column(Json)
    removed: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
