"""Writes `schema-N.json`: what a phone of today holds after a whole round in flight mode, walked in a real browser.

    ./dev story killed && python -m tests.faults.outboxes.make      # the app must be built

Run it when the schema's version rises, before the app of the old one is gone; never write an old file anew.
"""

import json
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright

from server.sync.upconversion import SCHEMA_VERSION
from tests.e2e import test_story_killed as story
from tests.e2e.browsers import open_phone
from tests.e2e.engineer import ENGINEER, Engineer
from tests.e2e.fake_camera import FakeCamera
from tests.e2e.killing import Disk, disk_of
from tests.e2e.plans import ask_for_round
from tests.e2e.running_server import running_server

FOLDER = Path(__file__).parent


@dataclass
class Immortal(story.Mortal):
    """The same round, without the kills."""

    def dies(self, address: str | None = None) -> Disk:
        self.engineer.page.goto(address or self.context.pages[0].url)
        return disk_of(self.engineer.page)


def main() -> None:
    file = FOLDER / f"schema-{SCHEMA_VERSION}.json"
    if file.exists():
        sys.exit(f"{file.name} is there: an old outbox is never written anew")
    made = datetime.now(UTC).isoformat(timespec="seconds")
    operations = _walk(Path(tempfile.mkdtemp(prefix="roundsman-outbox-")))
    outbox = {"schema": SCHEMA_VERSION, "made": made, "person": ENGINEER, "plan": story.ROUND, "asset": story.ASSET}
    file.write_text(json.dumps({**outbox, "operations": operations}, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"{file.name}: {len(operations)} operations")


def _walk(folder: Path) -> list[Disk]:
    camera, profile = FakeCamera(folder), folder / "phone"
    with running_server(folder / "data") as server, sync_playwright() as playwright:
        ask_for_round(server, story.ROUND, (story.ASSET,), (ENGINEER,))
        first = open_phone(playwright, profile, server.address, camera.path)
        once = Engineer(first.pages[0])
        once.signs_in()
        once.waits_for_offline_readiness()
        once.sees(story.ROUND)
        first.close()

        def start() -> BrowserContext:
            return open_phone(playwright, profile, server.address, camera.path, offline=True)

        phone = Immortal(start, profile, start())
        phone.engineer.page.goto("/")
        story._comes_in(phone, server, camera)
        story._photographs(phone, camera, story._answers(phone))
        story._signs_and_submits(phone)
        operations: list[Disk] = disk_of(phone.engineer.page)["operations"]
        phone.context.close()
    return operations


if __name__ == "__main__":
    main()
