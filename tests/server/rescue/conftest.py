import pytest
from flask import Flask

from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import World, make_world


@pytest.fixture
def world(app: Flask, clock: FakeClock) -> World:
    return make_world(app, clock)


@pytest.fixture
def author(app: Flask, clock: FakeClock, world: World) -> WirePhone:
    """The engineer whose phone finds no network any more."""
    return WirePhone(app.test_client(), clock, world, "engineer").sign_in()


@pytest.fixture
def carrier(app: Flask, clock: FakeClock, world: World) -> WirePhone:
    """A colleague with a network."""
    return WirePhone(app.test_client(), clock, world, "supervisor").sign_in()
