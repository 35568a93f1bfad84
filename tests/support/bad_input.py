"""What bad input must get: an answer of its own, everything around it applied, nothing lost."""

import json
from typing import Any

from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from server.database import reading
from server.models import Operation, Refused
from tests.support.wire_phone import HEADERS, WirePhone
from tests.support.world import operation

PUSH, PULL = "/api/sync/v1/push", "/api/sync/v1/pull"


def push_between_good_ones(app: Flask, phone: WirePhone, bad: dict[str, Any]) -> dict[str, Any]:
    """Push it between two good operations; gives its result. The good ones are applied, its body is kept."""
    batch = [_remark(phone, "before"), bad, _remark(phone, "after")]
    numbered = [{**one, "n": phone.n + k} for k, one in enumerate(batch, start=1)]
    phone.n += len(batch)
    answer = send(phone, json.dumps({"device": phone.device, "schema": 1, "ops": numbered}))
    assert answer.status_code == 200, answer.text
    body = answer.get_json()
    assert body["stop"] is None and body["last_n"] == phone.n, body
    first, result, last = body["results"]
    assert (first["outcome"], last["outcome"]) == ("applied", "applied"), body
    assert_kept(app, bad)
    return dict(result)


def _remark(phone: WirePhone, words: str) -> dict[str, Any]:
    """A good operation: a label that could not be read, which meets nothing and nobody."""
    scan = {"asset_id": phone.world.ups, "raw": words, "method": "unreadable"}
    return operation("scan_asset", phone.clock, doc=phone.world.round, args=scan, after=[])


def assert_kept(app: Flask, sent: dict[str, Any]) -> None:
    """Its body is in the books, or among the refused ones, with every value that was sent."""
    with app.app_context(), reading() as session:
        texts = list(session.scalars(select(Operation.body).where(Operation.op_id == sent["op"])))
        texts += session.scalars(select(Refused.body).where(Refused.op_id == sent["op"]))
    assert sent in [json.loads(text) for text in texts], f"lost: {sent}"


def send(phone: WirePhone, data: str | bytes, path: str = PUSH, **headers: str) -> TestResponse:
    """Any body at all, as JSON of this phone's session."""
    said = {**HEADERS, "Content-Type": "application/json", **headers}
    return phone.client.post(path, data=data, headers=said)


def is_problem(answer: TestResponse, *statuses: int) -> bool:
    """Whether it is a refusal of the whole request that says why."""
    assert answer.status_code in statuses, f"{answer.status_code} {answer.text[:300]}"
    assert answer.mimetype == "application/problem+json", answer.mimetype
    body = answer.get_json()
    return bool(body["code"] and body["title"] and body["detail"] and body["status"] == answer.status_code)
