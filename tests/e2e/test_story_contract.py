"""From an empty server to a running contract, in the browser alone: people, equipment, labels, checklist, plan, round.

Nothing is brought in by the test but two files, as a customer sends them: a messy table and an XLSForm.
"""

import io
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Playwright
from pypdf import PdfReader

from server.clock import now
from tests.e2e.books import becomes, comes, only_row, rows, tag_text
from tests.e2e.browsers import desk, phone
from tests.e2e.engineer import Engineer
from tests.e2e.fake_camera import FakeCamera
from tests.e2e.founder import Founder
from tests.e2e.running_server import RunningServer, running_server
from tests.e2e.setup import Setup
from tests.e2e.supervisor import Supervisor
from tests.server.xlsforms.forms import workbook
from tests.support.messy_tables import messy_workbook

ROOM, CATEGORY, PLAN = "UPS间", "UPS", "季度检测"
WALKED = ("UPS-191", "UPS-197")  # the others of that room are put aside as spares
FORM = workbook(
    """
    type            | name    | label::中文(zh) | label::English(en) | constraint         | relevant         | required
    select_one ok   | panel   | 面板与告警正常  | No alarms          |                    |                  | yes
    decimal         | battery | 电池表面温度    | Battery            | . >= 5 and . <= 35 |                  | yes
    select_one mode | mode    | 运行方式        | Mode               |                    |                  | yes
    text            | why     | 为什么走旁路    | Why the bypass     |                    | ${mode}='bypass' |
    """,
    """
    list_name | name   | label::中文(zh) | label::English(en)
    ok        | ok     | 正常            | OK
    ok        | not_ok | 异常            | Not OK
    mode      | mains  | 市电            | Mains
    mode      | bypass | 旁路            | Bypass
    """,
    """
    form_title | form_id
    UPS 检测    | ups_check
    """,
)


@pytest.fixture
def empty_server(tmp_path: Path) -> Iterator[RunningServer]:
    with running_server(tmp_path / "data", demo=False) as running:
        yield running


def test_an_empty_server_runs_a_contract(
    playwright: Playwright, empty_server: RunningServer, camera: FakeCamera, tmp_path: Path
) -> None:
    server = empty_server
    table = messy_workbook(200)
    with (
        desk(playwright, tmp_path / "desk", server.address) as page,
        phone(playwright, tmp_path / "phone", server.address, camera.path) as his_page,
    ):
        founder, joining = Founder(page), Setup(his_page)
        founder.opens_the_server(server.setup_link, "王芳", "wang.fang")
        founder.begins_project("机房托管", "CG-2026", 甲方="市数字化中心")
        invited = founder.invites("维护工程师", "李四")
        founder.invites("甲方", "赵主任")
        joining.joins(invited, "li.si")
        founder.imports_assets(
            table.data,
        )
        comes(server, "asset", code="UPS-197")
        labels = founder.prints_labels_of("UPS-1")
        founder.sets_apart("UPS-1", "备件", but=WALKED)
        founder.reads_form(FORM)
        founder.plans_each_quarter(PLAN, **_due_today(server), room=ROOM, category=CATEGORY, person="李四")

        engineer = Engineer(his_page)
        engineer.starts(PLAN)
        _walks(engineer, server, camera)
        founder.goes_to("复核")
        supervisor = Supervisor(page, founder.taps)
        supervisor.reviews(PLAN)
        supervisor.approves()
        sealed = becomes(server, "round", only_row(server, "round")["id"], state="sealed")
    assets, tags, (form,) = (rows(server, kind) for kind in ("asset", "tag", "template"))
    print(
        f"contract: {len(founder.taps)} taps, {founder.letters} letters at the desk, "
        f"{len(joining.taps) + len(engineer.taps)} taps on the phone; {len(assets)} assets from a messy table, "
        f"{len(tags)} labels, {len(form['items'])} items from an XLSForm, {len(WALKED)} machines walked, approved"
    )
    assert (len(assets), len(tags), len(form["items"])) == (table.good, 17, 4)
    assert len(PdfReader(io.BytesIO(labels)).pages) == 1
    assert [row["reading"] for row in rows(server, "answer", check_key="battery")] == ["27.5"] * len(WALKED)
    assert {row["asset_id"] for row in rows(server, "scan")} == set(sealed["asset_ids"])


def _walks(engineer: Engineer, server: RunningServer, camera: FakeCamera) -> None:
    """Both machines scanned, read and judged, both people sign."""
    for k, code in enumerate(WALKED):
        camera.shows(tag_text(server, code))
        if k == 0:
            engineer.sees_door_checks(len(WALKED))
            engineer.enters()
        else:
            engineer.press("扫下一台")
        engineer.is_at_asset(code)
        engineer.answers_all_normal()
        engineer.press("下一处没填")
        engineer.reads("27.5")
        engineer.tap(engineer.page.get_by_role("radio", name="市电").first)
    engineer.press("完成本轮")
    engineer.signs()
    engineer.open("把手机交给甲方签字")
    engineer.tap(engineer.page.get_by_role("radio", name="其他"))  # who is invited and has not joined yet
    engineer.types("请写姓名", "赵主任")
    engineer.signs()
    engineer.press("确认无误")
    engineer.submits()
    engineer.sees("全部交到")


def _due_today(server: RunningServer) -> dict[str, int]:
    with server.app.app_context():
        today = now().astimezone(ZoneInfo("Asia/Shanghai"))
    return {"month": (today.month - 1) % 3 + 1, "day": today.day}
