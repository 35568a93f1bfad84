"""From an empty server to people at work, in the browser: the link that it prints, a project, an engineer who joins."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from tests.e2e.books import rows
from tests.e2e.browsers import desk, phone
from tests.e2e.hand import WAIT_MS
from tests.e2e.running_server import RunningServer, running_server
from tests.e2e.setup import Setup


@pytest.fixture
def empty_server(tmp_path: Path) -> Iterator[RunningServer]:
    with running_server(tmp_path / "data", demo=False) as running:
        yield running


def test_an_empty_server_gets_a_project_and_an_engineer(
    playwright: Playwright, empty_server: RunningServer, tmp_path: Path
) -> None:
    server = empty_server
    with (
        desk(playwright, tmp_path / "desk", server.address) as page,
        phone(playwright, tmp_path / "phone", server.address) as his_page,
    ):
        chief, engineer = Setup(page), Setup(his_page)
        chief.opens_the_server(server.setup_link, "王芳", "wang.fang")
        chief.begins_project("机房托管", "CG-2021")
        engineer.joins(chief.invites("维护工程师", "李四"), "li.si")
        page.reload()
        expect(page.get_by_role("link", name="李四")).to_be_visible(timeout=WAIT_MS)
        his_page.goto(server.setup_link)
        engineer.sees("已经设置好了")
        for who, hand in (("set-up", chief), ("joining", engineer)):
            print(f"{who}: {len(hand.taps)} taps, {hand.letters} letters")
    members = {row["display_name_zh"]: row["roles"] for row in rows(server, "member")}
    assert members == {"王芳": ["supervisor"], "李四": ["engineer"]}
