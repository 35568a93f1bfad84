"""`GET /api/projects/{id}/recent` (T2): what there was lately with who calls and with what they call about."""

import json

from tests.server.contacts.conftest import finds_a_fault, reads, registers
from tests.server.sync.conftest import PhoneOf
from tests.support.wire_phone import WirePhone
from tests.support.world import World


def test_the_caller_is_known_however_the_number_was_written(desk: WirePhone) -> None:
    mine = registers(desk, caller_phone="+86 138-0000-0001")
    registers(desk, caller_phone="138 0000 0002")
    for phone in ("13800000001", "138 0000 0001", "+86 (138) 00000001"):
        assert [row["id"] for row in reads(desk, "recent", phone=phone)["contact"]] == [mine]


def test_without_a_number_the_caller_is_known_by_name(desk: WirePhone) -> None:
    mine = registers(desk, caller_name="李四", caller_phone=None)
    assert [row["id"] for row in reads(desk, "recent", caller="李四")["contact"]] == [mine]


def test_the_tickets_of_earlier_calls_come_along(desk: WirePhone, phone_of: PhoneOf) -> None:
    ticket = finds_a_fault(phone_of("engineer"))
    registers(desk, ticket_id=ticket)
    assert [row["id"] for row in reads(desk, "recent", phone="13800000001")["ticket"]] == [ticket]


def test_the_asset_shows_its_tickets_findings_rounds_and_calls(
    desk: WirePhone, phone_of: PhoneOf, world: World
) -> None:
    ticket = finds_a_fault(phone_of("engineer"))
    contact = registers(desk, asset_id=world.ups)
    found = reads(desk, "recent", asset=world.ups)
    assert [row["id"] for row in found["ticket"]] == [ticket]
    assert [row["id"] for row in found["contact"]] == [contact]
    assert ([row["text"] for row in found["finding"]], [row["id"] for row in found["round"]]) == (["响"], [world.round])


def test_what_is_older_than_a_year_is_not_recent(desk: WirePhone) -> None:
    registers(desk, contacted_at="2025-01-01T00:00:00Z")
    assert reads(desk, "recent", phone="13800000001") == {}


def test_nobody_and_nothing_is_no_history(desk: WirePhone, world: World) -> None:
    registers(desk, caller_phone=None, caller_name=None)
    for asked in ({}, {"phone": "", "caller": " "}, {"asset": world.foreign_asset}):
        assert reads(desk, "recent", **asked) == {}


def test_somebody_who_calls_every_day_does_not_hold_up_the_call(desk: WirePhone, world: World) -> None:
    for day in range(1, 29):
        registers(desk, contacted_at=f"2026-10-{day:02d}T00:00:00Z", asset_id=world.ups, text="长" * 5000)
    asked = {"phone": "13800000001", "asset": world.ups}
    answer = desk.client.get(f"/api/projects/{world.project}/recent", query_string=asked)
    assert len(answer.data) < 300_000
    dates = [doc["fields"]["contacted_at"] for doc in answer.get_json()["docs"]]
    assert dates and max(dates) == "2026-10-28T00:00:00.000Z"
    assert json.loads(answer.data)["next"] is None
