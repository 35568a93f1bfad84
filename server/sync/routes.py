"""The two doors of the protocol: push and pull."""

import gzip
import json
from dataclasses import replace
from typing import Any

from flask import Response, request
from flask_smorest import Blueprint
from marshmallow import Schema, ValidationError

import server.operations  # noqa: F401  # registers every operation
from server.clock import now
from server.errors import InvalidInput
from server.language import request_language
from server.models.types import instant_text
from server.signed_in import signed_in, signed_in_or_depositing
from server.sync.answers import result_of
from server.sync.bodies import read_json
from server.sync.checked import Checked, check_operation
from server.sync.devices import note_contact
from server.sync.pull import Limits, pull
from server.sync.push import push
from server.sync.quick_load import load
from server.sync.receipts import read_receipt
from server.sync.revoked import as_deposit
from server.sync.upconversion import SCHEMA_VERSION
from server.sync.wire import (
    MAX_PUSH_BYTES,
    PROTOCOL,
    OperationEnvelope,
    PullAnswer,
    PullRequest,
    PushAnswer,
    PushRequest,
    is_enveloped,
)

blueprint = Blueprint("sync", __name__, url_prefix="/api/sync/v1")
RETRY_AFTER_MS = 60_000
COMPRESS_ABOVE_BYTES = 1_000

_PUSH, _PULL, _ENVELOPE = PushRequest(), PullRequest(), OperationEnvelope()


@blueprint.post("/push")
@blueprint.doc(requestBody={"content": {"application/json": {"schema": PushRequest}}})
@blueprint.alt_response(200, schema=PushAnswer)
def push_operations() -> Response:
    """Receive a batch of operations; every one of them gets an outcome. A revoked device's are kept, not applied."""
    person = signed_in_or_depositing()
    asked = _load(_PUSH, read_json(MAX_PUSH_BYTES))
    for raw in asked["ops"]:
        if not is_enveloped(raw):
            _load(_ENVELOPE, raw)
    if asked["schema"] > SCHEMA_VERSION:
        return _answer({"results": [], "stop": {"reason": "retry", "after_ms": RETRY_AFTER_MS}})
    moment = instant_text(now())
    checked = [_checked(raw, asked["schema"], moment, person.person_id) for raw in asked["ops"]]
    if person.is_deposit:
        checked = [as_deposit(one) for one in checked]
    pushed = push(person.person_id, asked["device"], checked, asked["schema"], moment)
    language = request_language()
    return _answer(
        {
            "inc": pushed.incarnation,
            "device": pushed.device,
            "last_n": pushed.last_n,
            "durable_n": pushed.durable_n,
            "results": [result_of(answered, language) for answered in pushed.answers],
            "stop": pushed.stop,
        }
    )


@blueprint.post("/pull")
@blueprint.doc(requestBody={"content": {"application/json": {"schema": PullRequest}}})
@blueprint.alt_response(200, schema=PullAnswer)
def pull_documents() -> Response:
    """What changed in the streams that the person may see."""
    person = signed_in()
    asked = _load(_PULL, read_json(MAX_PUSH_BYTES))
    limits = Limits(asked["max_bytes"], asked["max_docs"])
    answer = pull(person.person_id, asked["device"], asked["cursors"], limits)
    note_contact(asked["device"], instant_text(now()), asked["unsent"])
    return _answer(answer)


def _checked(raw: dict[str, Any], schema: int, moment: str, person_id: str) -> Checked:
    checked = check_operation(raw, schema, moment)
    receipt = read_receipt(raw.get("receipt"), checked.op, checked.body_hash, person_id)
    return replace(checked, receipt=receipt) if receipt else checked


def _load(schema: Schema, data: Any) -> dict[str, Any]:
    try:
        return load(schema, data)
    except ValidationError as error:
        raise InvalidInput(errors=_flat(error.messages_dict)) from None


def _flat(messages: Any, path: str = "") -> dict[str, list[str]]:
    """Marshmallow's nested messages as one list per path."""
    if isinstance(messages, list):
        return {path or "body": [str(message) for message in messages]}
    found: dict[str, list[str]] = {}
    for name, inner in messages.items():
        found |= _flat(inner, f"{path}.{name}" if path else str(name))
    return found


def _answer(body: dict[str, Any]) -> Response:
    """JSON that says which protocol it speaks, so that no captive portal passes for us; packed when it pays.

    Half a surrogate pair, named back to who sent it, goes out in escapes as it came.
    """
    data = json.dumps({"protocol": PROTOCOL, **body}, ensure_ascii=False, separators=(",", ":")).encode(
        errors="backslashreplace"
    )
    response = Response(data, mimetype="application/json")
    if len(data) > COMPRESS_ABOVE_BYTES and "gzip" in request.headers.get("Accept-Encoding", ""):
        response.set_data(gzip.compress(data, compresslevel=5, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
        response.vary.add("Accept-Encoding")
    response.headers["Cache-Control"] = "no-store"
    return response
