"""Accepting what was parked: it is applied, or it stays open with the reason that stands in the way now."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.server.sync.conftest import PhoneOf
from tests.support import walk
from tests.support.wire_phone import WirePhone
from tests.support.world import World


def accept(chief: WirePhone, op: str) -> dict[str, Any]:
    return chief.does("settle_parked", args={"op": op, "choice": "accept"}, seen={})


def in_attention(client: FlaskClient, world: World) -> dict[str, dict[str, Any]]:
    shown = client.get(f"/api/projects/{world.project}/attention").get_json()["operations"]
    return {operation["op"]: operation for operation in shown}


@pytest.fixture
def unplaceable(phone_of: PhoneOf, world: World) -> dict[str, Any]:
    """The client answers an item on an asset of another company: forbidden to them, invalid for everybody."""
    return phone_of("client").answers(world.foreign_asset, "fan", value="normal")


def test_what_parks_again_when_accepted_stays_open_with_its_new_reason(
    phone_of: PhoneOf, world: World, unplaceable: dict[str, Any]
) -> None:
    """(regression)"""
    chief = phone_of("supervisor")
    assert unplaceable["reason"] == "role_missing"
    result = accept(chief, unplaceable["op"])
    subject = result["subject"]
    assert (result["outcome"], subject["outcome"], subject["reason"]) == ("applied", "parked", "unknown_reference")
    assert "outside this project" in subject["message"]
    assert in_attention(chief.client, world)[unplaceable["op"]]["reason"] == "unknown_reference"
    assert phone_of("client").sees("op_status")[0]["outcome"] == "parked"


def test_it_can_be_settled_after_that(phone_of: PhoneOf, world: World, unplaceable: dict[str, Any]) -> None:
    """(regression)"""
    chief = phone_of("supervisor")
    accept(chief, unplaceable["op"])
    assert accept(chief, unplaceable["op"])["subject"]["outcome"] == "parked"
    args = {"op": unplaceable["op"], "choice": "set_aside", "note": "不是我们的设备"}
    assert chief.does("settle_parked", args=args, seen={})["outcome"] == "applied"
    assert in_attention(chief.client, world) == {}
    assert accept(chief, unplaceable["op"])["reason"] == "already_settled"


def waits_for(phone_of: PhoneOf, world: World) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a client answered on what an engineer has not sent yet: forbidden to them; and the engineer's own answer."""
    anna, client = phone_of("engineer"), phone_of("client")
    cause = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", remark="风扇有灰")])
    edit = client.edit(world.ups, "fan", remark="已擦净") | {"was": {"remark": [cause["op"]]}}
    parked = client.does("answer_item", edits=[edit])
    return parked, {"phone": anna, "made": cause}


def test_what_was_accepted_before_its_cause_came_is_applied_with_it(phone_of: PhoneOf, world: World) -> None:
    """Who accepted is not forgotten while it waits (regression)."""
    chief = phone_of("supervisor")
    parked, cause = waits_for(phone_of, world)
    assert parked["reason"] == "role_missing"
    assert accept(chief, parked["op"])["subject"]["outcome"] == "waiting"
    assert in_attention(chief.client, world)[parked["op"]]["outcome"] == "waiting"
    cause["phone"].push(cause["made"])
    assert chief.pull().answer(world.ups, "fan")["remark"] == "已擦净"
    assert in_attention(chief.client, world) == {}


def test_what_was_accepted_and_waits_is_applied_when_it_is_let_go(phone_of: PhoneOf, world: World) -> None:
    """(regression)"""
    chief = phone_of("supervisor")
    parked, _ = waits_for(phone_of, world)
    accept(chief, parked["op"])
    assert "subject" not in chief.does("release_waiting", args={"op": parked["op"]}, seen={})
    assert chief.pull().answer(world.ups, "fan")["remark"] == "已擦净"


def test_the_answer_of_an_acceptance_is_the_same_when_it_is_sent_again(
    phone_of: PhoneOf, world: World, unplaceable: dict[str, Any]
) -> None:
    chief = phone_of("supervisor")
    made = chief.make("settle_parked", args={"op": unplaceable["op"], "choice": "accept"}, seen={})
    (first,), (again,) = chief.push(made)["results"], chief.push(made)["results"]
    assert again == {**first, "duplicate": True}


def test_a_decision_that_was_too_late_cannot_be_accepted_only_made_again(phone_of: PhoneOf, world: World) -> None:
    engineer, chief = phone_of("engineer"), phone_of("supervisor")
    walk.walk(engineer)
    late = chief.does("approve_round", doc=world.round, args={}, seen={})
    result = accept(chief, late["op"])
    assert (result["outcome"], result["reason"]) == ("parked", "decide_again")
    assert late["op"] in in_attention(chief.client, world)
