"""A call leaves the phones with the ticket that it led to, or alone after a fortnight; the register keeps it."""

from tests.server.contacts.conftest import finds_a_fault, reads, registers
from tests.server.retirement.conftest import Pass
from tests.server.sync.conftest import PhoneOf
from tests.support import walk


def test_a_call_that_no_ticket_followed_leaves_after_a_fortnight(phone_of: PhoneOf, days_pass: Pass) -> None:
    desk = phone_of("desk")
    contact = registers(desk, contacted_at="2026-01-01T00:00:00Z")
    days_pass(13)
    assert contact in desk.pull().base
    days_pass(2)
    assert contact not in desk.pull().base
    assert contact not in phone_of("desk").base
    assert [row["id"] for row in reads(desk, "contacts")["contact"]] == [contact]


def test_a_call_stays_as_long_as_its_ticket(phone_of: PhoneOf, days_pass: Pass) -> None:
    desk, engineer = phone_of("desk"), phone_of("engineer")
    contact = registers(desk, ticket_id=finds_a_fault(engineer))
    days_pass(100)
    assert contact in desk.pull().base


def test_it_leaves_and_comes_back_with_its_ticket(phone_of: PhoneOf, days_pass: Pass) -> None:
    desk, engineer = phone_of("desk"), phone_of("engineer")
    ticket = finds_a_fault(engineer)
    contact = registers(desk, ticket_id=ticket)
    args = {"findings": [row["id"] for row in engineer.sees("finding")], "solution": "换风扇", "how": "fixed"}
    engineer.does("resolve_ticket", doc=ticket, args=args, after=[])
    assert walk.approve(phone_of("supervisor"))["outcome"] == "applied"
    days_pass(15)
    desk.pull()
    assert not {contact, ticket} & desk.base.keys()
    registers(desk, ticket_id=ticket)
    assert {contact, ticket} <= desk.pull().base.keys()
