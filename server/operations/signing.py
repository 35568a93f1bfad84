"""Signatures: exactly what was shown, its hash, and the strokes; insert-only."""

import hashlib
from typing import Any

from marshmallow import INCLUDE, Schema, ValidationError, fields, validate

from server.operations.events import add_round_event
from server.operations.fields import an_id, edge_length, one_of, sha256, text, words
from server.operations.following_round import follow_events
from server.rules.ids import signed_copy_id
from server.sync.bodies import read_strictly
from server.sync.parked import Parked
from server.sync.quick_load import load
from server.sync.registry import ENGINEERS, event
from server.sync.wire import IdField
from server.sync.work import Work

MAX_CONTENT_CHARACTERS = 100_000
MARGIN = 0.05  # of the pad's edge: coordinates are rounded


class SignedAnswer(Schema):
    class Meta:
        unknown = INCLUDE

    asset_id = IdField(required=True, allow_none=True)
    check_key = fields.String(required=True)
    reading = fields.String(allow_none=True)
    seen = fields.String(allow_none=True)
    indication = fields.String(allow_none=True)
    actual = fields.String(allow_none=True)
    remark = fields.String(allow_none=True)
    na_reason = fields.String(allow_none=True)
    unmeasurable_reason = fields.String(allow_none=True)


class SignedContent(Schema):
    class Meta:
        unknown = INCLUDE

    form = fields.Dict(keys=fields.String(), values=fields.String(allow_none=True), required=True)
    answers = fields.List(fields.Nested(SignedAnswer), required=True)


_CONTENT = SignedContent()


class Strokes(Schema):
    """Points are in the units of the pad (its width and height), as the phone boxes them in."""

    width = edge_length()
    height = edge_length()
    paths = fields.List(
        fields.List(
            fields.List(fields.Float(), validate=validate.Length(min=2, max=3)), validate=validate.Length(min=1)
        ),
        required=True,
        validate=validate.Length(min=1, max=1_000),
    )


def ink_is_on_the_pad(strokes: dict[str, Any]) -> None:
    width, height = strokes["width"], strokes["height"]
    points = [point for path in strokes["paths"] for point in path]
    if not all(_is_on(width, x) and _is_on(height, y) for x, y, *_ in points):
        raise ValidationError("a point beside the pad")


def _is_on(edge: float, at: float) -> bool:
    return -MARGIN * edge <= at <= (1 + MARGIN) * edge


class SignRound(Schema):
    party = one_of("engineer", "client", required=True)
    signer_name = words()
    signer_phone = text(most=40)
    on_behalf = fields.Boolean(load_default=False)
    content = fields.String(required=True, validate=validate.Length(min=2, max=MAX_CONTENT_CHARACTERS))
    content_hash = sha256()
    strokes = fields.Nested(Strokes, required=True, validate=ink_is_on_the_pad)
    seal_photo_id = an_id(required=False)
    opinion = text()


@event("sign_round", roles=ENGINEERS, doc_type="round", args=SignRound())
def sign_round(work: Work) -> None:
    """Keep the signed copy to the letter; its hash is computed again, never believed."""
    round_ = work.doc()
    content = work.args["content"]
    if hashlib.sha256(content.encode()).hexdigest() != work.args["content_hash"] or not _is_content(content):
        raise Parked("invalid", "wrong_content_hash")
    work.require("photo", work.args["seal_photo_id"])
    copy = work.insert(
        "signed_copy",
        signed_copy_id(work.op),
        round_id=round_.id,
        **{"signer_phone": None, "opinion": None, **work.args},
        by=work.person,
        at=work.at,
    )
    work.record.docs[copy.id] = copy
    args = {"party": copy["party"], "signed_copy_id": copy.id, "device": work.actor.device_id}
    add_round_event(work, round_.id, "signed", args)
    follow_events(work, round_)


def _is_content(text_: str) -> bool:
    """Whether it can be compared with the round later: what could not would hold up every approval."""
    try:
        load(_CONTENT, read_strictly(text_.encode()))
    except (ValidationError, ValueError, RecursionError):
        return False
    return True
