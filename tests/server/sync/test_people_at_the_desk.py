"""What a supervisor does for people: certificates, roles, lost phones."""

from typing import Any

import pytest

from tests.server.sync.conftest import PhoneOf
from tests.support.wire_phone import HEADERS, WirePhone
from tests.support.world import World, new_id


@pytest.fixture
def chief(phone_of: PhoneOf) -> WirePhone:
    return phone_of("supervisor")


def certify(chief: WirePhone, person: str, **fields: Any) -> dict[str, Any]:
    key = {"project_id": chief.world.project, "person_id": person}
    edit = {"doc": new_id(), "type": "certificate", "key": key, "set": {"name": "高压电工证", **fields}, "was": {}}
    return chief.does("describe_certificate", edits=[edit])


def test_a_certificate_is_seen_by_the_project(chief: WirePhone, phone_of: PhoneOf, world: World) -> None:
    days = {"issued_on": "2025-01-01", "expires_on": "2027-12-31", "categories": ["ups"]}
    assert certify(chief, world.people["engineer"], **days)["outcome"] == "applied"
    (shown,) = phone_of("colleague").sees("certificate")
    assert (shown["person_id"], shown["expires_on"]) == (world.people["engineer"], "2027-12-31")


def test_one_that_ends_before_it_begins_is_refused(chief: WirePhone, world: World) -> None:
    result = certify(chief, world.people["engineer"], issued_on="2026-01-02", expires_on="2026-01-01")
    assert (result["outcome"], result["reason"]) == ("parked", "certificate_ends_first")


def test_nobody_of_another_project_is_certified_here(chief: WirePhone, world: World) -> None:
    assert certify(chief, world.people["outsider"])["reason"] == "unknown_reference"


def revoke(chief: WirePhone, device: str, name: str = "revoke_device") -> dict[str, Any]:
    reason = {"reason": "丢了"} if name == "revoke_device" else {}
    return chief.does(name, args={"device_id": device, "project_id": chief.world.project, **reason}, seen={})


def pull_status(phone: WirePhone) -> int:
    body = {"device": phone.device, "schema": 1, "cursors": {}}
    return phone.client.post("/api/sync/v1/pull", json=body, headers=HEADERS).status_code


def test_a_lost_phone_is_revoked_and_readmitted_by_a_supervisor(
    chief: WirePhone, phone_of: PhoneOf, world: World
) -> None:
    anna = phone_of("engineer")
    assert revoke(chief, anna.device)["outcome"] == "applied"
    assert pull_status(anna) == 403
    kept = anna.answers(world.ups, "fan", value="normal")
    assert (kept["outcome"], kept["reason"]) == ("parked", "device_revoked")
    assert revoke(chief, anna.device, "readmit_device")["outcome"] == "applied"
    assert pull_status(anna) == 200


def test_the_phone_of_a_stranger_is_not_there(chief: WirePhone, phone_of: PhoneOf) -> None:
    stranger = phone_of("outsider")
    assert revoke(chief, stranger.device)["reason"] == "unknown_reference"
    assert pull_status(stranger) == 200


def test_nobody_revokes_the_device_in_their_hand(chief: WirePhone) -> None:
    assert revoke(chief, chief.device)["reason"] == "device_in_hand"


def test_who_takes_out_every_other_supervisor_stays(chief: WirePhone, phone_of: PhoneOf, world: World) -> None:
    """Two who take each other out at once: the second is no supervisor any more when it is looked at."""
    ben = world.people["colleague"]
    args = {"project_id": world.project, "person_id": ben}
    assert chief.does("grant_role", args={**args, "roles": ["supervisor"]}, seen={})["outcome"] == "applied"
    second = phone_of("colleague")
    assert chief.does("revoke_role", args=args, seen={})["outcome"] == "applied"
    mine = {"project_id": world.project, "person_id": world.people["supervisor"]}
    assert second.does("revoke_role", args=mine, seen={})["outcome"] == "parked"


def test_nobody_changes_their_own_roles(chief: WirePhone, world: World) -> None:
    mine = {"project_id": world.project, "person_id": world.people["supervisor"]}
    assert chief.does("revoke_role", args=mine, seen={})["outcome"] == "parked"
