"""Handling in the field: every step is an event, in any order; who accepts is among those who handle it."""

from typing import Any

import pytest

from tests.rights.stage import code_of
from tests.server.sync.conftest import PhoneOf
from tests.support.on_ticket import does_on_ticket, event_on, raise_by_round, ticket_on
from tests.support.world import new_id

WAY: list[tuple[str, dict[str, Any], str]] = [
    ("accept_ticket", {}, "accepted"),
    ("set_out", {}, "on_way"),
    ("arrive_at_ticket", {"scan": {"code": None, "method": "unreadable"}}, "arrived"),
    ("diagnose_ticket", {"cause": "风扇轴承磨损", "complexity": "complex"}, "diagnosed"),
]


def test_the_way_to_the_diagnosis_step_by_step(phone_of: PhoneOf) -> None:
    engineer = phone_of("engineer")
    raise_by_round(engineer)
    assert ticket_on(engineer)["step"] == "waiting"
    for name, args, step in WAY:
        assert does_on_ticket(engineer, name, **args)["outcome"] == "applied"
        assert ticket_on(engineer)["step"] == step
    assert ticket_on(engineer)["complexity"] == "complex"


def test_who_accepts_is_among_those_who_handle_it_and_leaves_by_handing_over(phone_of: PhoneOf) -> None:
    engineer = phone_of("engineer")
    people = engineer.world.people
    raise_by_round(engineer)
    does_on_ticket(engineer, "accept_ticket")
    assert ticket_on(engineer)["assignee_ids"] == [people["engineer"]]
    handed = {"tried": "换过保险丝", "to_person_id": people["colleague"]}
    assert does_on_ticket(engineer, "hand_over_ticket", **handed)["outcome"] == "applied"
    ticket = ticket_on(engineer)
    assert (ticket["assignee_ids"], ticket["step"]) == ([people["colleague"]], "waiting")
    told = event_on(engineer, "handed_over")["args"]
    assert (told["from"], told["to"]) == ([people["engineer"]], [people["colleague"]])


def test_handed_over_to_nobody_it_is_nobodys(phone_of: PhoneOf) -> None:
    engineer = phone_of("engineer")
    raise_by_round(engineer)
    does_on_ticket(engineer, "accept_ticket")
    does_on_ticket(engineer, "hand_over_ticket", tried="重启过")
    assert ticket_on(engineer)["assignee_ids"] == []


def test_handing_over_to_a_stranger_is_parked(phone_of: PhoneOf) -> None:
    engineer = phone_of("engineer")
    raise_by_round(engineer)
    stranger = engineer.world.people["outsider"]
    answer = does_on_ticket(engineer, "hand_over_ticket", tried="x", to_person_id=stranger)
    assert (answer["outcome"], answer["reason"]) == ("parked", "unknown_reference")


def test_a_press_taken_back_leaves_the_step_and_the_handlers_as_they_were(phone_of: PhoneOf) -> None:
    engineer = phone_of("engineer")
    raise_by_round(engineer)
    accepted = does_on_ticket(engineer, "accept_ticket")
    assert does_on_ticket(engineer, "take_back", event=accepted["op"], reason="按错了")["outcome"] == "applied"
    ticket = ticket_on(engineer)
    assert (ticket["step"], ticket["assignee_ids"]) == ("waiting", [])
    assert {"accepted", "taken_back"} <= {event["name"] for event in engineer.sees("ticket_event")}


def test_what_a_rule_found_cannot_be_taken_back(phone_of: PhoneOf) -> None:
    engineer = phone_of("engineer")
    raise_by_round(engineer)
    raised = event_on(engineer, "raised")
    answer = does_on_ticket(engineer, "take_back", event=raised["id"], reason="x")
    assert (answer["outcome"], answer["reason"]) == ("parked", "cannot_take_back")


def test_escalated_by_hand_the_tier_rises_and_goes_back_when_taken_back(phone_of: PhoneOf) -> None:
    engineer = phone_of("engineer")
    raise_by_round(engineer)
    up = does_on_ticket(engineer, "escalate_ticket", to_tier=3, tried="换板卡无效", reason="要专家会诊")
    assert ticket_on(engineer)["tier"] == 3
    assert event_on(engineer, "escalated")["args"]["from_tier"] == 1
    does_on_ticket(engineer, "take_back", event=up["op"], reason="按错了")
    assert ticket_on(engineer)["tier"] == 1


