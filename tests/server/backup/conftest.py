"""A server with its cast, an operator with a folder of backups."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import AppMaker
from tests.server.sync.conftest import PhoneOf
from tests.support.clock import FakeClock
from tests.support.databases import Databases
from tests.support.restored import Operator, stamp
from tests.support.wire_phone import WirePhone
from tests.support.world import World, make_world


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def app(make_app: AppMaker, root: Path) -> Flask:
    """With a backup policy; the worker's own backups are not due unless a test says so."""
    return stamp(make_app(backup_dir=str(root), backup_hours=0))


@pytest.fixture
def operator(app: Flask, databases: Databases, clock: FakeClock, root: Path) -> Iterator[Operator]:
    with ExitStack() as stack:
        yield Operator(databases, clock, root, stack.callback)


@pytest.fixture
def world(app: Flask, clock: FakeClock) -> World:
    return make_world(app, clock)


@pytest.fixture
def phone_of(app: Flask, clock: FakeClock, world: World) -> PhoneOf:
    def make(name: str) -> WirePhone:
        return WirePhone(app.test_client(), clock, world, name).sign_in().pull()

    return make
