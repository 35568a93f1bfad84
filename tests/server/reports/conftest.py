"""The demo, loaded once: a project with sealed rounds, for tests that only read."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import select

from server import create_app, demo
from server.config import TestConfig
from server.database import reading
from server.extensions import db
from server.models import Round
from tests.support.browser import Browser
from tests.support.clock import FakeClock
from tests.support.databases import Databases


@pytest.fixture(scope="session")
def demo_app(sqlite_databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    url = sqlite_databases.fresh()
    config = TestConfig(data_dir=tmp_path_factory.mktemp("demo"), database_url=url)
    app = create_app(config, FakeClock())
    app.testing = True
    demo.load(app)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def demo_browser(demo_app: Flask) -> Browser:
    return Browser(demo_app)


@pytest.fixture(scope="session")
def sealed_round(demo_app: Flask) -> Round:
    """The newest sealed round."""
    with demo_app.app_context(), reading() as session:
        round_ = session.scalars(
            select(Round).where(Round.state == "sealed").order_by(Round.occurrence_date.desc())
        ).first()
        assert round_ is not None
        session.expunge(round_)
        return round_
