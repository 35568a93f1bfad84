"""A round with no network: scanned, photographed, drawn on, signed; sent back, corrected, approved, sealed, printed."""

import io
from pathlib import Path
from typing import Any

from playwright.sync_api import APIResponse, Page, Playwright
from pypdf import PdfReader

from tests.e2e.books import becomes, only_row, rows, tag_text
from tests.e2e.browsers import desk, open_phone
from tests.e2e.engineer import Engineer
from tests.e2e.fake_camera import HEIGHT, WIDTH, FakeCamera
from tests.e2e.killing import comes_true
from tests.e2e.plans import ask_for_round
from tests.e2e.running_server import RunningServer
from tests.e2e.supervisor import Supervisor

ROUND = "三台巡检"
READINGS = {
    "UPS-01": ("221.0", "46", "270.1", "27.5"),
    "NVR-02": ("71", "64", "1"),
    "SRV-02": ("31", "44", "52", "22.5"),
}
FINDING = "3 硬盘状态灯"
SEEN, REMARK = "5 号盘黄灯常亮", "厂家确认：控制器告警，按重大处理"


def test_a_round_without_a_network_ends_sealed_and_printed(
    playwright: Playwright, server: RunningServer, camera: FakeCamera, tmp_path: Path
) -> None:
    plan = ask_for_round(server, ROUND, tuple(READINGS), ("engineer01",))
    first = open_phone(playwright, tmp_path / "phone", server.address, camera.path)
    once = Engineer(first.pages[0])
    once.signs_in()
    once.waits_for_offline_readiness()
    first.close()

    phone = open_phone(playwright, tmp_path / "phone", server.address, camera.path, offline=True)
    engineer = Engineer(phone.pages[0])
    engineer.page.goto("/")  # a cold start in flight mode
    engineer.starts(ROUND)
    _walk_three_assets(engineer, server, camera)
    engineer.press("2 项都正常")
    engineer.signs_both()
    engineer.submits()
    engineer.sees("都在手机里")
    assert {row["state"] for row in rows(server, "round", plan_id=plan.id)} <= {"planned"}

    phone.set_offline(False)
    engineer.sees("全部交到")
    round_ = _submitted_whole(server, plan.id)

    with desk(playwright, tmp_path / "desk", server.address) as page:
        supervisor = Supervisor(page)
        supervisor.signs_in()
        supervisor.reviews(ROUND)
        supervisor.pins("硬盘状态灯", "控制器告警，请按重大定级")
        supervisor.sends_back(1, "只差这一处")
        becomes(server, "round", round_["id"], state="sent_back")

        _correct_offline(engineer, phone)
        engineer.sees("全部交到")
        corrected = becomes(server, "round", round_["id"], state="submitted")
        assert only_row(server, "ticket", id=_ticket_of(server, corrected)["id"])["severity"] == 2
        assert len(rows(server, "signed_copy", round_id=round_["id"])) == 4

        supervisor.reviews(ROUND)
        supervisor.approves()
        sealed = becomes(server, "round", round_["id"], state="sealed")
        assert _ticket_of(server, sealed)["state"] == "confirmed"
        record = PdfReader(io.BytesIO(_record(page, sealed).body()))
        _record_says(record, sealed)
        _record_shows(record, rows(server, "photo", round_id=sealed["id"]))
    phone.close()


def _walk_three_assets(engineer: Engineer, server: RunningServer, camera: FakeCamera) -> None:
    for k, (code, readings) in enumerate(READINGS.items()):
        camera.shows(tag_text(server, code))
        if k == 0:
            engineer.sees_door_checks(len(READINGS))
            engineer.enters()
        else:
            engineer.press("扫下一台")
        engineer.is_at_asset(code)
        engineer.answers_all_normal()
        engineer.press("下一处没填")
        for figure in readings:
            engineer.reads(figure)
        if code == "UPS-01":
            # The item with an open ticket is looked at by itself.
            engineer.tap(engineer.page.get_by_role("radio", name="正常").first, "normal")
        if code == "NVR-02":
            engineer.finds(FINDING, "III级 较大", SEEN)
            camera.shows()
            engineer.photographs()
            camera.shows(code)
            engineer.photographs()
            engineer.draws_on_first_photo()
    engineer.press("完成本轮")


def _submitted_whole(server: RunningServer, plan_id: str) -> dict[str, Any]:
    round_ = only_row(server, "round", plan_id=plan_id)
    assert round_["state"] == "submitted"
    photos = rows(server, "photo", round_id=round_["id"])
    assert [photo["blob_state"] for photo in photos] == ["verified", "verified"]
    assert len({photo["hash"] for photo in photos}) == 2
    assert [len(photo["markup"]["marks"]) for photo in photos if photo["markup"]] == [1]
    scans = rows(server, "scan", round_id=round_["id"])
    assert [scan["method"] for scan in scans] == ["camera"] * 3
    answers = rows(server, "answer", round_id=round_["id"])
    assert sorted(answer["value"] for answer in answers) == ["abnormal"] + ["normal"] * 22
    assert _ticket_of(server, round_)["severity"] == 3
    return round_


def _correct_offline(engineer: Engineer, phone: Any) -> None:
    """Just the point that came back, in flight mode; a graver finding needs both signatures again."""
    engineer.page.goto("/")
    engineer.sees("被退回")
    phone.set_offline(True)
    engineer.open("被退回")
    engineer.sees("控制器告警，请按重大定级")
    engineer.press("改整项")
    engineer.page.get_by_role("radio", name="II级 重大").first.click()
    engineer.page.get_by_role("alertdialog").get_by_role("button").first.click()
    engineer.types("备注", REMARK)
    assert comes_true(engineer.page, lambda disk: REMARK in str(disk["operations"]))
    engineer.page.goto("/")
    engineer.open("被退回")
    engineer.press("重新签字")
    engineer.signs_both()
    engineer.submits()
    engineer.sees("新改的还在这台手机里")
    phone.set_offline(False)


def _ticket_of(server: RunningServer, round_: dict[str, Any]) -> dict[str, Any]:
    finding = only_row(server, "finding", round_id=round_["id"])
    return only_row(server, "ticket", id=finding["ticket_id"])


def _record(page: Page, round_: dict[str, Any]) -> APIResponse:
    pdf = page.request.get(f"/api/rounds/{round_['id']}/record.pdf?lang=zh-CN")
    assert pdf.status == 200
    return pdf


def _record_says(record: PdfReader, round_: dict[str, Any]) -> None:
    text = _text_of(record)
    for words in (
        "巡检记录单",
        "实时画面显示正常",
        "UPS",
        round_["number"],
        "甲方值班员01",
        "硬盘状态灯",
        SEEN,
        REMARK,
        "重大",
    ):
        assert words in text, words
    for readings in READINGS.values():
        for figure in readings:
            assert figure in text, figure


def _record_shows(record: PdfReader, photos: list[dict[str, Any]]) -> None:
    """Each photo of the round is a picture on paper, under it which one it is; what was drawn on one is drawn there."""
    pictures = [picture.image for sheet in record.pages for picture in sheet.images]
    assert [picture.size for picture in pictures if picture] == [(WIDTH, HEIGHT)] * len(photos)
    assert len({picture.tobytes() for picture in pictures if picture}) == len(photos) == 2
    text = _text_of(record)
    assert [photo["hash"][:8] in text for photo in photos] == [True, True]
    assert text.count("有标注") == 1


def _text_of(record: PdfReader) -> str:
    return "".join(sheet.extract_text() for sheet in record.pages).replace("\n", "")
