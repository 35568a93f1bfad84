"""One ticket, three people who have not heard of each other: an engineer offline, the desk, another engineer.

What each did is kept and shown to all of them; nobody's word is lost, and nothing happens twice.
"""

from collections import Counter
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright

from server.demo.people import BY_SIGN_IN
from tests.e2e.books import becomes, only_row, rows, tag_text
from tests.e2e.browsers import desk, open_phone
from tests.e2e.fake_camera import FakeCamera
from tests.e2e.repairer import Repairer
from tests.e2e.running_server import RunningServer
from tests.e2e.supervisor import Supervisor

TITLE, ASSET = "核心交换机上联口丢包", "SW-01"
CAUSE, SOLUTION, COMMENT = "上联光模块衰减过大", "换上备用光模块，丢包消失", "备用光模块在 B 机房柜顶"
HIS, HERS = BY_SIGN_IN["engineer03"], BY_SIGN_IN["engineer02"]


def test_what_three_people_did_at_once_is_all_there(
    playwright: Playwright, server: RunningServer, camera: FakeCamera, tmp_path: Path
) -> None:
    ticket = only_row(server, "ticket", title_zh=TITLE)
    camera.shows(tag_text(server, ASSET))
    phone = open_phone(playwright, tmp_path / "phone", server.address, camera.path)
    other = open_phone(playwright, tmp_path / "other", server.address)
    engineer, colleague = Repairer(phone.pages[0]), Repairer(other.pages[0])
    with desk(playwright, tmp_path / "desk", server.address) as page:
        supervisor = Supervisor(page)
        supervisor.signs_in()
        engineer.signs_in("engineer03")
        engineer.waits_for_offline_readiness()
        colleague.signs_in("engineer02")
        _opens(engineer, ticket)
        phone.set_offline(True)

        _opens(supervisor, ticket)
        supervisor.press("派人")
        supervisor.tap(page.get_by_role("checkbox", name=HERS.name_zh))
        supervisor.press("派给选中的")
        becomes(server, "ticket", ticket["id"], assignee_ids=sorted([HIS.id, HERS.id]))
        _opens(colleague, ticket)
        colleague.types("留言", COMMENT)
        colleague.press("记下")
        engineer.arrives()
        engineer.diagnoses(CAUSE, "普通")
        engineer.has_fixed_it(SOLUTION)

        phone.set_offline(False)
        resolved = becomes(server, "ticket", ticket["id"], state="resolved")
        for hand in (engineer, supervisor, colleague):
            _opens(hand, ticket)
            for words in (CAUSE, SOLUTION, COMMENT, HERS.name_zh):
                hand.sees(words)
    done = Counter(row["name"] for row in rows(server, "ticket_event", ticket_id=ticket["id"]))
    assert {name: done[name] for name in ("arrived", "diagnosed", "resolved", "commented", "assigned")} == {
        "arrived": 1, "diagnosed": 1, "resolved": 1, "commented": 1, "assigned": 2,
    }  # fmt: skip
    assert set(resolved["assignee_ids"]) == {HIS.id, HERS.id}
    print(f"desk and engineer: {sum(done.values())} events, each once, shown to all three; handled by both")
    phone.close()
    other.close()


def _opens(hand: Supervisor | Repairer, ticket: dict[str, Any]) -> None:
    hand.page.goto(f"/tickets/{ticket['id']}")
    hand.sees(TITLE)
