"""Labels for many assets at once: each gets one, none gets two, and all of it or nothing."""

from typing import Any

from server.rules.tags import check_character
from tests.server.asset_list.conftest import describes
from tests.server.sync.conftest import PhoneOf
from tests.support.wire_phone import WirePhone
from tests.support.world import World, new_id


def a_tag(asset: str, body: str) -> dict[str, Any]:
    return {
        "tag_id": new_id(),
        "asset_id": asset,
        "code": f"{body}{check_character(body)}",
        "check": "ABCDEFGHIJKLMNOP",
    }


def issues(phone: WirePhone, *tags: dict[str, Any]) -> dict[str, Any]:
    return phone.does("issue_tags", doc=phone.world.project, args={"tags": list(tags)}, seen={})


def live(phone: WirePhone) -> dict[str, str]:
    return {tag["asset_id"]: tag["code"] for tag in phone.pull().sees("tag") if tag["revoked_at"] is None}


def test_every_asset_gets_its_label(supervisor: WirePhone, world: World) -> None:
    camera = describes(supervisor)
    tags = [a_tag(world.ups, "4F7K2Q"), a_tag(world.recorder, "4F7K2R"), a_tag(camera, "4F7K2S")]
    assert issues(supervisor, *tags)["outcome"] == "applied"
    assert live(supervisor) == {tag["asset_id"]: tag["code"] for tag in tags}


def test_who_presses_second_gives_nobody_a_second_label(phone_of: PhoneOf, world: World) -> None:
    one, other = phone_of("supervisor"), phone_of("supervisor")
    assert issues(one, a_tag(world.ups, "4F7K2Q"))["outcome"] == "applied"
    assert issues(other, a_tag(world.ups, "4F7K2R"), a_tag(world.recorder, "4F7K2S"))["outcome"] == "applied"
    assert {code[:6] for code in live(other).values()} == {"4F7K2Q", "4F7K2S"}


def test_one_bad_code_and_none_is_issued(supervisor: WirePhone, world: World) -> None:
    bad = {**a_tag(world.recorder, "4F7K2R"), "code": "4F7K2RA" if check_character("4F7K2R") != "A" else "4F7K2RB"}
    result = issues(supervisor, a_tag(world.ups, "4F7K2Q"), bad)
    assert (result["outcome"], result["code"]) == ("parked", "invalid")
    assert live(supervisor) == {}


def test_an_asset_of_another_project_is_not_known(supervisor: WirePhone, world: World) -> None:
    result = issues(supervisor, a_tag(world.foreign_asset, "4F7K2Q"))
    assert (result["outcome"], result["reason"]) == ("parked", "unknown_reference")
