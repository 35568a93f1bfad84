"""A person sees where they are signed in, and signs out a phone that is not at hand."""

from typing import Any

import pytest
from flask import Flask

from tests.support.clock import FakeClock
from tests.support.wire_phone import HEADERS, WirePhone
from tests.support.world import World, make_world


@pytest.fixture
def world(app: Flask, clock: FakeClock) -> World:
    return make_world(app, clock)


@pytest.fixture
def phones(app: Flask, clock: FakeClock, world: World) -> list[WirePhone]:
    """Two phones of the engineer's; the first has synced ten minutes after the second."""
    first, second = (WirePhone(app.test_client(), clock, world, "engineer").sign_in() for _ in range(2))
    second.pull()
    clock.advance(minutes=10)
    first.pull()
    return [first, second]


def devices(phone: WirePhone) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = phone.client.get("/api/devices").get_json()["devices"]
    return found


def sign_out(phone: WirePhone, device: str) -> int:
    return phone.client.delete(f"/api/devices/{device}", headers=HEADERS).status_code


def test_all_devices_are_listed_with_when_they_were_seen_and_this_one_is_marked(phones: list[WirePhone]) -> None:
    first, second = phones
    for phone, other in ((first, second), (second, first)):
        assert [(one["id"], one["is_this"]) for one in devices(phone)] == [(phone.device, True), (other.device, False)]
    seen = {one["id"]: one["last_seen_at"] for one in devices(first)}
    assert seen[first.device] > seen[second.device]


def test_a_device_that_is_signed_out_has_to_sign_in_again_and_loses_nothing(
    phones: list[WirePhone], world: World
) -> None:
    first, second = phones
    unsent = second.make("answer_item", edits=[second.edit(world.ups, "fan", value="normal")])
    assert sign_out(first, second.device) == 204
    assert [one["id"] for one in devices(first)] == [first.device]
    assert second.client.get("/api/session").status_code == 401
    device = second.device
    second.sign_in()
    assert second.device == device
    assert second.push(unsent)["results"][0]["outcome"] == "applied"


def test_a_device_of_somebody_else_is_not_there(
    app: Flask, clock: FakeClock, world: World, phones: list[WirePhone]
) -> None:
    other = WirePhone(app.test_client(), clock, world, "colleague").sign_in()
    for device in (other.device, "d_nobody", "%00", "%F0%9F%98%80"):
        assert sign_out(phones[0], device) == 404, device
    assert devices(other)[0]["is_this"]
    assert sign_out(phones[0], phones[1].device) == 204
    assert sign_out(phones[0], phones[1].device) == 404


def test_a_phone_that_forked_is_seen_when_its_child_is(phones: list[WirePhone], world: World, clock: FakeClock) -> None:
    first, second = phones
    mine = first.make("answer_item", edits=[first.edit(world.ups, "fan", value="normal")])
    first.push(mine)
    twin = first.make("answer_item", edits=[first.edit(world.ups, "fan", remark="x")]) | {"n": mine["n"]}
    signed_in_as, first.device = first.device, first.push(twin)["stop"]["device"]
    clock.advance(hours=5)
    first.cursors, first.base = {}, {}
    first.pull()
    seen = {one["id"]: one["last_seen_at"] for one in devices(second)}
    assert seen.keys() == {signed_in_as, second.device}
    assert seen[signed_in_as] == devices(first)[0]["last_seen_at"] > seen[second.device]


def test_a_session_that_ran_out_is_not_listed(phones: list[WirePhone], clock: FakeClock) -> None:
    clock.advance(days=29)
    phones[0].sign_in()
    clock.advance(days=2)
    assert [one["id"] for one in devices(phones[0])] == [phones[0].device]
