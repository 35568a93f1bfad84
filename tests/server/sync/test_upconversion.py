"""An outbox that an older app wrote is taken. Here schema 1 said `note` where schema 2 says `remark`."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from flask import Flask

from server.database import reading
from server.models import Operation
from server.sync import upconversion
from tests.server.sync.conftest import PhoneOf
from tests.support.wire_phone import WirePhone
from tests.support.world import World


def note_is_remark(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **raw,
        "edits": [{**edit, "set": _renamed(edit["set"]), "was": _renamed(edit["was"])} for edit in raw["edits"]],
    }


def _renamed(values: Mapping[str, Any]) -> dict[str, Any]:
    return {"remark" if name == "note" else name: value for name, value in values.items()}


@pytest.fixture
def anna(phone_of: PhoneOf, monkeypatch: pytest.MonkeyPatch) -> WirePhone:
    """Her app is a version behind."""
    anna = phone_of("engineer")
    monkeypatch.setattr(upconversion, "STEPS", (note_is_remark,))
    monkeypatch.setattr("server.sync.routes.SCHEMA_VERSION", 2)
    return anna


def old_answer(phone: WirePhone, text: str, was: list[str]) -> dict[str, Any]:
    edit = phone.edit(phone.world.ups, "fan") | {"set": {"note": text}, "was": {"note": was}}
    return phone.make("answer_item", edits=[edit])


def test_it_is_applied_in_the_words_of_today(anna: WirePhone, world: World) -> None:
    assert anna.push(old_answer(anna, "有灰", []))["results"][0]["outcome"] == "applied"
    assert anna.pull().answer(world.ups, "fan")["remark"] == "有灰"


def test_it_is_kept_as_it_came_and_known_again(app: Flask, anna: WirePhone) -> None:
    made = old_answer(anna, "有灰", [])
    (first,) = anna.push(made)["results"]
    assert anna.push(made)["results"] == [{**first, "duplicate": True}]
    with app.app_context(), reading() as session:
        kept = session.get_one(Operation, made["op"])
    assert (kept.schema, json.loads(kept.body)["edits"][0]["set"]) == (1, {"note": "有灰"})


def test_one_that_had_to_wait_is_applied_when_its_cause_comes(anna: WirePhone, world: World) -> None:
    cause = old_answer(anna, "有灰", [])
    late = old_answer(anna, "已擦净", [cause["op"]])
    cause["n"], late["n"] = late["n"], cause["n"]
    assert anna.push(late)["results"][0]["outcome"] == "waiting"
    assert anna.push(cause)["results"][0]["outcome"] == "applied"
    assert anna.pull().answer(world.ups, "fan")["remark"] == "已擦净"


def test_what_lost_is_seen_through_in_the_words_of_today(anna: WirePhone, phone_of: PhoneOf, world: World) -> None:
    """Ben's remark came first; hers was kept; her next one, on top of her own, is in conflict with his as well."""
    ben = phone_of("colleague")
    ben.push(old_answer(ben, "乙", []))
    first = old_answer(anna, "甲", [])
    assert anna.push(first)["results"][0]["outcome"] == "conflict"
    assert anna.push(old_answer(anna, "甲二", [first["op"]]))["results"][0]["outcome"] == "conflict"
    assert {row["kept_value"] for row in anna.pull().sees("conflict") if row["state"] == "open"} == {"甲二"}


def test_what_was_never_well_formed_parks_alone(anna: WirePhone) -> None:
    broken, good = anna.make("answer_item", edits=7), old_answer(anna, "有灰", [])
    results = anna.push(broken, good)["results"]
    assert [(each["outcome"], each.get("reason")) for each in results] == [("parked", "malformed"), ("applied", None)]


def test_an_app_of_tomorrow_is_asked_to_come_back(anna: WirePhone) -> None:
    asked = {"device": anna.device, "schema": 3, "ops": [old_answer(anna, "有灰", [])]}
    answer = anna.client.post("/api/sync/v1/push", json=asked, headers={"X-Roundsman": "1"}).get_json()
    assert (answer["results"], answer["stop"]["reason"]) == ([], "retry")
