"""Answering items: the edit that a round is made of."""

from marshmallow import Schema, fields, validate

from server.operations.fields import an_id, decimal_text, one_of, severity, text
from server.operations.following_round import follow_answers
from server.sync.parked import Parked
from server.sync.registry import ENGINEERS, EditTarget, edit
from server.sync.work import Work


class AnswerKey(Schema):
    round_id = an_id()
    asset_id = an_id(required=False)
    check_key = fields.String(required=True, validate=validate.Regexp(r"[a-z0-9_]{1,60}\Z"))


class AnswerFields(Schema):
    value = one_of("normal", "abnormal", "not_applicable")
    severity = severity()
    reading = decimal_text()
    seen = text()
    indication = text()
    actual = text()
    remark = text()
    na_reason = text()
    unmeasurable_reason = text()
    overrule_reason = text()
    separate_ticket = fields.Boolean(allow_none=True)
    chosen = fields.List(
        fields.String(validate=validate.Length(max=60)), allow_none=True, validate=validate.Length(max=100)
    )
    text = text()
    fixed_on_site = fields.Boolean(allow_none=True)
    same_as_last = fields.Boolean(allow_none=True)


def _after_answers(work: Work) -> None:
    answers = [work.books.need("answer", one.doc) for one in work.checked.edits]
    rounds = {answer["round_id"] for answer in answers}
    if len(rounds) > 1:
        raise Parked("invalid", "several_projects")
    for answer in answers:
        # Offered again after a restore, it may come after what was answered later.
        if not work.record.was_applied or (answer["answered_at"] or "") <= work.at:
            work.books.derive(answer, answered_at=work.at, answered_by=work.person)
    follow_answers(work, work.books.need("round", rounds.pop()), answers)


edit(
    "answer_item",
    roles=ENGINEERS,
    targets={"answer": EditTarget(AnswerFields(), AnswerKey())},
    effect=_after_answers,
)
