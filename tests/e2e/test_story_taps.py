"""Seven all-normal items on one asset: from Today to submitted in at most twelve taps (interface.md section 2)."""

from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.e2e.books import rows, tag_text
from tests.e2e.browsers import phone
from tests.e2e.engineer import Engineer
from tests.e2e.fake_camera import FakeCamera
from tests.e2e.running_server import RunningServer

MOST_TAPS = 12
ROUND = "单台巡检"


def test_seven_normal_items_take_few_taps(
    playwright: Playwright,
    server: RunningServer,
    camera: FakeCamera,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with phone(playwright, tmp_path / "phone", server.address, camera.path) as page:
        engineer = Engineer(page)
        engineer.signs_in()
        (plan,) = [row for row in rows(server, "plan") if ROUND in row["name_zh"]]
        (asset,) = rows(server, "asset", id=plan["asset_ids"][0])
        camera.shows(tag_text(server, asset["code"]))
        engineer.taps.clear()
        engineer.starts(plan["name_zh"])
        engineer.enters()
        engineer.answers_all_normal()
        engineer.open("完成本轮")
        engineer.signs()
        engineer.open("把手机交给甲方签字")
        engineer.tap(page.get_by_text("甲方值班员01").first)
        engineer.signs()
        engineer.press("拍公章")
        engineer.shoots()
        engineer.press("确认无误")
        engineer.tap(page.get_by_role("button", name="提交", exact=True).first)
        engineer.sees("回今日")
        with capsys.disabled():
            print(f"\n{len(engineer.taps)} taps ({engineer.strokes} signature strokes): {' · '.join(engineer.taps)}")
        assert len(engineer.taps) <= MOST_TAPS
        engineer.sees("全部交到")
        (round_,) = rows(server, "round", plan_id=plan["id"])
        assert round_["state"] == "submitted"
        assert {row["party"] for row in rows(server, "signed_copy", round_id=round_["id"])} == {"engineer", "client"}
        assert [row["blob_state"] for row in rows(server, "photo", round_id=round_["id"])] == ["verified"]
