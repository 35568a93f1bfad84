from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from server.database import reading
from server.jobs.registry import KINDS, JobKind, Payload
from server.models import Job
from tests.support.clock import FakeClock
from tests.support.tus_phone import TusPhone
from tests.support.wire_phone import WirePhone
from tests.support.world import World, make_world


@pytest.fixture
def world(app: Flask, clock: FakeClock) -> World:
    return make_world(app, clock)


@pytest.fixture
def engineer(app: Flask, clock: FakeClock, world: World) -> WirePhone:
    return WirePhone(app.test_client(), clock, world, "engineer").sign_in().pull()


@pytest.fixture
def camera(app: Flask, world: World) -> TusPhone:
    """The same engineer, sending bytes."""
    return TusPhone(app, "engineer")


@pytest.fixture
def jobs(app: Flask) -> Callable[[str], list[Job]]:
    """The rows of one kind, oldest first."""

    def read(kind: str) -> list[Job]:
        with app.app_context(), reading() as session:
            return list(session.scalars(select(Job).where(Job.kind == kind).order_by(Job.created_at, Job.id)))

    return read


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[Payload]:
    """A kind of job that only notes what it was given; `{"fails": reason}` fails."""
    seen: list[Payload] = []

    def note(_: Flask, payload: Payload) -> None:
        seen.append(payload)
        if "fails" in payload:
            raise RuntimeError(payload["fails"])

    monkeypatch.setitem(KINDS, "note", JobKind("note", note, None))
    return seen
