"""The vendor answers by a link: a frozen case, no account, own clock (T9)."""

from collections.abc import Callable

from tests.server.links.conftest import Visitor, ticket_of
from tests.support.wire_phone import WirePhone

LinkFor = Callable[..., Visitor]


def test_the_case_is_frozen_when_the_link_is_made(engineer: WirePhone, link_for: LinkFor) -> None:
    visitor = link_for("vendor", question="风扇型号是什么？")
    engineer.does("comment_ticket", doc=ticket_of(engineer)["id"], args={"text": "内部：先别告诉原厂"}, after=[])
    page = visitor.opens().text
    assert "风扇型号是什么？" in page and "风扇异响" in page
    assert "内部" not in page


def test_the_answer_comes_back_onto_the_ticket(engineer: WirePhone, link_for: LinkFor) -> None:
    visitor = link_for("vendor", answer_hours=24)
    answer = visitor.sends(name="原厂工程师", text="换 A12 风扇")
    assert answer.status_code == 200 and "收到，谢谢您" in answer.text
    (said,) = [row for row in engineer.pull().sees("ticket_event") if row["name"] == "vendor_answered"]
    assert said["args"]["text"] == "换 A12 风扇"
    (asked,) = [row for row in engineer.sees("ticket_event") if row["name"] == "vendor_asked"]
    assert asked["args"]["due_at"] is not None


def test_the_same_answer_twice_is_one_and_another_is_a_second(engineer: WirePhone, link_for: LinkFor) -> None:
    visitor = link_for("vendor")
    for text in ("换风扇", "换风扇", "再换滤网"):
        assert visitor.sends(text=text).status_code == 200
    said = [row["args"]["text"] for row in engineer.pull().sees("ticket_event") if row["name"] == "vendor_answered"]
    assert sorted(said) == ["再换滤网", "换风扇"]


def test_an_english_link_speaks_english(engineer: WirePhone, link_for: LinkFor) -> None:
    page = link_for("vendor", language="en").opens().text
    assert 'lang="en"' in page and "Send the answer" in page
