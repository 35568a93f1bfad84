"""A world with its cast, and phones that speak the wire."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import World, make_world

PhoneOf = Callable[[str], WirePhone]


@pytest.fixture
def world(app: Flask, clock: FakeClock) -> World:
    return make_world(app, clock)


@pytest.fixture
def phone_of(app: Flask, clock: FakeClock, world: World) -> PhoneOf:
    """`phone_of("engineer")` is a new phone of hers, signed in and up to date."""

    def make(name: str) -> WirePhone:
        return WirePhone(app.test_client(), clock, world, name).sign_in().pull()

    return make
