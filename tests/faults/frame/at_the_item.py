"""A real phone (Chromium) in the middle of a round: at an item that was found abnormal, where severities are tapped."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Playwright

from tests.e2e.books import tag_text
from tests.e2e.browsers import chromium_path, open_phone
from tests.e2e.engineer import Engineer
from tests.e2e.fake_camera import FakeCamera
from tests.e2e.plans import ask_for_round
from tests.e2e.running_server import RunningServer
from tests.faults.frame.ground import Ground
from tests.faults.frame.nursery import ROOT

ROUND, ASSET, ITEM = "一台巡检", "SRV-02", "6 业务服务进程"


@dataclass(frozen=True)
class AtTheItem:
    """`url` is the item's page; the phone whose disk is `profile` has been there and was closed."""

    address: str
    profile: Path
    camera: FakeCamera
    url: str

    @property
    def round_id(self) -> str:
        return urlsplit(self.url).path.split("/")[2]


def walk_to_the_item(playwright: Playwright, server: RunningServer, folder: Path, address: str = "") -> AtTheItem:
    """`address`: where the phone finds the server, if not straight."""
    camera, profile = FakeCamera(folder), folder / "phone"
    ask_for_round(server, ROUND, (ASSET,), ("engineer01",))
    context = open_phone(playwright, profile, address or server.address, camera.path)
    engineer = Engineer(context.pages[0])
    engineer.signs_in()
    engineer.waits_for_offline_readiness()
    camera.shows(tag_text(server, ASSET))
    engineer.starts(ROUND)
    engineer.enters()
    engineer.is_at_asset(ASSET)
    engineer.answers_all_normal()
    engineer.tap(engineer.page.get_by_role("button", name=ITEM).first)
    engineer.chooses("异常")
    url = engineer.page.url
    context.close()
    return AtTheItem(address or server.address, profile, camera, url)


def severities(operations: list[dict[str, Any]], round_id: str) -> list[int]:
    """What was tapped at items of this round, in the order of the outbox or of the books."""
    edits = [edit for operation in operations for edit in operation.get("edits", []) if edit["type"] == "answer"]
    here = [edit for edit in edits if edit["key"]["round_id"] == round_id]
    return [edit["set"]["severity"] for edit in here if edit["set"].get("severity") is not None]


def missing_for_browsers(ground: Ground) -> str | None:
    if ground.kind != "sqlite":
        return "no second database: the browser's disk is another thing"
    if chromium_path() is None:
        return "Chromium"
    return None if (ROOT / "pwa" / "dist" / "index.html").exists() else "the built app"
