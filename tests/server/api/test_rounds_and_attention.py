"""Reading a round whole, and what needs a person."""

import pytest
from flask import Flask

from tests.support import walk
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import World, make_world


@pytest.fixture
def world(app: Flask, clock: FakeClock) -> World:
    return make_world(app, clock)


def phone(app: Flask, clock: FakeClock, world: World, name: str) -> WirePhone:
    return WirePhone(app.test_client(), clock, world, name).sign_in().pull()


def test_a_round_is_read_whole_by_staff_and_by_nobody_else(app: Flask, clock: FakeClock, world: World) -> None:
    walk.walk(phone(app, clock, world, "engineer"))
    answer = phone(app, clock, world, "supervisor").client.get(f"/api/rounds/{world.round}")
    kinds = {doc["type"] for doc in answer.get_json()["docs"]}
    assert kinds == {"round", "answer", "round_event", "signed_copy"}
    for name in ("outsider", "client"):
        assert phone(app, clock, world, name).client.get(f"/api/rounds/{world.round}").status_code == 404


def test_a_parked_operation_is_shown_to_the_supervisor_with_its_reason(
    app: Flask, clock: FakeClock, world: World
) -> None:
    parked = phone(app, clock, world, "client").answers(world.ups, "fan", value="normal")
    supervisor = phone(app, clock, world, "supervisor")
    (shown,) = supervisor.client.get(f"/api/projects/{world.project}/attention").get_json()["operations"]
    assert (shown["op"], shown["by"], shown["reason"]) == (parked["op"], world.people["client"], "role_missing")
    assert (
        phone(app, clock, world, "engineer").client.get(f"/api/projects/{world.project}/attention").status_code == 404
    )
