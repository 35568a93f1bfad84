"""A phone that finds no network any more: its work leaves it as a file, and a colleague carries it to the server."""

from pathlib import Path

from playwright.sync_api import Playwright, expect

from tests.e2e.books import becomes, only_row, rows, tag_text
from tests.e2e.browsers import desk, open_phone, phone
from tests.e2e.engineer import Engineer
from tests.e2e.fake_camera import FakeCamera
from tests.e2e.hand import WAIT_MS
from tests.e2e.plans import ask_for_round
from tests.e2e.running_server import RunningServer
from tests.e2e.supervisor import Supervisor

ROUND = "断网巡检"
ASSET = "SRV-02"


def test_a_rescue_file_brings_the_work_home(
    playwright: Playwright, server: RunningServer, camera: FakeCamera, tmp_path: Path
) -> None:
    plan = ask_for_round(server, ROUND, (ASSET,), ("engineer01",))
    camera.shows(tag_text(server, ASSET))
    lost = open_phone(playwright, tmp_path / "lost", server.address, camera.path)
    engineer = Engineer(lost.pages[0])
    engineer.signs_in()
    engineer.waits_for_offline_readiness()
    lost.set_offline(True)
    engineer.starts(ROUND)
    engineer.enters()
    engineer.is_at_asset(ASSET)
    engineer.answers_all_normal()
    engineer.sees("3 项记为正常")
    assert rows(server, "round", plan_id=plan.id, state="open") == []

    engineer.page.goto("/sync")
    with engineer.page.expect_download() as coming:
        engineer.press("存救援文件")
    file = tmp_path / coming.value.suggested_filename
    coming.value.save_as(file)
    engineer.sees("已写进一个文件")
    expect(engineer.page.get_by_text("替同事交救援文件", exact=True)).to_have_count(
        0
    )  # nothing can be handed in offline

    with phone(playwright, tmp_path / "carrier", server.address, camera.path) as page:
        colleague = Engineer(page)
        colleague.signs_in("engineer02")
        page.goto("/sync")
        page.get_by_label("替同事交救援文件").set_input_files(file)
        colleague.sees("收到维护工程师01的")
    round_ = only_row(server, "round", plan_id=plan.id)
    assert len(rows(server, "answer", round_id=round_["id"], value="normal")) == 3

    with desk(playwright, tmp_path / "desk", server.address) as page:
        Supervisor(page).signs_in()
        page.goto("/attention")
        page.get_by_label("替同事交救援文件").set_input_files(file)
        expect(page.get_by_text("服务器都已有").first).to_be_visible(timeout=WAIT_MS)
        page.get_by_label("替同事交救援文件").set_input_files(Path(__file__))
        expect(page.get_by_text("这不是巡检通的救援文件").first).to_be_visible(timeout=WAIT_MS)

    lost.set_offline(False)  # it was not dead after all: the same work comes once more
    engineer.press("现在试一次")
    engineer.sees("没有要传的")
    becomes(server, "round", round_["id"], state="open")
    assert len(rows(server, "answer", round_id=round_["id"], value="normal")) == 3
    assert len(rows(server, "scan", round_id=round_["id"])) == 1
    lost.close()
