"""A world, and a real server on its database."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from flask import Flask

from tests.support.clock import FakeClock
from tests.support.real_server import RealServer, real_server
from tests.support.wire_phone import WirePhone
from tests.support.world import World, make_world

Serve = Callable[..., AbstractContextManager[RealServer]]
RealPhoneOf = Callable[[RealServer, str], WirePhone]


@pytest.fixture
def world(app: Flask, clock: FakeClock) -> World:
    return make_world(app, clock)


@pytest.fixture
def serve(app: Flask, world: World, tmp_path: Path) -> Serve:
    """`with serve(workers=3) as server:` on the database of this test."""
    return lambda **settings: real_server(app, tmp_path, **settings)


@pytest.fixture
def phone_of(world: World, clock: FakeClock) -> RealPhoneOf:
    def make(server: RealServer, name: str) -> WirePhone:
        return WirePhone(server.client(), clock, world, name).sign_in()

    return make
