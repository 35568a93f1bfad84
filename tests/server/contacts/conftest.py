"""The synced world, and the desk of it."""

from typing import Any

import pytest

from tests.server.sync.conftest import PhoneOf, phone_of, world
from tests.support import walk
from tests.support.wire_phone import WirePhone

__all__ = ["phone_of", "world"]

CALLER = {"caller_name": "甲方值班员01", "caller_phone": "138 0000 0001", "caller_organisation": "指挥大厅"}


@pytest.fixture
def desk(phone_of: PhoneOf) -> WirePhone:
    return phone_of("desk")


def registers(phone: WirePhone, **said: Any) -> str:
    """A call, by default; gives the contact's id."""
    args = {"channel": "call", **CALLER, "text": "UPS 一直叫", **said}
    result = phone.does("register_contact", doc=phone.world.project, args=args, after=[])
    assert result["outcome"] == "applied", result
    return str(result["op"])


def finds_a_fault(engineer: WirePhone) -> str:
    """A submitted round with a fault on the UPS; gives its ticket's id."""
    walk.walk(engineer, value="abnormal", severity=3, seen="响")
    (ticket,) = engineer.pull().sees("ticket")
    return str(ticket["id"])


def reads(phone: WirePhone, page: str, /, **asked: Any) -> dict[str, list[dict[str, Any]]]:
    """What an address of the project shows, by type."""
    answer = phone.client.get(f"/api/projects/{phone.world.project}/{page}", query_string=asked)
    assert answer.status_code == 200, answer.get_json()
    found: dict[str, list[dict[str, Any]]] = {}
    for doc in answer.get_json()["docs"]:
        found.setdefault(doc["type"], []).append({"id": doc["id"], **doc["fields"]})
    return found
