import pytest
from flask import Flask

from server.database import writing
from tests.support.browser import Browser
from tests.support.people import Cast, add_cast


@pytest.fixture
def cast(app: Flask) -> Cast:
    with app.app_context(), writing() as session:
        return add_cast(session)


@pytest.fixture
def browser(app: Flask) -> Browser:
    return Browser(app)
