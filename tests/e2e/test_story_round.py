"""A real round with no network: scanned, photographed, signed, submitted; approved at a desk, sealed, printed."""

import io
from pathlib import Path

from playwright.sync_api import Playwright
from pypdf import PdfReader

from tests.e2e.books import becomes, rows, tag_text
from tests.e2e.browsers import desk, open_phone
from tests.e2e.engineer import Engineer
from tests.e2e.fake_camera import FakeCamera
from tests.e2e.running_server import RunningServer
from tests.e2e.supervisor import Supervisor

ROUND = "单台巡检"


def test_a_round_without_a_network_ends_sealed_and_printed(
    playwright: Playwright, server: RunningServer, camera: FakeCamera, tmp_path: Path
) -> None:
    (plan,) = [row for row in rows(server, "plan") if ROUND in row["name_zh"]]
    (asset,) = rows(server, "asset", id=plan["asset_ids"][0])
    name = plan["name_zh"]

    first = open_phone(playwright, tmp_path / "phone", server.address, camera.path)
    once = Engineer(first.pages[0])
    once.signs_in()
    once.waits_for_offline_readiness()
    first.close()

    phone = open_phone(playwright, tmp_path / "phone", server.address, camera.path, offline=True)
    engineer = Engineer(phone.pages[0])
    engineer.page.goto("/")  # a cold start in flight mode
    engineer.sees(name)
    camera.shows(tag_text(server, asset["code"]))
    engineer.starts(name)
    engineer.enters()
    _answer_six_and_find_one(engineer)
    engineer.open("完成本轮")
    _sign_both_and_submit(engineer)
    engineer.sees("都在手机里")
    assert rows(server, "round", plan_id=plan["id"])[0]["state"] == "planned"

    phone.set_offline(False)
    engineer.sees("全部交到")
    (round_,) = rows(server, "round", plan_id=plan["id"])
    assert round_["state"] == "submitted"
    assert {row["blob_state"] for row in rows(server, "photo", round_id=round_["id"])} == {"verified"}
    (finding,) = rows(server, "finding", round_id=round_["id"])
    assert finding["state"] == "open"

    with desk(playwright, tmp_path / "desk", server.address) as page:
        supervisor = Supervisor(page)
        supervisor.signs_in()
        supervisor.reviews(name)
        page.get_by_role("button", name="通过并封存").click()
        seal = page.get_by_role("alertdialog").or_(page.get_by_role("dialog"))
        seal.get_by_role("button", name="通过并封存").click()
        sealed = becomes(server, "round", round_["id"], state="sealed")
        pdf = page.request.get(f"/api/rounds/{sealed['id']}/record.pdf?lang=zh-CN")
        assert pdf.status == 200
        text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf.body())).pages).replace("\n", "")
        for words in ("巡检记录单", "实时画面显示正常", "UPS", "异常", sealed["number"], "甲方值班员01"):
            assert words in text, words
    phone.close()


def _answer_six_and_find_one(engineer: Engineer) -> None:
    """All normal, then the first turns out abnormal: severity III, with a photo."""
    page = engineer.page
    engineer.answers_all_normal()
    engineer.tap(page.get_by_role("button", name="1 实时画面显示正常").first)
    page.get_by_role("radio", name="异常").first.click()
    page.get_by_role("radio", name="较大").first.click()
    page.get_by_label("看到了什么").first.fill("左侧风扇间歇异响，滤网积灰")
    engineer.tap(page.get_by_role("button", name="拍照").first)
    engineer.shoots()
    engineer.sees("照片已存")


def _sign_both_and_submit(engineer: Engineer) -> None:
    engineer.signs()
    engineer.open("把手机交给甲方签字")
    engineer.tap(engineer.page.get_by_text("甲方值班员01").first)
    engineer.signs()
    engineer.press("确认无误")
    engineer.tap(engineer.page.get_by_role("button", name="提交", exact=True).first)
