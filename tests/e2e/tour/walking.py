"""The tour, from sign-in to the printed record's page. Whoever looks gets each stop once, in order."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Playwright

from tests.e2e.fake_camera import FakeCamera
from tests.e2e.running_server import RunningServer
from tests.e2e.tour.answering import answering
from tests.e2e.tour.calling import calling
from tests.e2e.tour.differing import differing
from tests.e2e.tour.dispatching import dispatching
from tests.e2e.tour.drafting import drafting
from tests.e2e.tour.entering import entering
from tests.e2e.tour.finishing import finishing
from tests.e2e.tour.leaving import leaving
from tests.e2e.tour.looking_up import looking_up
from tests.e2e.tour.peopling import peopling
from tests.e2e.tour.printing import printing
from tests.e2e.tour.reading import reading
from tests.e2e.tour.reviewing import reviewing
from tests.e2e.tour.scanning import scanning
from tests.e2e.tour.stops import STOPS
from tests.e2e.tour.trip import Stops, Trip, today
from tests.e2e.tour.views import show

STRETCHES = (
    entering,
    scanning,
    answering,
    finishing,
    differing,
    looking_up,
    reviewing,
    dispatching,
    drafting,
    printing,
    calling,
    peopling,
    reading,
    leaving,
)


@contextmanager
def trip(playwright: Playwright, server: RunningServer, folder: Path) -> Iterator[Trip]:
    """Open what the tour needs, and close its browsers at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    opened = Trip(playwright, server, folder, FakeCamera(folder), today())
    try:
        yield opened
    finally:
        opened.closes()


def stops(trip: Trip) -> Stops:
    """Go everywhere; between two stops every screen is turned back to how it was found."""
    seen: list[str] = []
    for stretch in STRETCHES:
        for stop in stretch(trip):
            seen.append(stop.name)
            yield stop
            show(stop.page, stop.view)
    assert sorted(seen) == sorted(STOPS), f"not reached once: {sorted(set(STOPS) ^ set(seen)) or seen}"
