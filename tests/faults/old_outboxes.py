"""F15: the outbox of every schema that was ever shipped, two weeks old, sent by a phone that hears every third answer.

`outboxes/schema-N.json` is what the app of that schema wrote on a real phone's disk (`outboxes/make.py`).
"""

import json
import random
from collections import Counter
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from server import demo
from server.database import reading
from server.models import Operation
from server.models.documents import DOCUMENT_TYPES
from server.sync.registry import REGISTRY
from tests.e2e.engineer import PASSWORD
from tests.e2e.plans import ask_for_round
from tests.e2e.running_server import RunningServer
from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.ground import Ground
from tests.faults.frame.tally import Tally
from tests.support.clock import FakeClock
from tests.support.wire_phone import HEADERS

OUTBOXES = Path(__file__).parent / "outboxes"
OFFLINE_DAYS, LARGEST_BATCH = 14, 12
TAKEN = ("applied", "conflict")
FORGETS = "a server that no longer knows an operation of an old app"


def run(ground: Ground, plan: Plan) -> Tally:
    tally = Tally()
    for file in sorted(OUTBOXES.glob("schema-*.json")):
        _replay(json.loads(file.read_text("utf-8")), ground, plan, tally)
    return tally


def _replay(outbox: dict[str, Any], ground: Ground, plan: Plan, tally: Tally) -> None:
    clock = FakeClock(datetime.fromisoformat(outbox["made"]))
    with ground.bare(clock) as (app, folder), ExitStack() as stack:
        demo.load(app)
        ask_for_round(RunningServer("", folder, app), outbox["plan"], (outbox["asset"],), (outbox["person"],))
        clock.advance(days=OFFLINE_DAYS)
        if plan.variant == FORGETS:
            stack.enter_context(patch.dict(REGISTRY))
            del REGISTRY["scan_asset"]
        told, news = _send(app.test_client(), outbox, plan.chance("answers"))
        _compare(app, outbox, told, news, tally)


def _send(client: FlaskClient, outbox: dict[str, Any], chance: random.Random) -> tuple[dict[str, Any], Counter[str]]:
    """What it was told of each, and how often one was called new."""
    said = {"name": outbox["person"], "password": PASSWORD, "device": None}
    device = client.post("/api/session", json=said, headers=HEADERS).get_json()["device"]["id"]
    left = [{**body, "n": n} for n, body in enumerate(outbox["operations"], start=1)]
    told: dict[str, Any] = {}
    news: Counter[str] = Counter()
    while left:
        batch = left[: chance.randint(1, LARGEST_BATCH)]
        asked = {"device": device, "schema": outbox["schema"], "ops": batch}
        answer = client.post("/api/sync/v1/push", json=asked, headers=HEADERS)
        assert answer.status_code == 200, answer.text
        results = answer.get_json()["results"]
        news.update(result["op"] for result in results if not result.get("duplicate", False))
        if chance.random() < 1 / 3:
            told |= {result["op"]: result for result in results}
            left = [each for each in left if each["op"] not in told]
    return told, news


def _compare(app: Flask, outbox: dict[str, Any], told: dict[str, Any], news: Counter[str], tally: Tally) -> None:
    with app.app_context(), reading() as session:
        ids = [body["op"] for body in outbox["operations"]]
        books = {row.op_id: row for row in session.scalars(select(Operation).where(Operation.op_id.in_(ids)))}
        table = DOCUMENT_TYPES["answer"].table
        shown = {row["id"]: dict(row) for row in session.execute(select(table)).mappings()}
    tally.operations += len(books)
    for body in outbox["operations"]:
        about = f"schema {outbox['schema']} {body['name']} {body['op']}"
        row = books.get(body["op"])
        if row is None:
            tally.found("lost", f"{about} is not in the books")
        elif row.outcome == "waiting":
            tally.found("stuck", f"{about} waits")
        elif row.outcome not in TAKEN:
            tally.found("lost", f"{about} is {row.outcome}: {told[body['op']]}")
        elif json.loads(row.body) != body:
            tally.found("lost", f"{about} has another body")
        if news[body["op"]] > 1:
            tally.found("doubled", f"{about} was taken as new {news[body['op']]} times")
    for doc, values in _last_values(outbox).items():
        for name, value in values.items():
            if doc not in shown or shown[doc][name] != value:
                tally.found("lost", f"answer {doc}.{name} is not {value!r}")


def _last_values(outbox: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Nobody else wrote: what was said last stands."""
    said: dict[str, dict[str, Any]] = {}
    for body in outbox["operations"]:
        for edit in body.get("edits", []):
            if edit["type"] == "answer":
                said.setdefault(edit["doc"], {}).update(edit["set"])
    return said


FAULT = Fault("F15", "the outboxes of all schemas so far, two weeks late", run, (FORGETS,))
