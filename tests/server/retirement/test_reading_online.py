"""What has left the feed is read online: lists in pages, an asset's history, a ticket whole; by the staff alone."""

from typing import Any

import pytest

from server.api import retired
from tests.server.retirement.conftest import Pass
from tests.server.retirement.test_leaving import chief, resolve
from tests.server.sync.conftest import PhoneOf
from tests.support.wire_phone import WirePhone
from tests.support.world import World

__all__ = ["chief"]


def read(phone: WirePhone, path: str) -> dict[str, Any]:
    answer = phone.client.get(f"/api/{path}")
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.get_json()
    return body


def kinds(body: dict[str, Any]) -> dict[str, int]:
    found: dict[str, int] = {}
    for doc in body["docs"]:
        found[doc["type"]] = found.get(doc["type"], 0) + 1
    return found


def test_what_is_in_the_feed_is_not_listed(chief: WirePhone, world: World) -> None:
    for path in (f"projects/{world.project}/retired-tickets", f"assets/{world.ups}/history"):
        assert read(chief, path) == {
            "protocol": "roundsman/1", "stream": f"project:{world.project}", "docs": [], "next": None,
        }  # fmt: skip


def test_an_assets_history_goes_back_beyond_the_feed(chief: WirePhone, world: World, days_pass: Pass) -> None:
    days_pass(15)
    body = read(chief, f"assets/{world.ups}/history")
    assert kinds(body) == {"round": 1, "answer": 1}


def test_a_closed_ticket_is_listed_and_read_whole(chief: WirePhone, world: World, days_pass: Pass) -> None:
    ticket = resolve(chief)
    days_pass(15)
    listed = read(chief, f"projects/{world.project}/retired-tickets")
    assert {doc["id"] for doc in listed["docs"] if doc["type"] == "ticket"} == {ticket}
    whole = kinds(read(chief, f"tickets/{ticket}"))
    assert whole.keys() == {"round", "ticket", "finding", "ticket_event", "answer", "photo"}


def test_long_lists_come_in_pages(
    chief: WirePhone, world: World, days_pass: Pass, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket = resolve(chief)
    monkeypatch.setattr(retired, "AT_ONCE", 1)
    days_pass(15)
    path = f"projects/{world.project}/retired-tickets"
    first = read(chief, path)
    assert first["next"] == ticket
    last = read(chief, f"{path}?before={ticket}")
    assert (last["docs"], last["next"]) == ([], None)


def test_nobody_else_reads_them(chief: WirePhone, phone_of: PhoneOf, world: World, days_pass: Pass) -> None:
    ticket = resolve(chief)
    days_pass(15)
    for name in ("client", "outsider"):
        client = phone_of(name).client
        for path in (f"projects/{world.project}/retired-tickets", f"assets/{world.ups}/history", f"tickets/{ticket}"):
            assert client.get(f"/api/{path}").status_code == 404, (name, path)
