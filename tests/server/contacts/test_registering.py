"""来电来函登记: whoever got in touch is in the register, whether a ticket follows or not."""

from server.models.types import instant_text
from tests.server.contacts.conftest import CALLER, finds_a_fault, registers
from tests.server.sync.conftest import PhoneOf
from tests.support.wire_phone import WirePhone
from tests.support.world import World, new_id


def test_a_call_without_a_ticket_is_in_the_register(desk: WirePhone, world: World) -> None:
    contact = registers(desk, asset_id=world.ups, answer="已告知怎么导出")
    (row,) = desk.pull().sees("contact")
    assert row["id"] == contact
    assert {name: row[name] for name in CALLER} == CALLER
    assert (row["text"], row["answer"], row["ticket_id"]) == ("UPS 一直叫", "已告知怎么导出", None)
    assert row["taken_by"] == world.people["desk"]


def test_a_letter_keeps_the_day_it_came_beside_the_moment_it_was_registered(desk: WirePhone) -> None:
    registers(desk, channel="letter", contacted_at="2026-11-19T09:30:00+08:00")
    (row,) = desk.pull().sees("contact")
    assert row["contacted_at"] == "2026-11-19T01:30:00.000Z"
    assert row["registered_at"] == instant_text(desk.clock.now())


def test_without_a_time_it_is_the_moment_in_which_it_was_written(desk: WirePhone) -> None:
    registers(desk)
    (row,) = desk.pull().sees("contact")
    assert row["contacted_at"] == instant_text(desk.clock.now())


def test_colleagues_see_it_and_the_client_does_not(desk: WirePhone, phone_of: PhoneOf) -> None:
    contact = registers(desk)
    assert contact in phone_of("engineer").base
    assert contact not in phone_of("client").base


def test_a_ticket_or_asset_of_another_project_cannot_be_named(desk: WirePhone, world: World) -> None:
    for wrong in ({"ticket_id": new_id()}, {"asset_id": world.foreign_asset}):
        result = desk.does("register_contact", doc=world.project, args={"channel": "call", **wrong}, after=[])
        assert (result["outcome"], result["reason"]) == ("parked", "unknown_reference")


def test_it_waits_for_the_ticket_that_it_led_to(desk: WirePhone, phone_of: PhoneOf) -> None:
    ticket = finds_a_fault(phone_of("engineer"))
    remark = desk.pull().make("comment_ticket", doc=ticket, args={"text": "问过了"}, after=[])
    args = {"channel": "call", "ticket_id": ticket}
    early = desk.make("register_contact", doc=desk.world.project, args=args, after=[remark["op"]])
    remark["n"], early["n"] = early["n"], remark["n"]
    assert desk.push(early)["results"][0]["outcome"] == "waiting"
    desk.push(remark)
    (row,) = desk.pull().sees("contact")
    assert row["ticket_id"] == ticket


def test_what_cannot_be_is_parked(desk: WirePhone, world: World) -> None:
    for wrong in ({}, {"channel": "fax"}, {"channel": "call", "contacted_at": "yesterday"},
                  {"channel": "call", "caller_phone": "1" * 41}):  # fmt: skip
        result = desk.does("register_contact", doc=world.project, args=wrong, after=[])
        assert (result["outcome"], result["reason"]) == ("parked", "malformed")
