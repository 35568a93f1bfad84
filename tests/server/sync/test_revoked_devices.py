"""A lost phone reads nothing any more and loses nothing: what it still sends is kept for a person to settle."""

import pytest
from flask import Flask

from server.sync.actor import Actor
from server.sync.apply import apply_operations
from tests.server.sync.conftest import PhoneOf
from tests.support.clock import FakeClock
from tests.support.pictures import picture
from tests.support.tus_phone import TusPhone
from tests.support.wire_phone import HEADERS, WirePhone
from tests.support.world import World, operation


def does(app: Flask, clock: FakeClock, name: str, **args: str) -> None:
    with app.app_context():
        (answered,) = apply_operations(Actor("cli", "test"), [operation(name, clock, args=args, seen={})])
        assert answered.record.outcome == "applied", answered.record.result


def revoke(app: Flask, clock: FakeClock, device: str) -> None:
    does(app, clock, "revoke_device", device_id=device, reason="丢了")


def pull_status(phone: WirePhone) -> tuple[int, str]:
    body = {"device": phone.device, "schema": 1, "cursors": {}}
    answer = phone.client.post("/api/sync/v1/pull", json=body, headers=HEADERS)
    return answer.status_code, answer.get_json().get("code", "")


def test_it_pushes_and_everything_parks(app: Flask, clock: FakeClock, phone_of: PhoneOf, world: World) -> None:
    anna, boss = phone_of("engineer"), phone_of("supervisor")
    before = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", value="normal")])
    anna.push(before)
    revoke(app, clock, anna.device)
    result = anna.answers(world.ups, "battery", value="normal", reading="24")
    assert (result["outcome"], result["code"], result["reason"]) == ("parked", "forbidden", "device_revoked")
    assert anna.push(before)["results"][0]["outcome"] == "applied"  # what was said before stands
    accepts = {"op": result["op"], "choice": "accept"}
    assert boss.does("settle_parked", args=accepts, seen={})["outcome"] == "applied"
    assert boss.pull().answer(world.ups, "battery")["reading"] == "24"


def test_it_reads_nothing(app: Flask, clock: FakeClock, phone_of: PhoneOf, world: World) -> None:
    anna = phone_of("engineer")
    revoke(app, clock, anna.device)
    assert pull_status(anna) == (403, "deposit_only")
    for path in ("/api/devices", f"/api/rounds/{world.round}", f"/api/projects/{world.project}/attention"):
        answer = anna.client.get(path)
        assert (answer.status_code, answer.get_json()["code"]) == (403, "deposit_only"), path
    session = anna.client.get("/api/session")
    assert (session.status_code, session.get_json()["grants"]) == (200, [])


def test_what_waits_for_a_cause_parks_as_well(app: Flask, clock: FakeClock, phone_of: PhoneOf, world: World) -> None:
    anna, ben = phone_of("engineer"), phone_of("colleague")
    cause = ben.make("answer_item", edits=[ben.edit(world.ups, "fan", remark="甲")])
    revoke(app, clock, anna.device)
    edit = anna.edit(world.ups, "fan", remark="乙") | {"was": {"remark": [cause["op"]]}}
    assert anna.does("answer_item", edits=[edit])["reason"] == "device_revoked"
    ben.push(cause)
    assert ben.pull().answer(world.ups, "fan")["remark"] == "甲"


def test_a_fork_does_not_free_it(app: Flask, clock: FakeClock, phone_of: PhoneOf, world: World) -> None:
    """Known-bad: a device made by a fork that forgets its parent."""
    anna = phone_of("engineer")
    mine = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", value="normal")])
    anna.push(mine)
    twin = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", remark="x")]) | {"n": mine["n"]}
    child = anna.push(twin)["stop"]["device"]
    revoke(app, clock, anna.device)
    anna.device = child
    assert anna.push({**twin, "n": 1})["results"][0]["reason"] == "device_revoked"
    assert pull_status(anna) == (403, "deposit_only")


def test_another_phone_of_the_same_person_is_not_a_way_round(
    app: Flask, clock: FakeClock, phone_of: PhoneOf, world: World
) -> None:
    """The lost phone's cookie, used under the device id of the one at hand."""
    lost, at_hand = phone_of("engineer"), phone_of("engineer")
    revoke(app, clock, lost.device)
    lost.device, lost.n = at_hand.device, at_hand.n
    assert lost.answers(world.ups, "fan", value="normal")["reason"] == "device_revoked"
    assert pull_status(lost) == (403, "deposit_only")


@pytest.mark.parametrize("is_revoked", [True, False])
def test_bytes_are_taken_either_way(app: Flask, clock: FakeClock, world: World, is_revoked: bool) -> None:
    camera = TusPhone(app, "engineer")
    if is_revoked:
        revoke(app, clock, camera.device_id)
    assert camera.send_all(picture(size=(8, 8))).status_code == 201


def test_found_again_it_syncs_as_before(app: Flask, clock: FakeClock, phone_of: PhoneOf, world: World) -> None:
    anna = phone_of("engineer")
    revoke(app, clock, anna.device)
    parked = anna.answers(world.ups, "fan", value="normal")
    does(app, clock, "readmit_device", device_id=anna.device)
    assert anna.pull().sees("op_status")[0]["op"] == parked["op"]
    assert anna.answers(world.ups, "battery", value="normal", reading="24")["outcome"] == "applied"
