"""The synced world, and assets of it as rows of the list."""

from typing import Any

import pytest

from tests.server.sync.conftest import PhoneOf, phone_of, world
from tests.support.wire_phone import WirePhone
from tests.support.world import new_id

__all__ = ["phone_of", "world"]


@pytest.fixture
def supervisor(phone_of: PhoneOf) -> WirePhone:
    return phone_of("supervisor")


def describes(phone: WirePhone, asset: str | None = None, **fields: Any) -> str:
    """A new asset, or changes of one that is there; gives its id."""
    common = {"kind": "device", "category": "camera", "importance": "normal", "place_id": phone.world.room}
    named = {"name_zh": "摄像机", "name_en": "Camera", "code": "CAM-01"}
    key = {"project_id": phone.world.project}
    doc = asset or new_id()
    known = phone.base.get(doc, {}).get("writers", {})
    values = fields if asset else {**common, **named, **fields}
    was = {name: known.get(name, []) for name in values}
    edit = {"doc": doc, "type": "asset", "key": key, "set": values, "was": was}
    result = phone.does("describe_asset", edits=[edit])
    assert result["outcome"] == "applied", result
    phone.pull()
    return doc


def page(phone: WirePhone, **asked: Any) -> dict[str, Any]:
    answer = phone.client.get(f"/api/projects/{phone.world.project}/assets", query_string=asked)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.get_json()
    return body


def codes(phone: WirePhone, **asked: Any) -> list[str]:
    """The codes that a page shows."""
    return [doc["fields"]["code"] for doc in page(phone, **asked)["docs"] if doc["type"] == "asset"]
