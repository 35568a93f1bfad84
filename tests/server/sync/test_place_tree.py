"""Places form a tree: what would make one lie in itself is parked, in the person's language."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.server.sync.conftest import PhoneOf
from tests.support.wire_phone import WirePhone
from tests.support.world import World, new_id


def move(phone: WirePhone, doc: str, parent: str | None) -> dict[str, Any]:
    was = phone.base.get(doc, {}).get("writers", {}).get("parent_id", [])
    return {"doc": doc, "type": "place", "set": {"parent_id": parent}, "was": {"parent_id": was}}


@pytest.fixture
def chief(phone_of: PhoneOf) -> WirePhone:
    return phone_of("supervisor")


@pytest.fixture
def rack(chief: WirePhone, world: World) -> str:
    """A rack in the room."""
    rack = new_id()
    made = {"kind": "rack", "name_zh": "机柜", "name_en": "Rack", "parent_id": world.room}
    edit = {"doc": rack, "type": "place", "key": {"project_id": world.project}, "set": made, "was": {}}
    assert chief.does("describe_place", edits=[edit])["outcome"] == "applied"
    chief.pull()
    return rack


@pytest.mark.parametrize(("language", "words"), [("zh-CN", "自己里面"), ("en", "inside itself")])
def test_a_place_is_not_moved_into_what_lies_in_it(
    chief: WirePhone, world: World, rack: str, language: str, words: str
) -> None:
    """(regression)"""
    chief.language = language
    for parent in (rack, world.room):
        result = chief.does("describe_place", edits=[move(chief, world.room, parent)])
        assert (result["outcome"], result["code"], result["reason"]) == ("parked", "invalid", "place_in_itself")
        assert words in result["message"]
    assert chief.pull().base[world.room]["fields"]["parent_id"] is None


def test_two_places_change_places_in_one_operation(chief: WirePhone, world: World, rack: str) -> None:
    edits = [move(chief, world.room, rack), move(chief, rack, None)]
    assert chief.does("describe_place", edits=edits)["outcome"] == "applied"
    assert chief.pull().base[world.room]["fields"]["parent_id"] == rack


def test_a_kept_value_that_would_close_a_circle_cannot_be_taken(
    phone_of: PhoneOf, chief: WirePhone, world: World, rack: str
) -> None:
    late, hall = phone_of("supervisor"), new_id()
    made = {"kind": "site", "name_zh": "楼", "name_en": "Hall"}
    chief.does(
        "describe_place",
        edits=[{"doc": hall, "type": "place", "key": {"project_id": world.project}, "set": made, "was": {}}],
    )
    other = new_id()
    chief.does(
        "describe_place",
        edits=[{"doc": other, "type": "place", "key": {"project_id": world.project}, "set": made, "was": {}}],
    )
    chief.pull().does("describe_place", edits=[move(chief, hall, other)])
    unseen = {**move(late, hall, world.room), "was": {"parent_id": []}}
    assert late.does("describe_place", edits=[unseen])["outcome"] == "conflict"
    chief.pull().does("describe_place", edits=[move(chief, world.room, hall)])
    (conflict,) = chief.pull().documents("conflict")
    args = {"field": "parent_id", "choice": "take", "take": conflict["id"], "conflicts": [conflict["id"]]}
    seen = {doc: chief.writers_of(chief.base[doc]) for doc in (hall, conflict["id"])}
    result = chief.does("settle_conflict", doc=hall, args=args, seen=seen)
    assert result["reason"] == "place_in_itself"


def test_of_two_moves_at_once_that_close_a_circle_together_one_is_refused(
    phone_of: PhoneOf, chief: WirePhone, world: World
) -> None:
    phones = [chief, phone_of("supervisor")]
    for _ in range(5):
        pair = [new_id(), new_id()]
        made = {"kind": "room", "name_zh": "间", "name_en": "Room"}
        key = {"project_id": world.project}
        edits = [{"doc": doc, "type": "place", "key": key, "set": made, "was": {}} for doc in pair]
        chief.does("describe_place", edits=edits)
        moves = [
            phone.make("describe_place", edits=[move(phone.pull(), doc, parent)])
            for phone, doc, parent in zip(phones, pair, reversed(pair), strict=True)
        ]
        with ThreadPoolExecutor(2) as pool:
            answers = [pool.submit(phone.push, made) for phone, made in zip(phones, moves, strict=True)]
            outcomes = sorted(answer.result()["results"][0]["outcome"] for answer in answers)
        assert outcomes == ["applied", "parked"]
