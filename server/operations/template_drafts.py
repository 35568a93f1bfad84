"""Operations on checklists in the making: begun, edited item by item by several people, published or dropped.

    begin_draft ──▶ open ──describe_draft──▶ open ──publish_draft──▶ published (its template stands for ever)
                     ▲└──drop_draft──▶ dropped ──drop_draft(dropped: false)──┐
                     └──────────────────────────────────────────────────────┘

A draft belongs to the organisation, as the template does that it becomes: supervisors of any project write it.
"""

from typing import Any

from marshmallow import Schema, fields, validate

from server.operations.fields import an_id, one_of, text, words
from server.operations.publishing import newest_version, publish
from server.operations.template_items import MAX_OPTIONS, OptionSchema, TemplateItemSchema, a_key
from server.sync.document import Document
from server.sync.parked import Parked
from server.sync.registry import SUPERVISORS, EditTarget, decision, edit
from server.sync.work import Work, seen_doc

FARTHEST = 1e9  # an item's place among the others; fractions of it last for thousands of moves
ITEM_FIELDS = tuple(name for name in TemplateItemSchema().fields if name != "ordinal")


class DraftFields(Schema):
    key = a_key()
    name_zh = text(required=True, most=200)
    name_en = text(required=True, most=200)
    resign = one_of("never", "on_finding_change", "always", required=True)


class DraftItemKey(Schema):
    draft_id = an_id()


class DraftOptionSchema(OptionSchema):
    title_zh = text(required=True, most=200)
    title_en = text(required=True, most=200)


def _are_whole(options: list[dict[str, Any]]) -> None:
    """An edit says some fields of an item, but each of its options in full."""
    for option in options:
        DraftOptionSchema().load(option)


class DraftItemFields(TemplateItemSchema):
    """As in a template, but a title may still be empty: what is wrong is listed, and asked for at publishing."""

    class Meta:
        exclude = ("ordinal",)

    title_zh = text(required=True, most=200)
    title_en = text(required=True, most=200)
    options = fields.List(fields.Nested(DraftOptionSchema), validate=[validate.Length(max=MAX_OPTIONS), _are_whole])
    position = fields.Float(required=True, validate=validate.Range(min=-FARTHEST, max=FARTHEST))
    removed = fields.Boolean(required=True)


class BeginDraft(Schema):
    """`based_on_id`: the version whose items it begins with."""

    key = a_key()
    name_zh = words()
    name_en = words()
    based_on_id = an_id(required=False)


class DropDraft(Schema):
    """`dropped` false takes it back."""

    dropped = fields.Boolean(required=True)


class PublishDraft(Schema):
    """`newest_id`: the newest version of its key that the publisher has seen; null where there is none."""

    newest_id = an_id(required=False)


def _organisation(_: Work) -> None:
    """A draft belongs to no project."""


def _items(work: Work) -> list[Document]:
    """All of them, removed ones too. Only read: whoever edits one holds the draft's row."""
    return work.books.look("draft_item", draft_id=work.doc_id)


def _seen_draft(work: Work) -> list[Document]:
    return [work.doc(), *_items(work)]


@decision(
    "begin_draft",
    roles=SUPERVISORS,
    doc_type="template_draft",
    args=BeginDraft(),
    project_of=_organisation,
    makes_doc=True,
    anywhere=True,
)
def begin_draft(work: Work) -> None:
    """Begin the next version of a checklist: with the items of a version, or empty."""
    if work.books.get("template_draft", work.doc_id) is not None:
        raise Parked("invalid", "id_not_fresh", type="template_draft", doc=work.doc_id)
    base = work.require("template", work.args["based_on_id"])
    draft = work.insert_named("template_draft", work.doc_id, **work.args)
    for name in ("key", "name_zh", "name_en"):
        work.books.write(draft, name, work.args[name], [work.op])
    if base is not None:
        work.books.write(draft, "resign", base["resign"], [work.op])
        _copy_items(work, base["items"])
    work.record.docs[draft.id] = draft


def _copy_items(work: Work, items: list[dict[str, Any]]) -> None:
    """Each has the id that follows from its draft and key: made again after a restore it is the same row."""
    for place, item in enumerate(items, start=1):
        row_id = work.by_rule("draft_item", work.doc_id, item["check_key"])
        values = {name: item[name] for name in ITEM_FIELDS if name in item}
        row = work.insert("draft_item", row_id, draft_id=work.doc_id, position=float(place), **values)
        work.books.write(row, "check_key", item["check_key"], [work.op])
        work.record.docs[row.id] = row


def check_draft_open(work: Work, row: Document) -> None:
    """A draft, or an item's draft: once it is published or dropped nobody writes to it."""
    draft = row if row.type.name == "template_draft" else work.books.need("template_draft", row["draft_id"])
    if draft["state"] != "open":
        raise Parked("invalid", f"draft_{draft['state']}")


def check_draft_settled_by(work: Work, row: Document) -> None:
    """Settling is open to all staff; what a checklist asks is not."""
    if not work.actor.is_server and not work.actor.roles_anywhere() & SUPERVISORS:
        raise Parked("forbidden", "role_missing", needs=sorted(SUPERVISORS))
    check_draft_open(work, row)


def _drafts_are_open(work: Work) -> None:
    for row in list(work.record.docs.values()):
        check_draft_open(work, row)


edit(
    "describe_draft",
    roles=SUPERVISORS,
    targets={
        "template_draft": EditTarget(DraftFields(partial=True)),
        "draft_item": EditTarget(DraftItemFields(partial=True), DraftItemKey()),
    },
    effect=_drafts_are_open,
    anywhere=True,
)


@decision(
    "drop_draft",
    roles=SUPERVISORS,
    doc_type="template_draft",
    args=DropDraft(),
    seen_set=seen_doc,
    anywhere=True,
)
def drop_draft(work: Work) -> None:
    """Give it up; nothing of it is deleted, and it can be taken back."""
    draft = work.doc()
    if draft["state"] == "published":
        raise Parked("invalid", "draft_published")
    work.books.write(draft, "state", "dropped" if work.args["dropped"] else "open", [work.op])
    work.record.docs[draft.id] = draft


@decision(
    "publish_draft",
    roles=SUPERVISORS,
    doc_type="template_draft",
    args=PublishDraft(),
    seen_set=_seen_draft,
    anywhere=True,
)
def publish_draft(work: Work) -> None:
    """Make it the next version of its template, exactly as it was on the screen."""
    draft, items = work.doc(), [row for row in _items(work) if not row["removed"]]
    check_draft_open(work, draft)
    newest = newest_version(work, draft["key"])
    if not work.record.was_applied and (newest.id if newest else None) != work.args["newest_id"]:
        raise Parked("stale", "newer_version", version=newest["version"] if newest else 0)
    work.books.find_among("conflict", "doc_id", [draft.id, *(row.id for row in items)], state="open")
    if any(work.books.find("conflict", doc_id=row.id, state="open") for row in (draft, *items)):
        raise Parked("invalid", "conflicts_open")
    template = publish(work, draft, sorted(items, key=lambda row: (row["position"], row.id)))
    work.books.write(draft, "state", "published", [work.op])
    work.books.derive(draft, published_id=template.id)
    work.record.docs |= {draft.id: draft, template.id: template}
