"""Working on a ticket: what people do there names events that a rule made, and is applied at once."""

from tests.server.sync.conftest import PhoneOf
from tests.support import walk
from tests.support.on_ticket import ABNORMAL, does_on_ticket


def test_a_comment_by_who_has_seen_the_raising_is_applied(phone_of: PhoneOf) -> None:
    engineer, supervisor = phone_of("engineer"), phone_of("supervisor")
    walk.walk(engineer, **ABNORMAL)
    assert does_on_ticket(supervisor, "comment_ticket", text="等备件")["outcome"] == "applied"


def test_a_repair_after_the_confirmation_closes_the_ticket_and_reopening_revives_it(phone_of: PhoneOf) -> None:
    engineer, supervisor = phone_of("engineer"), phone_of("supervisor")
    walk.walk(engineer, **ABNORMAL)
    assert walk.approve(supervisor)["outcome"] == "applied"
    (finding,) = supervisor.pull().sees("finding")
    repair = {"findings": [finding["id"]], "solution": "换风扇", "how": "fixed"}
    assert does_on_ticket(engineer, "resolve_ticket", **repair)["outcome"] == "applied"
    assert engineer.pull().sees("ticket")[0]["state"] == "resolved"
    assert does_on_ticket(supervisor, "reopen_ticket", reason="又响了")["outcome"] == "applied"
    assert supervisor.pull().sees("ticket")[0]["state"] == "confirmed"


def test_an_event_that_nobody_has_made_is_waited_for(phone_of: PhoneOf) -> None:
    engineer = phone_of("engineer")
    walk.walk(engineer, **ABNORMAL)
    (ticket,) = engineer.pull().sees("ticket")
    unknown = "0193a000-0000-7000-8000-000000000000"
    answer = engineer.does("comment_ticket", doc=ticket["id"], args={"text": "x"}, after=[unknown])
    assert (answer["outcome"], answer["for"]) == ("waiting", [unknown])
