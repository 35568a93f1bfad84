"""Who and what the tour's stretches share: the served demo, a fake camera, browsers, and today's rounds."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo

from playwright.sync_api import BrowserContext, Page, Playwright

from server.demo.project import TIME_ZONE
from tests.e2e.books import rows
from tests.e2e.browsers import open_phone
from tests.e2e.engineer import Engineer
from tests.e2e.fake_camera import FakeCamera
from tests.e2e.running_server import RunningServer
from tests.e2e.supervisor import Supervisor
from tests.e2e.tour.stops import STOPS
from tests.e2e.tour.views import View, show

PLAIN, AT_DESK = View("phone", "light", "zh"), View("desk", "light", "zh")


@dataclass(frozen=True)
class Stop:
    """A screen that can be looked at now; it is turned back to `view` before the tour goes on."""

    name: str
    page: Page
    view: View = PLAIN

    def __post_init__(self) -> None:
        assert self.name in STOPS, f"{self.name} is not in stops.py"


@dataclass
class Trip:
    playwright: Playwright
    server: RunningServer
    folder: Path
    camera: FakeCamera
    day: str  # on which the demo was loaded; the tour may walk past midnight
    hosts: set[str] = field(default_factory=set)
    _opened: ExitStack = field(default_factory=ExitStack)
    _engineer: Engineer | None = None
    _supervisor: Supervisor | None = None

    @property
    def engineer(self) -> Engineer:
        """engineer01's phone; signs in at the tour's first stretch."""
        self._engineer = self._engineer or Engineer(self.opens("engineer").pages[0])
        return self._engineer

    @property
    def supervisor(self) -> Supervisor:
        """manager01 at a desk; signed in."""
        if self._supervisor is None:
            self._supervisor = Supervisor(self.opens("supervisor", AT_DESK).pages[0])
            self._supervisor.signs_in()
        return self._supervisor

    def opens(self, name: str, view: View = PLAIN) -> BrowserContext:
        """A browser of its own; every host it asks for is written down."""
        context = open_phone(self.playwright, self.folder / name, self.server.address, self.camera.path)
        self._opened.callback(context.close)
        context.on("request", lambda request: self._write_down(urlsplit(request.url)))
        show(context.pages[0], view)
        return context

    def _write_down(self, asked: SplitResult) -> None:
        if asked.scheme not in ("data", "blob"):  # these never leave the browser
            self.hosts.add(asked.netloc)

    def closes(self) -> None:
        self._opened.close()

    @property
    def round(self) -> dict[str, Any]:
        """Today's round of A机房, at the places of the demo."""
        (found,) = [row for row in rows(self.server, "round", occurrence_date=self.day) if "A机房" in row["name_zh"]]
        return found

    def asset(self, code: str) -> dict[str, Any]:
        (found,) = rows(self.server, "asset", code=code)
        return found


def today() -> str:
    return datetime.now(ZoneInfo(TIME_ZONE)).date().isoformat()


Stops = Iterator[Stop]
