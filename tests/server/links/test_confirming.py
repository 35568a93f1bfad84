"""The client confirms by a link, with a code and without an account (T6)."""

from collections.abc import Callable

from flask import Flask

from server.sync.wire import PROTOCOL
from tests.server.links.conftest import SOLUTION, Visitor, resolve, seen, ticket_of
from tests.server.sync.conftest import PhoneOf
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone

LinkFor = Callable[..., Visitor]


def test_the_page_tells_in_plain_words_what_was_done(engineer: WirePhone, link_for: LinkFor) -> None:
    resolve(engineer)
    page = link_for("confirm").opens()
    assert page.status_code == 200
    assert all(words in page.text for words in ("请确认处理结果", SOLUTION, "已解决，同意关闭"))
    assert ticket_of(engineer)["number"] not in page.text
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"


def test_a_ticket_that_is_not_solved_asks_nobody_to_confirm(engineer: WirePhone) -> None:
    asked = {"purpose": "confirm", "recipient": "甲方", "language": "zh-CN", "days": 7}
    made = engineer.does("make_link", doc=ticket_of(engineer)["id"], args=asked, seen=seen(engineer))
    assert (made["outcome"], made["reason"]) == ("parked", "not_resolved_yet")


def test_the_client_s_word_closes_the_ticket(engineer: WirePhone, link_for: LinkFor) -> None:
    resolve(engineer)
    visitor = link_for("confirm")
    answer = visitor.sends(answer="confirm", rating="5", text="很快")
    assert answer.status_code == 200 and "已确认，谢谢您" in answer.text
    ticket = ticket_of(engineer)
    assert (ticket["state"], ticket["confirmation"]) == ("closed", "confirmed")
    (said,) = [row for row in engineer.sees("ticket_event") if row["name"] == "client_confirmed"]
    assert (said["args"]["name"], said["args"]["rating"], said["args"]["by_kind"]) == ("甲方值班员", 5, "link")
    assert said["by"] is None


def test_a_refusal_opens_it_again_with_its_reason(engineer: WirePhone, link_for: LinkFor) -> None:
    resolve(engineer)
    answer = link_for("confirm").sends(answer="refuse", text="还是响")
    assert "收到，我们接着处理" in answer.text
    assert ticket_of(engineer)["is_open"]
    (said,) = [row for row in engineer.sees("ticket_event") if row["name"] == "client_refused"]
    assert said["args"]["reason"] == "还是响"


def test_a_link_confirms_once(engineer: WirePhone, link_for: LinkFor) -> None:
    resolve(engineer)
    visitor = link_for("confirm")
    visitor.sends(answer="confirm")
    again = visitor.sends(answer="refuse", text="不")
    assert again.status_code == 410 and "这个链接已经用过了" in again.text
    assert visitor.opens().status_code == 410
    assert ticket_of(engineer)["state"] == "closed"


def test_a_wrong_code_changes_nothing_and_gets_slower(engineer: WirePhone, link_for: LinkFor, clock: FakeClock) -> None:
    resolve(engineer)
    visitor = link_for("confirm")
    wrong = "000000" if visitor.code != "000000" else "111111"
    for _ in range(5):
        answer = visitor.sends(answer="confirm", code=wrong)
        assert answer.status_code == 422 and "验证码不对" in answer.text
    assert visitor.sends(answer="confirm", code=wrong).status_code == 429
    assert ticket_of(engineer)["state"] == "resolved"
    clock.advance(minutes=16)
    assert visitor.sends(answer="confirm").status_code == 200


def test_what_was_typed_survives_a_wrong_code(engineer: WirePhone, link_for: LinkFor) -> None:
    resolve(engineer)
    page = link_for("confirm").sends(answer="refuse", text="风扇还在响 <b>", code="nothing").text
    assert "风扇还在响 &lt;b&gt;" in page and 'value="甲方值班员"' in page


def test_a_form_without_its_parts_is_told_what_is_missing(engineer: WirePhone, link_for: LinkFor) -> None:
    resolve(engineer)
    visitor = link_for("confirm")
    for form, said in (
        ({"name": ""}, "请写您的姓名"),
        ({}, "请选“已解决”或“没有解决”"),
        ({"answer": "refuse"}, "请写哪里还有问题"),
        ({"answer": "confirm", "text": "长" * 2_001}, "2000 字以内"),
    ):
        answer = visitor.sends(**form)
        assert answer.status_code == 422 and said in answer.text
    assert ticket_of(engineer)["state"] == "resolved"


def test_a_link_expires_and_can_be_revoked(engineer: WirePhone, link_for: LinkFor, clock: FakeClock) -> None:
    resolve(engineer)
    late, taken_back = link_for("confirm", days=1), link_for("confirm", days=30)
    (link,) = [row["args"]["link"] for row in engineer.pull().sees("ticket_event") if row["args"].get("until")][-1:]
    reason = {"link_id": link, "reason": "发错人了"}
    made = engineer.does("revoke_link", doc=ticket_of(engineer)["id"], args=reason, seen=seen(engineer))
    assert made["outcome"] == "applied", made
    clock.advance(days=2)
    pages = [visitor.opens() for visitor in (late, taken_back)]
    assert [page.status_code for page in pages] == [410, 410]
    assert {"这个链接已过期", "这个链接已收回"} == {
        words for page in pages for words in ("这个链接已过期", "这个链接已收回") if words in page.text
    }
    assert all(SOLUTION not in page.text for page in pages)


def test_a_guessed_address_is_nothing(app: Flask) -> None:
    for token in ("x", "A" * 43, "../../etc", "%00"):
        assert app.test_client().get(f"/l/{token}").status_code == 404


def test_address_and_code_are_told_again_to_staff_alone(
    engineer: WirePhone, link_for: LinkFor, phone_of: PhoneOf
) -> None:
    resolve(engineer)
    visitor = link_for("confirm")
    path = f"/api/tickets/{ticket_of(engineer)['id']}/links"
    told = engineer.client.get(path).get_json()
    assert told["protocol"] == PROTOCOL
    (shown,) = told["links"]
    assert shown["address"].endswith(visitor.path) and shown["code"] == visitor.code
    assert phone_of("client").client.get(path).status_code == 404
