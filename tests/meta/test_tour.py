"""The tour that is photographed and checked for accessibility leaves no route of the app out."""

import re
from pathlib import Path

from tests.e2e.tour.stops import SERVER_PAGE, STOPS

ROUTES = Path(__file__).parents[2] / "pwa" / "src" / "shell" / "routes.ts"
NAME = re.compile(r"\bname: '([^']+)'")


def test_every_route_of_the_app_is_a_stop_of_the_tour() -> None:
    routes = set(NAME.findall(ROUTES.read_text("utf-8")))
    assert len(routes) > 20
    assert routes - set(STOPS.values()) == set(), "add a stop to tests/e2e/tour"
    assert set(STOPS.values()) - routes == {SERVER_PAGE}
