"""A hand on a phone: taps by what the person reads, counted, and signatures drawn stroke by stroke."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

WAIT_MS = 45_000  # a machine that others use as well is slow, not wrong


@dataclass
class Hand:
    """Every tap is written down; signature strokes are counted apart."""

    page: Page
    taps: list[str] = field(default_factory=list)
    strokes: int = 0

    def tap(self, target: Locator, what: str | None = None) -> None:
        """Not while the button is still at work for the tap before."""
        expect(target).to_be_visible(timeout=WAIT_MS)
        expect(target).not_to_have_attribute("aria-busy", "true", timeout=WAIT_MS)
        self.taps.append(what or target.inner_text().strip().replace("\n", " ")[:40])
        target.click()

    def press(self, name: str) -> None:
        """Tap the button with this name."""
        self.tap(self.page.get_by_role("button", name=name).first, name)

    def open(self, name: str) -> None:
        """Tap whatever leads on under this name: a button or a link."""
        found = self.page.get_by_role("button", name=name).or_(self.page.get_by_role("link", name=name))
        self.tap(found.first, name)

    def types(self, label: str, text: str) -> None:
        self.page.get_by_label(label).first.fill(text)

    def sees(self, text: str) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible(timeout=WAIT_MS)

    def shoots(self) -> None:
        """Press the shutter once there is a picture."""
        self.page.locator("dialog video, [role=dialog] video, video").first.evaluate(
            "v => v.readyState >= 2 || new Promise(r => v.addEventListener('loadeddata', () => r(true)))"
        )
        self.tap(self.page.locator("button.shutter"), "shutter")
        expect(self.page.locator("button.shutter")).to_have_count(0, timeout=WAIT_MS)

    def signs(self, half: bool = False) -> None:
        """Two strokes on the paper; `half` stops after the first."""
        paper = self.page.locator("canvas").first
        paper.scroll_into_view_if_needed()
        paper.element_handle().wait_for_element_state("stable")
        box = paper.bounding_box()
        assert box is not None
        for offset in (0.25, 0.55)[: 1 if half else 2]:
            self._stroke(box["x"] + box["width"] * offset, box["y"] + box["height"] * 0.35, box["height"] * 0.3)
        self.strokes += 1 if half else 2

    def draws(self, x: float, y: float, turns: Sequence[tuple[float, float]]) -> None:
        """One stroke from (x, y); `turns` are counted from there, in px."""
        mouse = self.page.mouse
        mouse.move(x, y)
        mouse.down()
        for dx, dy in turns:
            mouse.move(x + dx, y + dy, steps=4)
        mouse.up()

    def _stroke(self, x: float, y: float, size: float) -> None:
        self.draws(x, y, [(size * dx, size * dy) for dx, dy in ((0.3, 0.8), (0.6, 0.1), (0.9, 0.9), (1.2, 0.3))])
