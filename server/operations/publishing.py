"""A draft becomes the next version of its template: checked whole, numbered once, never changed again."""

from collections.abc import Sequence
from typing import Any

from marshmallow import ValidationError

from server.operations.template_items import TemplateItemSchema
from server.operations.templates import PublishTemplate
from server.sync.document import Document
from server.sync.parked import Parked
from server.sync.work import Work


def newest_version(work: Work, key: str) -> Document | None:
    return max(work.books.find("template", key=key), key=lambda row: int(row["version"]), default=None)


def items_of(rows: Sequence[Document]) -> list[dict[str, Any]]:
    """The items of a template, numbered in the order given."""
    names = [name for name in TemplateItemSchema().fields if name != "ordinal"]
    return [{"ordinal": place, **{name: row[name] for name in names}} for place, row in enumerate(rows, start=1)]


def publish(work: Work, draft: Document, rows: Sequence[Document]) -> Document:
    """Insert the version; parks what does not pass the check of templates."""
    template_id = work.by_rule("template", draft.id)
    whole = {name: draft[name] for name in ("key", "name_zh", "name_en", "resign")}
    whole |= {"version": _version(work, template_id, draft["key"]), "items": items_of(rows)}
    try:
        PublishTemplate().load(whole)
    except ValidationError as error:
        raise Parked("invalid", "draft_has_problems", errors=error.messages) from None
    work.made(_promise(template_id), version=whole["version"])
    return work.insert("template", template_id, **whole, published_at=work.now)


def _version(work: Work, template_id: str, key: str) -> int:
    """The number that it was given before a restore, unless another version has it by now; else the next one."""
    promise = work.promised(_promise(template_id))
    if promise and not work.books.find("template", key=key, version=promise["version"]):
        return int(promise["version"])
    newest = newest_version(work, key)
    return int(newest["version"]) + 1 if newest else 1


def _promise(template_id: str) -> str:
    return f"template/{template_id}"
