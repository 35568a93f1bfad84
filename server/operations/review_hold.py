"""Taking a round up for review and laying it down: no row of its own, so that it makes nobody's screen old."""

from marshmallow import Schema, fields

from server.operations.fields import Nothing
from server.rules.review_hold import is_taken
from server.sync.registry import SUPERVISORS, event
from server.sync.work import Work


class TakeReview(Schema):
    over = fields.Boolean(load_default=False, metadata={"description": "although somebody else holds it"})


@event("take_review", roles=SUPERVISORS, doc_type="round", args=TakeReview())
def take_review(work: Work) -> None:
    """Say that one is looking at this round; said again it is a sign of being there still."""
    round_ = work.doc()
    if work.person is not None and is_taken(round_.fields, work.person, work.now, over=work.args["over"]):
        work.books.derive(round_, reviewer_id=work.person, review_taken_at=work.now)
    work.record.docs[round_.id] = round_


@event("leave_review", roles=SUPERVISORS, doc_type="round", args=Nothing())
def leave_review(work: Work) -> None:
    """Leave it to the others; who does not hold it leaves nothing."""
    round_ = work.doc()
    if round_["reviewer_id"] == work.person:
        work.books.derive(round_, reviewer_id=None, review_taken_at=None)
    work.record.docs[round_.id] = round_
