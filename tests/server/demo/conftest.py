"""The demo, loaded once."""

from tests.server.reports.conftest import demo_app

__all__ = ["demo_app"]
