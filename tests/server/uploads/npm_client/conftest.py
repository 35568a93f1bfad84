"""A real server of three processes on each database, and phones that carry the npm client."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from server import create_app
from server.config import TestConfig
from server.database import reading, writing
from server.extensions import db
from server.models import Blob, Job, Upload
from tests.server.uploads.npm_client.phone import NpmPhone, npm_phone
from tests.support.databases import Databases
from tests.support.people import add_cast
from tests.support.real_server import RealServer, real_server

MOST_BYTES = 1_000_000
Row = Callable[[str | None], Upload]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealServer]:
    databases: Databases = request.getfixturevalue(f"{request.param}_databases")
    folder, url = tmp_path_factory.mktemp("npm"), databases.fresh()
    app = create_app(TestConfig(data_dir=folder / "data", database_url=url, max_photo_bytes=MOST_BYTES))
    with app.app_context(), writing() as session:
        add_cast(session)
    with real_server(app, folder, workers=3, threads=8, max_photo_bytes=MOST_BYTES) as server:
        yield server
    with app.app_context():
        db.engine.dispose()
    databases.drop(url)


@pytest.fixture
def phone(server: RealServer, tmp_path: Path) -> NpmPhone:
    return npm_phone(server, tmp_path)


@pytest.fixture
def app(server: RealServer) -> Flask:
    return server.app


@pytest.fixture
def row(app: Flask) -> Row:
    """The upload at this address as the database has it."""

    def read(path: str | None) -> Upload:
        assert path is not None
        with app.app_context(), reading() as session:
            return session.get_one(Upload, path.rpartition("/")[2])

    return read


@pytest.fixture
def vouched(app: Flask) -> Callable[[str], tuple[int, int]]:
    """How often the server vouches for these bytes, and how many looks at them were asked for."""

    def count(sha256: str) -> tuple[int, int]:
        with app.app_context(), reading() as session:
            payloads: list[Any] = list(session.scalars(select(Job.payload).where(Job.kind == "check_blob")))
            blobs = session.scalar(select(func.count()).select_from(Blob).where(Blob.hash == sha256))
        return int(blobs or 0), sum(payload["hash"] == sha256 for payload in payloads)

    return count
