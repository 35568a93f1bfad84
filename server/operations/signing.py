"""Signatures: exactly what was shown, its hash, and the strokes; insert-only."""

import hashlib
import json

from marshmallow import Schema, fields, validate

from server.operations.events import add_round_event
from server.operations.fields import an_id, one_of, sha256, text, words
from server.operations.following_round import follow_events
from server.rules.ids import signed_copy_id
from server.sync.parked import Parked
from server.sync.registry import ENGINEERS, event
from server.sync.work import Work

MAX_CONTENT_CHARACTERS = 100_000


class Strokes(Schema):
    width = fields.Float(required=True)
    height = fields.Float(required=True)
    paths = fields.List(
        fields.List(
            fields.List(fields.Float(), validate=validate.Length(min=2, max=3)), validate=validate.Length(min=1)
        ),
        required=True,
        validate=validate.Length(min=1, max=1_000),
    )


class SignRound(Schema):
    party = one_of("engineer", "client", required=True)
    signer_name = words()
    signer_phone = text(most=40)
    on_behalf = fields.Boolean(load_default=False)
    content = fields.String(required=True, validate=validate.Length(min=2, max=MAX_CONTENT_CHARACTERS))
    content_hash = sha256()
    strokes = fields.Nested(Strokes, required=True)
    seal_photo_id = an_id(required=False)
    opinion = text()


@event("sign_round", roles=ENGINEERS, doc_type="round", args=SignRound())
def sign_round(work: Work) -> None:
    """Keep the signed copy to the letter; its hash is computed again, never believed."""
    round_ = work.doc()
    content = work.args["content"]
    if hashlib.sha256(content.encode()).hexdigest() != work.args["content_hash"] or not _is_object(content):
        raise Parked("invalid", "wrong_content_hash")
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


def _is_object(text_: str) -> bool:
    try:
        return isinstance(json.loads(text_), dict)
    except (ValueError, RecursionError):
        return False
