"""`python -m tests.e2e.tour.shots FOLDER [WORDS]`: a picture of every stop in every view; WORDS picks stops by name."""

import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.e2e.running_server import running_server
from tests.e2e.tour.stops import STOPS
from tests.e2e.tour.trip import Stop
from tests.e2e.tour.views import show, views
from tests.e2e.tour.walking import stops, trip


def take_all(folder: Path, words: list[str]) -> int:
    """Walk the tour and photograph; gives the number of pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    taken, started = 0, time.monotonic()
    with (
        tempfile.TemporaryDirectory(prefix="shots-") as scratch,
        running_server(Path(scratch) / "data") as server,
        sync_playwright() as playwright,
        trip(playwright, server, Path(scratch) / "browsers") as opened,
    ):
        for number, stop in enumerate(stops(opened), start=1):
            if not words or any(word in stop.name for word in words):
                taken += _photograph(stop, folder)
            print(f"{time.monotonic() - started:5.0f} s  {number:2}/{len(STOPS)}  {stop.name}", flush=True)
    return taken


def _photograph(stop: Stop, folder: Path) -> int:
    taken = 0
    for view in views(stop.view.size):
        show(stop.page, view)
        stop.page.screenshot(path=folder / f"{stop.name}-{view.name}.png", scale="css", animations="disabled")
        taken += 1
    return taken


def main() -> None:
    folder = Path(sys.argv[1]).resolve()
    taken = take_all(folder, sys.argv[2:])
    print(f"{taken} pictures in {folder}")


if __name__ == "__main__":
    main()
