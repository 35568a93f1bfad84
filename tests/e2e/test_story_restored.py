"""The server is lost and comes back as it was an hour of work ago: a phone and a desk browser give it that hour.

Prints the comparison (pytest -s). The cast of five, other orders and the known-bad variants are tests/server/restore/.
"""

from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Playwright, expect

from tests.e2e.books import becomes, comes, only_row, rows, tag_text
from tests.e2e.browsers import DESK, open_phone
from tests.e2e.engineer import PASSWORD, Engineer
from tests.e2e.fake_camera import FakeCamera
from tests.e2e.hand import WAIT_MS, Hand
from tests.e2e.plans import ask_for_round
from tests.e2e.running_server import RunningServer, restore, running_server
from tests.e2e.supervisor import Supervisor
from tests.server.restore.comparison import compare, state_of

ROUND, ASSET, READINGS = "一台巡检", "SRV-02", ("31", "44", "52", "22.5")

WIDE: dict[str, Any] = {"viewport": DESK, "device_scale_factor": 1, "is_mobile": False, "has_touch": False}


def test_a_phone_and_a_desk_browser_give_the_hour_back(
    playwright: Playwright, camera: FakeCamera, tmp_path: Path
) -> None:
    with running_server(tmp_path / "data") as server:
        plan = ask_for_round(server, ROUND, (ASSET,), ("engineer01",))
        phone = open_phone(playwright, tmp_path / "phone", server.address, camera.path)
        desk = open_phone(playwright, tmp_path / "desk", server.address, None, **WIDE)
        engineer, supervisor = Engineer(phone.pages[0]), Supervisor(desk.pages[0])
        engineer.signs_in()
        supervisor.signs_in()
        server.backs_up(tmp_path / "backups")
        sealed = _the_hour(engineer, supervisor, server, camera, plan.id)
        before = state_of(server.app)

    restore(tmp_path / "restored", tmp_path / "backups")
    with running_server(tmp_path / "restored", server.port) as restored:
        assert rows(restored, "seal", round_id=sealed["round_id"]) == []
        for context, name in ((phone, "engineer01"), (desk, "manager01")):
            _signs_in_again(context, name)
        round_ = comes(restored, "round", plan_id=plan.id, state="sealed")
        assert only_row(restored, "seal", round_id=round_["id"])["hash"] == sealed["hash"]
        for hand in (engineer, supervisor):
            _is_through(hand)
        said = compare(before, state_of(restored.app))
        print(f"\n{said}")
        assert said.wrong == []
        assert said.turned_out_differently == 0
    phone.close()
    desk.close()


def _the_hour(
    engineer: Engineer, supervisor: Supervisor, server: RunningServer, camera: FakeCamera, plan_id: str
) -> dict[str, Any]:
    """A round is walked, signed and handed over, and sealed at the desk; gives the seal."""
    camera.shows(tag_text(server, ASSET))
    engineer.starts(ROUND)
    engineer.enters()
    engineer.is_at_asset(ASSET)
    engineer.answers_all_normal()
    engineer.press("下一处没填")
    for figure in READINGS:
        engineer.reads(figure)
    engineer.press("完成本轮")
    engineer.press("2 项都正常")
    engineer.signs_both()
    engineer.submits()
    engineer.sees("全部交到")
    round_ = only_row(server, "round", plan_id=plan_id)
    supervisor.reviews(ROUND)
    supervisor.approves()
    becomes(server, "round", round_["id"], state="sealed")
    return only_row(server, "seal", round_id=round_["id"])


def _signs_in_again(context: BrowserContext, name: str) -> None:
    """A restored server knows nobody's session any more; the work on this device waits and goes on afterwards."""
    page = context.pages[0]
    page.goto("/sign-in?again")
    page.get_by_label("登录名").fill(name)
    page.get_by_label("密码", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="登录", exact=True).click()
    expect(page.get_by_label("密码", exact=True)).to_have_count(0, timeout=WAIT_MS)


def _is_through(hand: Hand) -> None:
    hand.page.goto("/sync")
    hand.sees("没有要传的")
