import pytest
from flask import Flask

from tests.support.clock import FakeClock
from tests.support.importer import Importer
from tests.support.wire_phone import WirePhone
from tests.support.world import World, make_world


@pytest.fixture
def world(app: Flask, clock: FakeClock) -> World:
    return make_world(app, clock)


@pytest.fixture
def desk(app: Flask, clock: FakeClock, world: World) -> Importer:
    return Importer(app, WirePhone(app.test_client(), clock, world, "supervisor").sign_in().pull())
