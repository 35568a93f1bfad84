"""Reading a round whole, and what needs a person."""

import json
from typing import Any

import pytest
from flask import Flask

from server.sync.actor import Actor
from server.sync.apply import apply_operations
from tests.support import walk
from tests.support.clock import FakeClock
from tests.support.wire_phone import HEADERS, WirePhone
from tests.support.world import World, make_world, new_id, operation


@pytest.fixture
def world(app: Flask, clock: FakeClock) -> World:
    return make_world(app, clock)


def phone(app: Flask, clock: FakeClock, world: World, name: str) -> WirePhone:
    return WirePhone(app.test_client(), clock, world, name).sign_in().pull()


def test_a_round_is_read_whole_by_staff_and_by_nobody_else(app: Flask, clock: FakeClock, world: World) -> None:
    walk.walk(phone(app, clock, world, "engineer"))
    answer = phone(app, clock, world, "supervisor").client.get(f"/api/rounds/{world.round}")
    kinds = {doc["type"] for doc in answer.get_json()["docs"]}
    assert kinds == {"round", "answer", "round_event", "signed_copy"}
    for name in ("outsider", "client"):
        assert phone(app, clock, world, name).client.get(f"/api/rounds/{world.round}").status_code == 404


def test_a_parked_operation_is_shown_to_the_supervisor_with_its_reason(
    app: Flask, clock: FakeClock, world: World
) -> None:
    parked = phone(app, clock, world, "client").answers(world.ups, "fan", value="normal")
    supervisor = phone(app, clock, world, "supervisor")
    (shown,) = supervisor.client.get(f"/api/projects/{world.project}/attention").get_json()["operations"]
    assert (shown["op"], shown["by"], shown["reason"]) == (parked["op"], world.people["client"], "role_missing")
    assert (
        phone(app, clock, world, "engineer").client.get(f"/api/projects/{world.project}/attention").status_code == 404
    )


def test_what_hangs_on_it_and_what_stands_now_are_shown_beside_it(app: Flask, clock: FakeClock, world: World) -> None:
    engineer, chief = phone(app, clock, world, "engineer"), phone(app, clock, world, "supervisor")
    walk.open_round(engineer)
    engineer.answers(world.ups, "fan", value="normal")
    refused = phone(app, clock, world, "client").answers(world.ups, "fan", value="abnormal")
    engineer.pull()
    missing = new_id()
    edit = engineer.edit(world.ups, "fan", remark="再看")
    edit["was"] = {"remark": [missing]}
    waits = engineer.does("answer_item", edits=[edit])
    then = engineer.edit(world.ups, "fan", remark="看过")
    then["was"] = {"remark": [waits["op"]]}
    after = engineer.does("answer_item", edits=[then])
    assert (waits["outcome"], after["outcome"]) == ("waiting", "waiting")
    shown = {one["op"]: one for one in attention(chief)}
    assert shown[refused["op"]]["stands"] == {"value": "normal"}
    assert shown[waits["op"]]["waits_for"] == [{"op": missing, "name": None, "by": None, "outcome": None}]
    assert shown[waits["op"]]["held_up"] == 1
    (cause,) = shown[after["op"]]["waits_for"]
    assert (cause["name"], cause["by"], cause["outcome"]) == ("answer_item", world.people["engineer"], "waiting")


@pytest.mark.parametrize("doc", ["\ud800", "\0", 7, None])
def test_whatever_a_refused_operation_names_the_list_is_shown(
    app: Flask, clock: FakeClock, world: World, doc: object
) -> None:
    client = phone(app, clock, world, "client")
    wrong = client.make("answer_item", edits=[{"doc": doc, "type": "answer", "set": {"value": "normal"}}])
    body = json.dumps({"device": client.device, "schema": 1, "ops": [wrong]})  # in escapes
    client.client.post("/api/sync/v1/push", data=body, headers={**HEADERS, "Content-Type": "application/json"})
    assert [one["op"] for one in attention(phone(app, clock, world, "supervisor"))] == [wrong["op"]]


def test_a_field_of_several_rows_stands_for_none_of_them(app: Flask, clock: FakeClock, world: World) -> None:
    walk.open_round(phone(app, clock, world, "engineer"))
    walk.answer_all(phone(app, clock, world, "engineer"))
    client = phone(app, clock, world, "client")
    edits = [client.edit(world.ups, key, value="abnormal") for key in ("fan", "battery")]
    client.does("answer_item", edits=edits)
    (shown,) = attention(phone(app, clock, world, "supervisor"))
    assert shown["stands"] == {}


def attention(phone: WirePhone) -> list[dict[str, Any]]:
    shown: list[dict[str, Any]] = phone.client.get(f"/api/projects/{phone.world.project}/attention").get_json()[
        "operations"
    ]
    return shown


def test_the_servers_own_work_that_was_not_stored_is_shown_where_it_was_aimed_at(
    app: Flask, clock: FakeClock, world: World
) -> None:
    """It takes the id that an asset holds. So far only the log said so (regression)."""
    place = {"doc": world.ups, "type": "place", "key": {"project_id": world.project}, "was": {}}
    names = {"kind": "room", "name_zh": "占", "name_en": "Taken"}
    with app.app_context():
        apply_operations(Actor("job", "test"), [operation("describe_place", clock, edits=[{**place, "set": names}])])
    chief = phone(app, clock, world, "supervisor")
    (shown,) = attention(chief)
    assert (shown["reason"], shown["by"]) == ("not_stored", None)
    assert "Taken" in shown["body"]
    args = {"op": shown["op"], "choice": "set_aside", "note": "已知"}
    assert chief.does("settle_parked", args=args, seen={})["outcome"] == "applied"
    assert attention(chief) == []


def test_what_belongs_to_no_project_is_shown_to_every_supervisor_without_its_content(
    app: Flask, clock: FakeClock, world: World
) -> None:
    """(regression)"""
    names = {"display_name_zh": "李四", "display_name_en": "Li Si", "language": "zh-CN"}
    person = {"person_id": new_id(), "name": "engineer", **names}
    made = operation("add_person", clock, args=person)
    with app.app_context():
        apply_operations(Actor("cli", "test"), [made])
    chief = phone(app, clock, world, "supervisor")
    (shown,) = attention(chief)
    assert (shown["reason"], shown["body"]) == ("not_stored", "{}")
    args = {"op": made["op"], "choice": "set_aside", "note": "已有此人"}
    assert phone(app, clock, world, "engineer").does("settle_parked", args=args, seen={})["outcome"] == "parked"
    assert chief.does("settle_parked", args=args, seen={})["outcome"] == "applied"
    assert made["op"] not in {each["op"] for each in attention(chief)}
