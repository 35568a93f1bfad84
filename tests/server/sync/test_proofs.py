"""Photos and scans as proof, and faults put right at once, as the server's books see them."""

from typing import Any

from tests.server.sync.conftest import PhoneOf
from tests.support import walk
from tests.support.wire_phone import WirePhone
from tests.support.world import World

FIXED = {"value": "abnormal", "severity": 3, "seen": "插头松动", "fixed_on_site": True}


def photograph(phone: WirePhone, world: World, purpose: str) -> dict[str, Any]:
    picture = {"hash": (purpose.encode().hex() * 64)[:64], "bytes": 10, "width": 4, "height": 3, "mime": "image/jpeg"}
    pin = {"asset_id": world.ups, "check_key": "fan", "purpose": purpose, "taken_at": "2026-11-22T06:00:00.000Z"}
    return phone.does("take_photo", doc=world.round, args={**picture, **pin})


def test_fixed_on_site_opens_no_ticket_and_waits_for_both_photos(phone_of: PhoneOf, world: World) -> None:
    engineer, supervisor = phone_of("engineer"), phone_of("supervisor")
    walk.walk(engineer, **FIXED)
    assert supervisor.pull().sees("ticket") == []
    assert walk.round_of(supervisor)["incomplete"] == [{"asset_id": world.ups, "check_key": "fan"}]
    assert photograph(engineer, world, "before")["outcome"] == "applied"
    assert walk.round_of(supervisor)["incomplete"] == [{"asset_id": world.ups, "check_key": "fan"}]
    assert photograph(engineer, world, "after")["outcome"] == "applied"
    assert walk.round_of(supervisor)["incomplete"] == []
    (photo,) = [photo for photo in engineer.pull().sees("photo") if photo["purpose"] == "after"]
    assert engineer.does("withdraw_photo", doc=photo["id"], args={"reason": "拍糊了"})["outcome"] == "applied"
    assert walk.round_of(supervisor)["incomplete"] == [{"asset_id": world.ups, "check_key": "fan"}]


def test_urgent_has_its_ticket_whoever_repaired_it(phone_of: PhoneOf, world: World) -> None:
    engineer = phone_of("engineer")
    walk.walk(engineer, **{**FIXED, "severity": 2})
    assert [ticket["severity"] for ticket in engineer.pull().sees("ticket")] == [2]


def test_no_longer_fixed_opens_its_ticket(phone_of: PhoneOf, world: World) -> None:
    engineer = phone_of("engineer")
    walk.walk(engineer, **FIXED)
    engineer.answers(world.ups, "fan", fixed_on_site=None)
    assert [ticket["state"] for ticket in engineer.pull().sees("ticket")] == ["raised"]
