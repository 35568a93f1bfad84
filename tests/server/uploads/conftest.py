from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from server.database import reading, writing
from server.models import Blob, Job
from tests.support.people import Cast, add_cast
from tests.support.tus_phone import TusPhone


@pytest.fixture
def cast(app: Flask) -> Cast:
    with app.app_context(), writing() as session:
        return add_cast(session)


@pytest.fixture
def phone(app: Flask, cast: Cast) -> TusPhone:
    return TusPhone(app, "engineer")


@pytest.fixture
def blobs(app: Flask) -> Callable[[], list[Blob]]:
    """What the server vouches for."""

    def read() -> list[Blob]:
        with app.app_context(), reading() as session:
            return list(session.scalars(select(Blob)))

    return read


@pytest.fixture
def checks(app: Flask) -> Callable[[], int]:
    """How many looks at pictures were asked for."""

    def count() -> int:
        with app.app_context(), reading() as session:
            return len(session.scalars(select(Job).where(Job.kind == "check_blob")).all())

    return count