@pytest.mark.parametrize("name", ["accept_ticket", "set_out", "arrive_at_ticket", "diagnose_ticket", "continue_ticket"])
def test_a_step_on_a_closed_ticket_is_taken_and_flagged(phone_of: PhoneOf, name: str) -> None:
    engineer = phone_of("engineer")
    raise_by_round(engineer)
    (finding,) = engineer.sees("finding")
    does_on_ticket(engineer, "resolve_ticket", findings=[finding["id"]], solution="换风扇", how="fixed")
    step = does_on_ticket(engineer, name)
    assert step["outcome"] == "applied"
    told = next(event for event in engineer.pull().sees("ticket_event") if event["id"] == step["op"])
    assert "already_closed" in told["flags"]
    assert ticket_on(engineer)["state"] == "resolved"


def test_two_people_closing_at_once_are_both_kept_and_the_second_is_flagged(phone_of: PhoneOf) -> None:
    engineer, colleague = phone_of("engineer"), phone_of("colleague")
    ticket = raise_by_round(engineer)
    (finding,) = engineer.sees("finding")
    (raised,) = engineer.sees("ticket_event")
    repair = {"findings": [finding["id"]], "solution": "换风扇", "how": "fixed"}
    for phone in (engineer, colleague):
        assert phone.does("resolve_ticket", doc=ticket, args=repair, after=[raised["id"]])["outcome"] == "applied"
    events = [event for event in engineer.pull().sees("ticket_event") if event["name"] == "resolved"]
    assert sorted("already_closed" in event["flags"] for event in events) == [False, True]
    assert ticket_on(engineer)["state"] == "resolved"


def test_the_scan_of_another_assets_tag_proves_no_arrival(phone_of: PhoneOf) -> None:
    engineer, supervisor = phone_of("engineer"), phone_of("supervisor")
    raise_by_round(engineer)
    world = engineer.world
    proofs = []
    for asset, body in ((world.recorder, "7K3M2Q"), (world.ups, "ABCDEF")):
        code = code_of(body)
        tag = {"asset_id": asset, "code": code, "check": "ABCDEFGHIJKLMNOP"}
        assert supervisor.does("issue_tag", doc=new_id(), args=tag, seen={})["outcome"] == "applied"
        scan = {"code": code, "method": "camera", "raw": code}
        arrived = does_on_ticket(engineer, "arrive_at_ticket", scan=scan)
        told = next(event for event in engineer.pull().sees("ticket_event") if event["id"] == arrived["op"])
        proofs.append(told["args"]["proven"])
    assert proofs == [False, True]


def test_withdrawn_by_the_desk_and_brought_back(phone_of: PhoneOf) -> None:
    engineer, desk = phone_of("engineer"), phone_of("desk")
    raise_by_round(engineer)
    assert does_on_ticket(desk, "withdraw_ticket", reason="重复登记")["outcome"] == "applied"
    assert ticket_on(engineer)["state"] == "withdrawn"
    assert does_on_ticket(desk, "reopen_ticket", reason="不是重复")["outcome"] == "applied"
    assert ticket_on(engineer)["state"] == "raised"


def test_what_is_left_over_becomes_a_problem(phone_of: PhoneOf) -> None:
    engineer = phone_of("engineer")
    ticket = raise_by_round(engineer)
    assert does_on_ticket(engineer, "raise_problem", title="电池组老化", text="建议明年更换")["outcome"] == "applied"
    (problem,) = engineer.pull().sees("problem")
    assert (problem["ticket_id"], problem["state"], problem["title"]) == (ticket, "open", "电池组老化")
    assert problem["asset_id"] == engineer.world.ups


def test_a_grade_told_with_its_reason_is_an_event_that_says_what_stands(phone_of: PhoneOf) -> None:
    engineer, desk = phone_of("engineer"), phone_of("desk")
    ticket = raise_by_round(engineer)
    desk.pull()
    was: dict[str, list[str]] = {"severity": [], "complexity": [], "severity_reason": []}
    values = {"severity": 1, "complexity": "complex", "severity_reason": "影响全市视频"}
    desk.does("grade_ticket", edits=[{"doc": ticket, "type": "ticket", "set": values, "was": was}])
    seen = ticket_on(engineer)
    assert (seen["severity"], seen["complexity"], seen["severity_reason"]) == (1, "complex", "影响全市视频")
    told = event_on(engineer, "graded")["args"]
    assert (told["severity"], told["complexity"], told["reason"]) == (1, "complex", "影响全市视频")
