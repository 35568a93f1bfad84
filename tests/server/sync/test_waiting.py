"""A cause comes and its waiters are tried: one that cannot be stored parks alone."""

from typing import Any

from server.sync.wire import MAX_OPERATIONS
from tests.server.sync.conftest import PhoneOf
from tests.server.sync.test_settling import in_attention
from tests.support.wire_phone import WirePhone
from tests.support.world import World, new_id

LONG = 600


def describes(phone: WirePhone, doc: str, was: list[str], **values: Any) -> dict[str, Any]:
    edit = {"doc": doc, "type": "place", "key": {"project_id": phone.world.project}, "set": values}
    return phone.make("describe_place", edits=[{**edit, "was": {name: was for name in values}}])


def test_a_waiter_that_cannot_be_stored_harms_neither_its_cause_nor_who_waits_beside_it(
    phone_of: PhoneOf, world: World
) -> None:
    """It takes the id that an asset holds, which shows only when the rows are written (regression)."""
    chief, other, third = phone_of("supervisor"), phone_of("supervisor"), phone_of("supervisor")
    cause = describes(chief, world.room, [], code="A")
    bad = describes(other, world.ups, [cause["op"]], kind="room", name_zh="占", name_en="Taken")
    good = describes(third, world.room, [cause["op"]], code="A-101")
    for phone, made in ((other, bad), (third, good)):
        assert phone.push(made)["results"][0]["outcome"] == "waiting"
    assert chief.push(cause)["results"][0]["outcome"] == "applied"
    assert chief.pull().base[world.room]["fields"]["code"] == "A-101"
    assert {op: shown["reason"] for op, shown in in_attention(chief.client, world).items()} == {bad["op"]: "not_stored"}
    assert {row["op"]: row["outcome"] for row in chief.sees("op_status")} == {
        bad["op"]: "parked",
        good["op"]: "applied",
    }


def test_a_chain_of_waiters_goes_on_behind_the_one_that_cannot_be_stored(phone_of: PhoneOf, world: World) -> None:
    chief, other, third = phone_of("supervisor"), phone_of("supervisor"), phone_of("supervisor")
    place = new_id()
    cause = describes(chief, world.room, [], code="A")
    bad = describes(other, world.ups, [cause["op"]], kind="room", name_zh="占", name_en="Taken")
    behind = describes(third, place, [bad["op"]], kind="room", name_zh="新", name_en="New")
    for phone, made in ((third, behind), (other, bad)):
        assert phone.push(made)["results"][0]["outcome"] == "waiting"
    assert chief.push(cause)["results"][0]["outcome"] == "applied"
    assert chief.pull().base[place]["fields"]["name_en"] == "New"
    assert list(in_attention(chief.client, world)) == [bad["op"]]


def test_a_chain_of_waiters_is_as_long_as_it_likes(phone_of: PhoneOf, world: World) -> None:
    """(regression)"""
    anna, ben = phone_of("engineer"), phone_of("colleague")

    def scan(phone: WirePhone, *after: str) -> dict[str, Any]:
        args = {"asset_id": world.ups, "raw": "x", "method": "typed"}
        return phone.make("scan_asset", doc=world.round, args=args, after=list(after))

    first = scan(anna)
    chain = [first]
    for _ in range(LONG):
        chain.append(scan(ben, chain[-1]["op"]))
    for start in range(1, LONG, MAX_OPERATIONS):
        outcomes = {result["outcome"] for result in ben.push(*chain[start : start + MAX_OPERATIONS])["results"]}
        assert outcomes == {"waiting"}
    assert anna.push(first)["results"][0]["outcome"] == "applied"
    assert {row["id"] for row in anna.pull().sees("scan")} == {one["op"] for one in chain}
