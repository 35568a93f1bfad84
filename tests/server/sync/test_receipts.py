"""A receipt says again what was said, of this operation to this person only, and is believed only from ourselves."""

import base64
import json
from typing import Any

from flask import Flask
from sqlalchemy import update

from server.database import writing
from server.models import Grant, Operation
from server.sync.actor import Actor
from server.sync.apply import apply_operations
from server.sync.receipts import read_receipt, receipt_of
from server.sync.record import Record
from tests.server.sync.conftest import PhoneOf
from tests.support.clock import FakeClock
from tests.support.world import World, new_id, operation


def said(receipt: str) -> dict[str, Any]:
    payload = receipt.partition(".")[0]
    body: dict[str, Any] = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return body


def test_every_outcome_carries_one(phone_of: PhoneOf, world: World) -> None:
    anna, client = phone_of("engineer"), phone_of("client")
    applied = anna.answers(world.ups, "fan", value="normal")
    parked = client.answers(world.ups, "fan", value="normal")
    edit = anna.edit(world.ups, "fan", remark="x") | {"was": {"remark": [new_id()]}}
    waiting = anna.does("answer_item", edits=[edit])
    assert [said(each["receipt"])["outcome"] for each in (applied, parked, waiting)] == ["applied", "parked", "waiting"]
    assert [said(each["receipt"])["right"] for each in (applied, parked, waiting)] == [True, False, True]


def test_it_stays_out_of_the_hash(phone_of: PhoneOf, world: World) -> None:
    anna = phone_of("engineer")
    made = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", value="normal")])
    receipt = anna.push(made)["results"][0]["receipt"]
    (again,) = anna.push({**made, "receipt": receipt})["results"]
    assert (again["outcome"], again["duplicate"]) == ("applied", True)


def test_rights_are_judged_once_also_for_what_waits(
    app: Flask, phone_of: PhoneOf, world: World, clock: FakeClock
) -> None:
    """Ben leaves the project while his edit still waits for Anna's: it was rightful when it came."""
    anna, ben = phone_of("engineer"), phone_of("colleague")
    cause = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", remark="甲")])
    edit = ben.edit(world.ups, "fan", remark="乙看过甲") | {"was": {"remark": [cause["op"]]}}
    assert ben.does("answer_item", edits=[edit])["outcome"] == "waiting"
    with app.app_context():
        leaves = {"person_id": world.people["colleague"], "project_id": world.project}
        apply_operations(Actor("cli", "test"), [operation("revoke_role", clock, args=leaves)])
    anna.push(cause)
    assert anna.pull().answer(world.ups, "fan")["remark"] == "乙看过甲"


def forget(app: Flask, op: str) -> None:
    """As if it had come after the backup: only what it says of itself is gone."""
    with app.app_context(), writing() as session:
        session.execute(update(Operation).where(Operation.op_id == op).values(op_id=new_id()))


def test_a_forged_one_is_not_believed(app: Flask, phone_of: PhoneOf, world: World) -> None:
    """Known-bad: believing it would let a client answer items."""
    client = phone_of("client")
    made = client.make("answer_item", edits=[client.edit(world.ups, "fan", value="normal")])
    receipt = client.push(made)["results"][0]["receipt"]
    payload = base64.urlsafe_b64encode(json.dumps({**said(receipt), "outcome": "applied", "right": True}).encode())
    forged = f"{payload.decode().rstrip('=')}.{receipt.partition('.')[2]}"
    for text in (forged, "x", "é", ".", f"{receipt}x", 5, None, "a" * 100_000):
        other = client.make("answer_item", edits=[client.edit(world.ups, "fan", value="normal")])
        (result,) = client.push({**other, "receipt": text})["results"]
        assert (result["outcome"], result["code"]) == ("parked", "forbidden")


def test_one_of_another_operation_is_not_believed(phone_of: PhoneOf, world: World) -> None:
    anna, client = phone_of("engineer"), phone_of("client")
    receipt = anna.answers(world.ups, "fan", value="normal")["receipt"]
    made = client.make("answer_item", edits=[client.edit(world.ups, "fan", value="normal")])
    assert client.push({**made, "receipt": receipt})["results"][0]["code"] == "forbidden"


def test_one_of_another_person_is_not_believed(app: Flask, phone_of: PhoneOf, world: World) -> None:
    """Known-bad: Anna's right would carry whatever bears her operation's id and content (regression)."""
    anna, client = phone_of("engineer"), phone_of("client")
    made = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", value="normal")])
    receipt = anna.push(made)["results"][0]["receipt"]
    forget(app, made["op"])
    (result,) = client.push({**made, "n": 1, "receipt": receipt})["results"]
    assert (result["outcome"], result["code"]) == ("parked", "forbidden")


def finding(cause: str) -> dict[str, Any]:
    moments = {name: "2026-11-22T07:04:05.000000Z" for name in ("at", "received_at", "opened_at")}
    ids = {"by": cause, "cause": cause, "ticket": new_id(), "round_id": cause}
    return {"event": "raised", "args": {"finding": new_id(), "repeat_of": None}, "number": "GD-0421", **ids, **moments}


def test_one_that_made_a_finding_of_every_answer_is_still_read(app: Flask) -> None:
    """As many as one operation can name (regression)."""
    op, person = new_id(), new_id()
    record = Record(op, "submit_round", "person", person, None, None, 1, "event", 1, "{}", "0" * 64, "2026-11-22")
    record.made = {f"finding/{new_id()}": finding(op) for _ in range(1_600)}
    with app.app_context():
        receipt = read_receipt(receipt_of(record), op, record.body_hash, person)
    assert receipt is not None and receipt.made == record.made


def test_it_keeps_the_right_that_its_author_had_then(app: Flask, phone_of: PhoneOf, world: World) -> None:
    anna = phone_of("engineer")
    made = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", value="abnormal", severity=3)])
    receipt = anna.push(made)["results"][0]["receipt"]
    forget(app, made["op"])
    with app.app_context(), writing() as session:
        session.execute(update(Grant).where(Grant.person_id == world.people["engineer"]).values(roles=["client"]))
    anna.n += 1
    (result,) = anna.push({**made, "n": anna.n, "receipt": receipt})["results"]
    assert result["outcome"] in ("applied", "conflict")
    other = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", value="normal")])
    assert anna.push(other)["results"][0]["outcome"] == "parked"
