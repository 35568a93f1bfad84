"""`python -m tests.e2e.tour.picture`: the README's picture, docs/picture.png, composed of four stops of the tour."""

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.e2e.running_server import running_server
from tests.e2e.tour.trip import Stop
from tests.e2e.tour.views import View, show
from tests.e2e.tour.walking import stops, trip

PICTURE = Path(__file__).parents[3] / "docs" / "picture.png"
PHONE_ZH, DESK_EN = View("phone", "light", "zh"), View("desk", "light", "en")
SHOWN = {"today-under-way": PHONE_ZH, "items-photo": PHONE_ZH, "client-signed": PHONE_ZH, "review": DESK_EN}
HEIGHT_PX, GAP_PX = 600, 24
BEHIND = (200, 208, 208)
COLOURS = 256  # keeps the file below 300 KB; the screens have few colours


def compose(screens: list[Image.Image]) -> Image.Image:
    """Side by side, all of one height."""
    fitted = [screen.resize((screen.width * HEIGHT_PX // screen.height, HEIGHT_PX)) for screen in screens]
    width = sum(screen.width for screen in fitted) + GAP_PX * (len(fitted) + 1)
    picture = Image.new("RGB", (width, HEIGHT_PX + 2 * GAP_PX), BEHIND)
    left = GAP_PX
    for screen in fitted:
        picture.paste(screen, (left, GAP_PX))
        left += screen.width + GAP_PX
    # MAXCOVERAGE: a colour counts by being there, not by its area, or the severities turn grey
    return picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, kmeans=4, dither=Image.Dither.NONE)


def _taken(stop: Stop) -> Image.Image:
    show(stop.page, SHOWN[stop.name])
    return Image.open(io.BytesIO(stop.page.screenshot(animations="disabled"))).convert("RGB")


def _take() -> dict[str, Image.Image]:
    """Only as far along the tour as there is something to take."""
    taken: dict[str, Image.Image] = {}
    with (
        tempfile.TemporaryDirectory(prefix="picture-") as scratch,
        running_server(Path(scratch) / "data") as server,
        sync_playwright() as playwright,
        trip(playwright, server, Path(scratch) / "browsers") as opened,
    ):
        for stop in stops(opened):
            if stop.name in SHOWN:
                taken[stop.name] = _taken(stop)
            if len(taken) == len(SHOWN):
                break
    return taken


def main() -> None:
    taken = _take()
    compose([taken[name] for name in SHOWN]).save(PICTURE, optimize=True)
    print(f"{PICTURE} ({PICTURE.stat().st_size // 1024} KB)")


if __name__ == "__main__":
    main()
