"""Settling a conflict: keep what stands, or take the value that was kept. Both stay in the books."""

from marshmallow import Schema, fields, validate

from server.operations.fields import an_id, one_of
from server.operations.following_round import amend_form, follow_answers
from server.operations.places import refuse_circle
from server.operations.shifts import check_shift
from server.operations.template_drafts import check_draft_settled_by
from server.operations.ticket_grading import tell_grade
from server.sync.document import Document
from server.sync.parked import Parked
from server.sync.registry import STAFF, decision
from server.sync.wire import IdField
from server.sync.work import Work

CONFLICTED_TYPES = (
    "answer", "round", "photo", "ticket", "asset", "place", "member", "plan", "project", "route_point",
    "shift", "article", "template_draft", "draft_item", "certificate",
)  # fmt: skip


class SettleConflict(Schema):
    field = fields.String(required=True, validate=validate.Length(max=40))
    choice = one_of("keep", "take", required=True)
    take = an_id(required=False)
    conflicts = fields.List(IdField(), required=True, validate=validate.Length(min=1, max=100))


def _conflicted(work: Work) -> Document:
    first = work.books.get("conflict", work.args["conflicts"][0])
    if first is None or first["doc_id"] != work.doc_id:
        raise Parked("forbidden", "unknown_document", doc=work.doc_id)
    return work.books.need(first["doc_type"], work.doc_id)


def _project_of_conflicted(work: Work) -> str | None:
    return _conflicted(work).project_id


def _open(work: Work) -> list[Document]:
    return work.books.find("conflict", doc_id=work.doc_id, field=work.args["field"], state="open")


def _seen_values(work: Work) -> list[Document]:
    """Every value that is open, and the row that it is about."""
    return [_conflicted(work), *_open(work)]


@decision(
    "settle_conflict",
    roles=STAFF,
    doc_type="answer",
    args=SettleConflict(),
    project_of=_project_of_conflicted,
    seen_set=_seen_values,
    anywhere=True,
)
def settle_conflict(work: Work) -> None:
    """The settlement becomes the field's writer even if the value stays, so that no older edit undoes it."""
    field = work.args["field"]
    open_rows = {row.id: row for row in _open(work)}
    if set(work.args["conflicts"]) != open_rows.keys():
        raise Parked("stale", "already_settled")
    row = _conflicted(work)
    value = row[field]
    if work.args["choice"] == "take":
        taken = open_rows.get(work.args["take"])
        if taken is None:
            raise Parked("stale", "already_settled")
        value = taken["kept_value"]
    if value != row[field]:
        work.wrote.add((row.id, field))
    work.books.write(row, field, value, [work.op])
    work.record.docs[row.id] = row
    for conflict in open_rows.values():
        choice = "take" if conflict.id == work.args["take"] else "keep"
        work.books.derive(conflict, state="settled", settled_by=work.person, settled_at=work.now, settled_choice=choice)
    if row.type.name == "place" and field == "parent_id":
        refuse_circle(work, [row])
    if row.type.name in ("template_draft", "draft_item"):
        check_draft_settled_by(work, row)
    if row.type.name == "shift":
        check_shift(work, row)
    if row.type.name == "answer":
        follow_answers(work, work.books.need("round", row["round_id"]), [row])
    if row.type.name == "round":
        amend_form(work, row)
    if row.type.name == "ticket":
        tell_grade(work, row, [field])
