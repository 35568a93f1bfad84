"""Every test that asks for `app` runs on both databases."""

import os
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings

from server import create_app
from server.config import TestConfig
from server.extensions import db
from tests.support.client import ReadingClient
from tests.support.clock import FakeClock
from tests.support.databases import Databases, PostgresqlDatabases, SqliteDatabases
from tests.support.postgresql import start_postgresql

AppMaker = Callable[..., Flask]

# The same code meets the same examples: a second run says what the first one said; chance is for `./dev faults`.
# No deadline: a machine that others use as well is slow, not wrong.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def sqlite_databases(tmp_path_factory: pytest.TempPathFactory) -> Databases:
    return SqliteDatabases(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a real server: ours by default, the one of ROUNDSMAN_TEST_POSTGRESQL where that is set."""
    given = os.environ.get("ROUNDSMAN_TEST_POSTGRESQL")
    if given:
        yield given
        return
    # Not in pytest's own folder: it removes those of earlier runs, and two runs at once would end this server.
    folder = tempfile.mkdtemp(prefix="roundsman-postgresql-")
    server = start_postgresql(Path(folder))
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_databases(postgresql_server: str) -> Iterator[Databases]:
    databases = PostgresqlDatabases(postgresql_server, run=secrets.token_hex(4))
    yield databases
    databases.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> Databases:
    found: Databases = request.getfixturevalue(f"{request.param}_databases")
    return found


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def make_app(databases: Databases, clock: FakeClock, tmp_path: Path) -> Iterator[AppMaker]:
    """`make_app()` gives an app on a fresh database; keywords change its settings, `clock` its clock."""
    with ExitStack() as stack:

        def make(clock: FakeClock = clock, **settings: object) -> Flask:
            url = databases.fresh()
            stack.callback(databases.drop, url)
            config = TestConfig(**{"data_dir": tmp_path / "data", "database_url": url, **settings})  # type: ignore[arg-type]  # settings of any type
            app = create_app(config, clock)
            app.testing = True
            app.test_client_class = ReadingClient
            stack.callback(_close, app)
            return app

        yield make


@pytest.fixture
def app(make_app: AppMaker) -> Flask:
    return make_app()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def _close(app: Flask) -> None:
    with app.app_context():
        db.engine.dispose()
