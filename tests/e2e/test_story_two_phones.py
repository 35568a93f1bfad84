"""Two phones on one round, out of reach of each other; then a third person sends it back: nothing goes unexplained."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Playwright, expect

from tests.e2e.books import becomes, comes, only_row, rows, tag_text
from tests.e2e.browsers import desk, open_phone
from tests.e2e.engineer import Engineer
from tests.e2e.fake_camera import FakeCamera
from tests.e2e.hand import WAIT_MS
from tests.e2e.plans import ask_for_round
from tests.e2e.running_server import RunningServer
from tests.e2e.supervisor import Supervisor

ROUND = "两人巡检"
SERVERS, CAMERAS = "主机与服务工作正常", "接入的设备工作正常"
SEEN_SERVERS, SEEN_CAMERAS = "2 号风扇停转", "17 路黑屏"
SENT_BACK = "请两位核对服务器这一项"


@dataclass
class Phone:
    context: BrowserContext
    engineer: Engineer


def test_two_phones_and_a_third_person(
    playwright: Playwright, server: RunningServer, camera: FakeCamera, tmp_path: Path
) -> None:
    plan = ask_for_round(server, ROUND, ("SRV-02",), ("engineer01", "engineer02"), "single_asset")
    camera.shows(tag_text(server, "SRV-02"))
    one = _phone_of("engineer01", playwright, server, camera, tmp_path)
    two = _phone_of("engineer02", playwright, server, camera, tmp_path)
    for phone in (one, two):
        phone.context.set_offline(True)
        phone.engineer.starts(ROUND)
        phone.engineer.enters()
        phone.engineer.is_at_asset("SRV-02")
        phone.engineer.answers_all_normal()
    two.engineer.finds(f"3 {SERVERS}", "II级 重大", SEEN_SERVERS)
    two.engineer.page.get_by_role("button", name="返回").click()
    two.engineer.finds(f"5 {CAMERAS}", "IV级 一般", SEEN_CAMERAS)
    two.engineer.sees("已存本机")

    _first_hands_in(one.engineer, one.context)
    round_ = only_row(server, "round", plan_id=plan.id)
    with desk(playwright, tmp_path / "desk", server.address) as page:
        supervisor = Supervisor(page)
        supervisor.signs_in()
        supervisor.reviews(ROUND)
        page.get_by_role("button", name="看全部").or_(page.get_by_role("button", name="收起")).first.click()
        supervisor.pins(SERVERS, SENT_BACK)
        _a_colleague_sees_who_reviews(playwright, server, tmp_path, round_["id"])
        supervisor.sends_back(1, "见批注")
        becomes(server, "round", round_["id"], state="sent_back")

    two.context.set_offline(False)
    on_servers = _conflict_about(server, round_["id"], "form_row_3")
    on_cameras = _conflict_about(server, round_["id"], "form_row_5")
    for conflict in (on_servers, on_cameras):
        assert (conflict["standing_value"], conflict["kept_value"]) == ("abnormal", "normal")
        assert _answer(server, conflict)["value"] == "abnormal"

    for phone in (one, two):
        _sees_it_all_explained(phone.engineer)
    _settle(two.engineer, SERVERS, "用我的")
    becomes(server, "conflict", on_servers["id"], state="settled")
    assert _answer(server, on_servers)["value"] == "abnormal"
    _settle(one.engineer, CAMERAS, "用我的")
    becomes(server, "conflict", on_cameras["id"], state="settled")
    assert _answer(server, on_cameras)["value"] == "normal"

    for phone in (one, two):
        _sees_it_settled(phone.engineer, round_["id"])
    conflicts = rows(server, "conflict", round_id=round_["id"])
    assert [row["kept_value"] for row in conflicts] == ["normal", "normal"]
    one.context.close()
    two.context.close()


def _phone_of(name: str, playwright: Playwright, server: RunningServer, camera: FakeCamera, folder: Path) -> Phone:
    context = open_phone(playwright, folder / name, server.address, camera.path)
    engineer = Engineer(context.pages[0])
    engineer.signs_in(name)
    engineer.waits_for_offline_readiness()
    engineer.sees(ROUND)
    return Phone(context, engineer)


def _a_colleague_sees_who_reviews(playwright: Playwright, server: RunningServer, tmp_path: Path, round_id: str) -> None:
    """Whoever looks in while a supervisor is at it is told, and is asked before deciding."""
    with desk(playwright, tmp_path / "second-desk", server.address) as page:
        colleague = Supervisor(page)
        colleague.signs_in("manager02")
        page.goto(f"/review/{round_id}")
        colleague.sees("服务经理01正在看这一轮")
        page.keyboard.press("b")
        colleague.sees("确定由您来定吗")


def _first_hands_in(engineer: Engineer, context: BrowserContext) -> None:
    engineer.open("完成本轮")
    engineer.signs_both()
    engineer.submits()
    context.set_offline(False)
    engineer.sees("全部交到")


def _conflict_about(server: RunningServer, round_id: str, check_key: str) -> dict[str, Any]:
    answer = only_row(server, "answer", round_id=round_id, check_key=check_key)
    return comes(server, "conflict", doc_id=answer["id"], field="value", state="open")


def _answer(server: RunningServer, conflict: dict[str, Any]) -> dict[str, Any]:
    return only_row(server, "answer", id=conflict["doc_id"])


def _sees_it_all_explained(engineer: Engineer) -> None:
    """The send-back with its words, and both values of both items with their authors."""
    engineer.page.goto("/")
    engineer.open(f"被退回：{ROUND}")
    engineer.sees(SENT_BACK)
    engineer.page.goto("/sync")
    for item in (SERVERS, CAMERAS):
        card = engineer.page.locator(".card", has_text=item).first
        expect(card).to_contain_text("异常", timeout=WAIT_MS)
        expect(card).to_contain_text("正常")
        expect(card).to_contain_text("两个值都保留")


def _settle(engineer: Engineer, item: str, choice: str) -> None:
    card = engineer.page.locator(".card", has_text=item).first
    engineer.tap(card.get_by_role("button", name=choice), choice)
    expect(engineer.page.locator(".card", has_text=item)).to_have_count(0, timeout=WAIT_MS)


def _sees_it_settled(engineer: Engineer, round_id: str) -> None:
    engineer.page.goto("/sync")
    expect(engineer.page.get_by_text("两个值都保留")).to_have_count(0, timeout=WAIT_MS)
    engineer.page.goto(f"/rounds/{round_id}/items?all")
    expect(engineer.page.get_by_role("button", name=f"3 {SERVERS} {SEEN_SERVERS}").first).to_be_visible(timeout=WAIT_MS)
    expect(engineer.page.get_by_role("button", name=f"5 {CAMERAS} 正常").first).to_be_visible(timeout=WAIT_MS)
