"""The synced world, and a jump over the quiet days with the jobs that fall due then."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import update

from server.clock import now
from server.database import writing
from server.jobs.kinds import KINDS
from server.models import PersonSession
from server.models.types import instant_text
from tests.server.sync.conftest import phone_of, world
from tests.support.clock import FakeClock

__all__ = ["phone_of", "world"]

Pass = Callable[[int], None]


@pytest.fixture
def days_pass(app: Flask, clock: FakeClock) -> Pass:
    """So many days later retirement has run; nobody had to sign in again."""

    def jump(days: int) -> None:
        clock.advance(days=days)
        with app.app_context():
            for name in ("retire", "forget_gone"):
                KINDS[name].work(app, {})
            clock.advance(days=1)
            with writing() as session:
                session.execute(update(PersonSession).values(expires_at=instant_text(now())))
            clock.advance(days=-1)

    return jump
