"""The browser dies, again and again, right after it said "saved" or in the middle of a stroke: nothing is lost."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Playwright, expect

from tests.e2e.books import only_row, rows, tag_text
from tests.e2e.browsers import open_phone
from tests.e2e.engineer import Engineer
from tests.e2e.fake_camera import FakeCamera
from tests.e2e.hand import WAIT_MS
from tests.e2e.killing import Disk, comes_true, disk_of, kill
from tests.e2e.plans import ask_for_round
from tests.e2e.running_server import RunningServer

ROUND = "一台巡检"
ASSET = "SRV-02"
SEEN = "进程停止，重启后仍停"
MOMENTS = 16


@dataclass
class Mortal:
    """A phone whose browser is killed after each moment and started anew on the same disk, in flight mode."""

    start: Callable[[], BrowserContext]
    profile: Path
    context: BrowserContext
    moments: int = 0

    @property
    def engineer(self) -> Engineer:
        return Engineer(self.context.pages[0])

    def dies(self, address: str | None = None) -> Disk:
        """Kill it now; start again where it was, or at `address`; gives what the disk holds."""
        where = address or self.context.pages[0].url
        kill(self.context, self.profile)
        self.moments += 1
        self.context = self.start()
        self.engineer.page.goto(where)
        return disk_of(self.engineer.page)


def test_killing_the_browser_loses_nothing(
    playwright: Playwright,
    server: RunningServer,
    camera: FakeCamera,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    plan = ask_for_round(server, ROUND, (ASSET,), ("engineer01",))
    camera.shows()
    profile = tmp_path / "phone"
    first = open_phone(playwright, profile, server.address, camera.path)
    once = Engineer(first.pages[0])
    once.signs_in()
    once.waits_for_offline_readiness()
    once.sees(ROUND)
    first.close()

    def start() -> BrowserContext:
        return open_phone(playwright, profile, server.address, camera.path, offline=True)

    phone = Mortal(start, profile, start())
    phone.engineer.page.goto("/")
    _comes_in(phone, server, camera)
    _photographs(phone, camera, _answers(phone))
    _signs_and_submits(phone)

    phone.context.set_offline(False)
    phone.engineer.sees("全部交到")
    _server_has_everything(server, plan.id)
    with capsys.disabled():
        print(f"\n{phone.moments} kills of the browser, nothing lost")
    assert phone.moments == MOMENTS
    phone.context.close()


def _comes_in(phone: Mortal, server: RunningServer, camera: FakeCamera) -> None:
    phone.engineer.starts(ROUND)
    phone.engineer.enters()
    expect(phone.engineer.page.locator("video")).to_be_visible(timeout=WAIT_MS)
    assert _count(phone.dies(), "open_round") == 1  # the scanner's camera was open
    camera.shows(tag_text(server, ASSET))
    phone.engineer.page.reload()
    phone.engineer.is_at_asset(ASSET)
    assert _count(phone.dies(), "scan_asset") == 1


def _answers(phone: Mortal) -> str:
    """Gives the address of the item that is abnormal."""
    phone.engineer.answers_all_normal()
    phone.engineer.sees("3 项记为正常")
    assert _answered(phone.dies()) == {"server_lamps", "server_services", "server_cabling"}
    items = phone.engineer.page.url
    phone.engineer.press("下一处没填")
    phone.engineer.types_keys("3")
    phone.engineer.sees("已存本机")
    disk = phone.dies()
    assert [value for key, value in disk["drafts"] if key.endswith("/pad")] == ["3"]
    phone.engineer.sees("3 %")
    phone.engineer.types_keys("1")
    phone.engineer.confirms()
    phone.engineer.sees("内存使用率")
    assert "server_cpu" in _answered(phone.dies(address=items))
    phone.engineer.press("下一处没填")
    for figure in ("44", "52", "22.5"):
        phone.engineer.reads(figure)
    phone.engineer.sees("7/7 项")
    assert len(_answered(phone.dies(address=items))) == 7
    phone.engineer.tap(phone.engineer.page.get_by_role("button", name="6 业务服务进程").first)
    phone.engineer.chooses("异常")
    phone.engineer.chooses("III级 较大")
    disk = phone.dies()
    assert (_last(disk, "server_services", "value"), _last(disk, "server_services", "severity")) == ("abnormal", 3)
    phone.engineer.page.get_by_label("看到了什么").first.fill(SEEN)
    assert comes_true(phone.engineer.page, _has_seen)
    item = phone.engineer.page.url
    phone.dies(address="/")  # before the typing rested; and the page is not opened again
    phone.engineer.sees(ROUND)
    assert comes_true(phone.engineer.page, lambda disk: _last(disk, "server_services", "seen") == SEEN)
    return item


def _photographs(phone: Mortal, camera: FakeCamera, item: str) -> None:
    camera.shows()
    phone.engineer.page.goto(item)
    phone.engineer.press("拍照")
    expect(phone.engineer.page.locator("button.shutter")).to_be_visible(timeout=WAIT_MS)
    assert phone.dies()["blobs"] == 0  # the camera was open, nothing taken
    phone.engineer.photographs()
    assert phone.dies()["blobs"] == 1
    camera.shows(ASSET)
    phone.engineer.photographs()
    phone.engineer.draws_on_first_photo()
    disk = phone.dies()
    assert disk["blobs"] == 2 and _count(disk, "mark_photo") == 1


def _signs_and_submits(phone: Mortal) -> None:
    phone.engineer.press("完成本轮")
    phone.engineer.press("2 项都正常")
    phone.engineer.signs(half=True)
    expect(_under_the_line(phone)).to_contain_text("已存", timeout=WAIT_MS)
    assert len(_strokes(phone.dies())) == 1  # half a signature
    phone.engineer.signs()
    phone.engineer.open("把手机交给甲方签字")
    phone.engineer.sees("甲方值班员01")
    assert _count(phone.dies(address="/"), "sign_round") == 1  # and in the client's hand it opens there again
    phone.engineer.tap(phone.engineer.page.get_by_text("甲方值班员01").first)
    phone.engineer.signs(half=True)
    expect(_under_the_line(phone)).to_contain_text("已存", timeout=WAIT_MS)
    assert len(_strokes(phone.dies(address="/"))) == 1
    phone.engineer.signs()
    phone.engineer.press("确认无误")
    phone.engineer.sees("签好了")
    assert _count(phone.dies(), "sign_round") == 2
    phone.engineer.submits()
    phone.engineer.sees("都在手机里")
    assert _count(phone.dies(), "submit_round") == 1


def _server_has_everything(server: RunningServer, plan_id: str) -> None:
    round_ = only_row(server, "round", plan_id=plan_id)
    assert round_["state"] == "submitted"
    answers = {row["check_key"]: row for row in rows(server, "answer", round_id=round_["id"])}
    assert len(answers) == 9
    assert answers["server_services"]["seen"] == SEEN
    readings = [answers[key]["reading"] for key in ("server_cpu", "server_memory", "server_disk", "server_inlet")]
    assert readings == ["31", "44", "52", "22.5"]
    assert {row["blob_state"] for row in rows(server, "photo", round_id=round_["id"])} == {"verified"}
    assert {row["party"] for row in rows(server, "signed_copy", round_id=round_["id"])} == {"engineer", "client"}


def _count(disk: Disk, name: str) -> int:
    return sum(operation["name"] == name for operation in disk["operations"])


def _edits(disk: Disk) -> list[dict[str, Any]]:
    return [edit for operation in disk["operations"] for edit in operation.get("edits", []) if edit["type"] == "answer"]


def _answered(disk: Disk) -> set[str]:
    return {edit["key"]["check_key"] for edit in _edits(disk)}


def _last(disk: Disk, check_key: str, field: str) -> Any:
    said = [
        edit["set"][field] for edit in _edits(disk) if edit["key"]["check_key"] == check_key and field in edit["set"]
    ]
    return said[-1] if said else None


def _has_seen(disk: Disk) -> bool:
    """As a draft; on a slow machine the typing may have rested meanwhile."""
    as_draft = any(SEEN in str(value) for _, value in disk["drafts"])
    return as_draft or _last(disk, "server_services", "seen") == SEEN


def _under_the_line(phone: Mortal) -> Locator:
    return phone.engineer.page.locator(".pad .cap").first


def _strokes(disk: Disk) -> list[Any]:
    return next(value["paths"] for _, value in disk["drafts"] if isinstance(value, dict) and "paths" in value)
