"""The vendor's answer is waited for until it comes, by whichever way it comes."""

from typing import Any

from server.rules.vendor_clock import awaited_answers

DUE = "2026-11-23T07:00:00.000Z"


def event(event_id: str, name: str, minute: int, **args: Any) -> dict[str, Any]:
    return {"id": event_id, "name": name, "args": args, "received_at": f"2026-11-22T07:{minute:02}:00.000Z"}


ASKED = event("a", "vendor_asked", 0, link="l", due_at=DUE)


def test_a_question_waits_until_its_own_link_answers() -> None:
    assert awaited_answers([ASKED]) == [{"key": "vendor/a", "asked": "a", "due_at": DUE}]
    assert awaited_answers([event("b", "vendor_answered", 5, link="l"), ASKED]) == []
    assert awaited_answers([ASKED, event("b", "vendor_answered", 5, link="another")]) != []


def test_what_the_staff_wrote_down_answers_all_that_was_asked_before_it() -> None:
    later = event("c", "vendor_asked", 9, link="m", due_at=DUE)
    told = event("b", "vendor_answered", 5, link=None)
    assert [wait["asked"] for wait in awaited_answers([ASKED, told, later])] == ["c"]


def test_a_revoked_link_and_a_question_without_a_deadline_are_not_waited_for() -> None:
    assert awaited_answers([ASKED, event("b", "link_revoked", 5, link="l")]) == []
    assert awaited_answers([event("a", "vendor_asked", 0, link="l", due_at=None)]) == []
