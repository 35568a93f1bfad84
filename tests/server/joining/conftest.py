"""An empty server with its link, and the words in which somebody comes."""

from typing import Any

import pytest
from flask import Flask

from server.database import writing
from server.installation import ensure_installation
from server.joining.setup_link import renew_setup_link
from tests.support.clock import FakeClock

SAID = {
    "name": "Wang.Fang",
    "password": "seven quiet lamps",
    "display_name_zh": "王芳",
    "display_name_en": "Wang Fang",
    "language": "zh-CN",
}


def said(**other: Any) -> dict[str, Any]:
    return {**SAID, **other}


@pytest.fixture
def setup_token(app: Flask, clock: FakeClock) -> str:
    """As `roundsman serve` prints it where nobody is here."""
    with app.app_context(), writing() as session:
        ensure_installation(session)
        token = renew_setup_link(session, clock.now())
    assert token is not None
    return token
