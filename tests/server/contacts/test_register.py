"""`GET /api/projects/{id}/contacts`: the register, found by channel, time and words, however old."""

from typing import Any

import pytest

from tests.server.contacts.conftest import finds_a_fault, reads, registers
from tests.server.sync.conftest import PhoneOf
from tests.support.wire_phone import WirePhone
from tests.support.world import World


@pytest.fixture
def register(desk: WirePhone, phone_of: PhoneOf, world: World) -> WirePhone:
    """Three of them: a call that led to a ticket, a letter, and a call from somebody else."""
    ticket = finds_a_fault(phone_of("engineer"))
    registers(desk, contacted_at="2026-11-20T01:00:00Z", ticket_id=ticket, asset_id=world.ups)
    registers(desk, channel="letter", contacted_at="2026-11-21T01:00:00Z", text="请报上月统计 50%")
    registers(desk, contacted_at="2026-11-22T01:00:00Z", caller_name="李四", caller_phone=None, text="录像怎么导出")
    return desk


def texts(phone: WirePhone, **asked: Any) -> list[str]:
    return [row["text"] for row in reads(phone, "contacts", **asked).get("contact", [])]


def test_all_of_them_newest_first(register: WirePhone) -> None:
    answer = register.client.get(f"/api/projects/{register.world.project}/contacts").get_json()
    shown = [doc["fields"]["text"] for doc in answer["docs"] if doc["type"] == "contact"]
    assert sorted(shown) == sorted(["录像怎么导出", "请报上月统计 50%", "UPS 一直叫"])
    assert answer["next"] is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"channel": "letter"}, ["请报上月统计 50%"]),
        ({"text": "李四"}, ["录像怎么导出"]),
        ({"text": "ups-01 值班员"}, ["UPS 一直叫"]),
        ({"text": "GD-0001"}, ["UPS 一直叫"]),
        ({"text": "50%"}, ["请报上月统计 50%"]),
        ({"text": "%"}, ["请报上月统计 50%"]),
        ({"text": "no such word"}, []),
        ({"since": "2026-11-21T00:00:00Z", "until": "2026-11-22T00:00:00Z"}, ["请报上月统计 50%"]),
    ],
)
def test_it_is_found_by(register: WirePhone, asked: dict[str, str], found: list[str]) -> None:
    assert texts(register, **asked) == found


def test_the_ticket_comes_with_it(register: WirePhone) -> None:
    found = reads(register, "contacts", text="一直叫")
    assert [row["id"] for row in found["ticket"]] == [found["contact"][0]["ticket_id"]]


def test_page_by_page_each_is_shown_once(desk: WirePhone) -> None:
    wanted = {registers(desk, contacted_at=f"2026-10-{1 + k % 9:02d}T00:00:00Z") for k in range(53)}
    address = f"/api/projects/{desk.world.project}/contacts"
    first = desk.client.get(address).get_json()
    second = desk.client.get(address, query_string={"before": first["next"]}).get_json()
    assert (len(first["docs"]), len(second["docs"]), second["next"]) == (50, 3, None)
    assert {doc["id"] for page in (first, second) for doc in page["docs"]} == wanted


@pytest.mark.parametrize("asked", ["channel=fax", "since=yesterday", "before=x", "text=" + "x" * 201])
def test_what_cannot_be_asked_is_refused(desk: WirePhone, asked: str) -> None:
    assert desk.client.get(f"/api/projects/{desk.world.project}/contacts?{asked}").status_code == 422
