"""Photos: taken, marked, withdrawn, verified by the server, or declared lost."""

from typing import Any

from marshmallow import Schema, fields, validate

from server.jobs.queue import enqueue
from server.operations.fields import InstantField, an_id, edge_length, one_of, sha256, text
from server.operations.following_round import add_amendment, follow_proof
from server.sync.document import Document
from server.sync.parked import Parked
from server.sync.registry import ENGINEERS, SERVER_ONLY, SUPERVISORS, EditTarget, decision, edit, event
from server.sync.work import Work, seen_doc

# Shares of the picture's edges. A finger may leave a small picture far behind; paper clips it at the edge.
_NEAR = validate.Range(min=-100, max=101)


class TakePhoto(Schema):
    asset_id = an_id(required=False)
    check_key = fields.String(allow_none=True, load_default=None, validate=validate.Length(max=60))
    purpose = one_of("item", "seal", "asset", "ticket", "before", "after", "vendor", required=True)
    hash = sha256()
    bytes = fields.Integer(required=True, strict=True, validate=validate.Range(min=1, max=2**31 - 1))
    width = fields.Integer(required=True, strict=True, validate=validate.Range(min=1, max=100_000))
    height = fields.Integer(required=True, strict=True, validate=validate.Range(min=1, max=100_000))
    mime = one_of("image/jpeg", "image/png", "image/webp", required=True)
    taken_at = InstantField(required=True)


class Mark(Schema):
    kind = one_of("ring", "arrow", "draw", "text", required=True)
    points = fields.List(
        fields.List(fields.Float(validate=_NEAR), validate=validate.Length(equal=2)),
        required=True,
        validate=validate.Length(min=1, max=5_000),
    )
    text = fields.String(allow_none=True, validate=validate.Length(max=200))


class Markup(Schema):
    width = edge_length()
    height = edge_length()
    marks = fields.List(fields.Nested(Mark), required=True, validate=validate.Length(max=500))


class MarkupFields(Schema):
    markup = fields.Nested(Markup, allow_none=True)


class Reason(Schema):
    reason = text(required=True, most=500)


class VerifyBlob(Schema):
    hash = sha256()
    state = one_of("received", "verified", "refused", required=True)
    reason = fields.String(allow_none=True, load_default=None, validate=validate.Length(max=200))


edit("mark_photo", roles=ENGINEERS, targets={"photo": EditTarget(MarkupFields())})


def _home(work: Work) -> tuple[str, Document]:
    """A photo hangs on a round or on a ticket; the id says which."""
    for name in ("round", "ticket"):
        row = work.books.get(name, work.doc_id)
        if row is not None:
            return name, row
    raise Parked("forbidden", "unknown_document", doc=work.doc_id)


def _project_of_home(work: Work) -> str | None:
    return _home(work)[1].project_id


@event("take_photo", roles=ENGINEERS | {"link"}, doc_type="round", args=TakePhoto(), project_of=_project_of_home)
def take_photo(work: Work) -> None:
    """The row syncs at once; its bytes follow, or were here first."""
    name, home = _home(work)
    work.require("asset", work.args["asset_id"])
    photo = work.insert_own("photo", **{f"{name}_id": home.id}, **work.args, taken_by=work.person)
    enqueue(
        work.books.session,
        "check_blob",
        {"hash": photo["hash"], "person_id": work.person},
        key=f"check_blob/{photo.id}",
    )
    if home.fields.get("state") == "sealed":
        _amend_late(work, photo)
    if name == "round":
        follow_proof(work, home)


@event("withdraw_photo", roles=ENGINEERS, doc_type="photo", args=Reason())
def withdraw_photo(work: Work) -> None:
    """A wrong photo is hidden, and kept."""
    photo = work.doc()
    if photo["withdrawn_at"] is None:
        work.books.write(photo, "withdrawn_at", work.now, [work.op])
        work.books.write(photo, "withdrawn_reason", work.args["reason"], [work.op])
        if photo["round_id"] is not None:
            follow_proof(work, work.books.need("round", photo["round_id"]))
    work.record.docs[photo.id] = photo


@event("verify_blob", roles=SERVER_ONLY, doc_type="photo", args=VerifyBlob())
def verify_blob(work: Work) -> None:
    """The server's word on a photo's bytes; a late one becomes an amendment of the sealed record."""
    photo = work.doc()
    if photo["hash"] != work.args["hash"]:
        raise Parked("invalid", "unknown_reference", doc=photo.id)
    was = photo["blob_state"]
    if was == "verified":
        return
    work.books.derive(photo, blob_state=work.args["state"], blob_reason=work.args["reason"])
    round_ = work.books.get("round", photo["round_id"])
    if was == "lost" and work.args["state"] == "verified" and round_ is not None and round_["state"] == "sealed":
        _amend_late(work, photo)


@decision("declare_photo_lost", roles=SUPERVISORS, doc_type="photo", args=Reason(), seen_set=seen_doc)
def declare_photo_lost(work: Work) -> None:
    """Let a record be sealed without bytes that will never come."""
    photo = work.doc()
    if photo["blob_state"] == "verified":
        raise Parked("stale", "already_settled")
    work.books.write(photo, "blob_state", "lost", [work.op])
    work.books.write(photo, "blob_reason", work.args["reason"], [work.op])
    work.record.docs[photo.id] = photo


def _amend_late(work: Work, photo: Document) -> None:
    if photo["round_id"] is None:
        return
    fields_: dict[str, Any] = {"asset_id": photo["asset_id"], "check_key": photo["check_key"]}
    detail = {"photo_id": photo.id, "hash": photo["hash"]}
    add_amendment(work, photo["round_id"], "late_photo", subject=photo.id, detail=detail, **fields_)
