"""The supervisor's side: comments pinned, rounds sent back or approved. Approving seals."""

from marshmallow import Schema, fields, validate

from server.operations.events import add_round_event
from server.operations.fields import Nothing, an_id, one_of, text
from server.operations.following_round import follow_events, follow_whole_round
from server.operations.sealing import seal_round, what_blocks
from server.rules.ids import answer_id
from server.rules.return_reasons import RETURN_REASONS
from server.sync.parked import Parked
from server.sync.registry import SUPERVISORS, decision, event
from server.sync.wire import IdField
from server.sync.work import Work, seen_round

_SHARE = validate.Range(min=0, max=1)


class PinComment(Schema):
    asset_id = an_id(required=False)
    check_key = fields.String(allow_none=True, load_default=None, validate=validate.Length(max=60))
    photo_id = an_id(required=False)
    x = fields.Float(allow_none=True, load_default=None, validate=_SHARE)
    y = fields.Float(allow_none=True, load_default=None, validate=_SHARE)
    text = text(required=True)


class SendBack(Schema):
    comment_ids = fields.List(IdField(), required=True, validate=validate.Length(min=1, max=500))
    reasons = fields.Dict(
        keys=IdField(),
        values=one_of(*RETURN_REASONS, required=True),
        load_default=None,
        metadata={
            "description": "by comment: why this point goes back; the comment's own words say the rest. "
            "Left out only by an older app, which asks for none."
        },
    )
    note = text()


class ApproveRound(Schema):
    reason = text()


@event("pin_comment", roles=SUPERVISORS, doc_type="round", args=PinComment())
def pin_comment(work: Work) -> None:
    """A remark on one item, or on a point of one photo."""
    round_ = work.doc()
    asset_id, check_key = work.args["asset_id"], work.args["check_key"]
    work.require("asset", asset_id)
    work.require("photo", work.args["photo_id"])
    item = answer_id(round_.id, asset_id, check_key) if check_key else None
    work.insert_own("comment", round_id=round_.id, **work.args, answer_id=item, by=work.person, at=work.at)


@event("withdraw_comment", roles=SUPERVISORS, doc_type="comment", args=Nothing())
def withdraw_comment(work: Work) -> None:
    """Take a remark back; it stays in the books."""
    comment = work.doc()
    if comment["withdrawn_at"] is None:
        work.books.write(comment, "withdrawn_at", work.now, [work.op])
    work.record.docs[comment.id] = comment


@decision("send_back", roles=SUPERVISORS, doc_type="round", args=SendBack(), seen_set=seen_round)
def send_back(work: Work) -> None:
    """Ask for these items again, each with its reason; the engineer's phone shows just those.

    An older app knows of no reasons and names none at all: its word is taken, and the figures say that none was given.
    """
    round_ = work.doc()
    if round_["state"] != "submitted":
        raise Parked("invalid", "not_submitted")
    comments = [work.books.get("comment", comment_id) for comment_id in work.args["comment_ids"]]
    if any(one is None or one["round_id"] != round_.id or one["withdrawn_at"] for one in comments):
        raise Parked("invalid", "comments_missing")
    reasons = work.args["reasons"]
    if reasons is not None and set(reasons) != set(work.args["comment_ids"]) and not work.record.was_applied:
        raise Parked("invalid", "reasons_missing")
    add_round_event(work, round_.id, "sent_back", {"note": None, **work.args, "reasons": reasons or {}})
    follow_events(work, round_)


@decision("approve_round", roles=SUPERVISORS, doc_type="round", args=ApproveRound(), seen_set=seen_round)
def approve_round(work: Work) -> None:
    """Seal the record (R3): state, copies and photos are fixed, its tickets confirmed, the client sees it."""
    round_ = work.doc()
    if round_["state"] != "submitted":
        raise Parked("invalid", "not_submitted")
    view = follow_whole_round(work, round_)
    blocker = what_blocks(work, view)
    if blocker is not None:
        raise blocker
    before = work.promised(f"seal/{round_.id}") if work.record.was_applied else None
    if before is not None:
        work.books.derive(round_, holding=before["holding"])
    elif round_["holding"] and not (work.args.get("reason") or "").strip():
        raise Parked("invalid", "phones_may_hold", holding=round_["holding"])
    add_round_event(work, round_.id, "approved", {"reason": work.args.get("reason"), "holding": round_["holding"]})
    view = follow_whole_round(work, round_)
    if before is not None:
        work.books.derive(round_, holding=before["holding"])
    seal_round(work, view)
