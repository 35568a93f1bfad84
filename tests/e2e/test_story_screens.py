"""Every screen and state, as somebody with a screen reader, weak eyes or a thick glove meets it.

axe-core (WCAG 2.2 A and AA, best practice) on phone and desk, in both languages, light and dark; on the phone every
target measured (`tour/touch_targets.js` says how) and nothing scrolling sideways; no host asked but the app's own.
"""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Playwright

from tests.e2e.running_server import RunningServer
from tests.e2e.tour import axe
from tests.e2e.tour.trip import Stop
from tests.e2e.tour.views import View, show, views
from tests.e2e.tour.walking import stops, trip

LEAST_TARGET_PX = 48
TOUCH_TARGETS = (Path(__file__).parent / "tour" / "touch_targets.js").read_text("utf-8")


@dataclass
class Findings:
    looks: Counter[str] = field(default_factory=Counter)
    targets: int = 0
    faults: dict[str, list[str]] = field(default_factory=dict)

    def look(self, stop: Stop, view: View) -> None:
        show(stop.page, view)
        faults = axe.violations(stop.page, colours_only=view.theme == "dark")
        self.looks[f"{view.size} {view.theme} {view.language}"] += 1
        if view.size == "phone" and view.theme == "light":
            found = stop.page.evaluate(TOUCH_TARGETS, LEAST_TARGET_PX)
            self.targets += found["measured"]
            faults += found["faults"]
        for fault in faults:
            self.faults.setdefault(fault, []).append(f"{stop.name}-{view.name}")


def test_every_screen_is_for_everybody(
    playwright: Playwright, server: RunningServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    findings = Findings()
    with trip(playwright, server, tmp_path / "browsers") as opened:
        for stop in stops(opened):
            for view in views(stop.view.size):
                findings.look(stop, view)
    with capsys.disabled():
        print(
            f"\n{sum(findings.looks.values())} looks with axe at {max(findings.looks.values())} screens and states "
            f"({', '.join(findings.looks)}), {findings.targets} targets measured on the phone, "
            f"{len(findings.faults)} faults; hosts asked: {', '.join(sorted(opened.hosts))}"
        )
    assert opened.hosts == {urlsplit(server.address).netloc}
    assert not findings.faults, "\n".join(f"{fault}\n   on {', '.join(on)}" for fault, on in findings.faults.items())
