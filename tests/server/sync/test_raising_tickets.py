"""Tickets that no round raised: their number, moments, clocks, and what the client sees of them."""

from typing import Any

from tests.rights.stage import code_of
from tests.server.sync.conftest import PhoneOf
from tests.support.on_ticket import does_on_ticket, event_on, ticket_on
from tests.support.wire_phone import WirePhone
from tests.support.world import new_id


def raises(phone: WirePhone, source: str = "call", **args: Any) -> dict[str, Any]:
    given = {"project_id": phone.world.project, "source": source, "title": "视频打不开", "severity": 2, **args}
    return phone.does("raise_ticket", doc=new_id(), args=given, after=[])


def clocks(ticket: dict[str, Any]) -> dict[str, str]:
    return {clock["key"]: clock["state"] for clock in ticket["clocks"]}


def test_a_call_becomes_a_ticket_with_a_number_and_running_clocks(phone_of: PhoneOf) -> None:
    desk = phone_of("desk")
    assert raises(desk, asset_id=desk.world.ups, kind="power", reporter_name="王工")["outcome"] == "applied"
    ticket = ticket_on(desk)
    assert (ticket["number"], ticket["state"], ticket["source"], ticket["kind"]) == (
        "GD-0001",
        "raised",
        "call",
        "power",
    )
    states = clocks(ticket)
    assert (states["first_answer"], states["phone_response"]) == ("met", "met")  # the desk was speaking to the caller
    assert (states["dispatch"], states["arrival"], states["diagnosis"]) == ("running", "running", "waiting")
    assert ticket["next_due_at"] == min(c["due_at"] for c in ticket["clocks"] if c["state"] == "running")


def test_a_letter_is_not_answered_by_being_registered(phone_of: PhoneOf) -> None:
    desk = phone_of("desk")
    raises(desk, "letter")
    assert clocks(ticket_on(desk))["first_answer"] == "running"
    does_on_ticket(desk, "answer_reporter", how="phone", text="已安排")
    assert clocks(ticket_on(desk))["first_answer"] == "met"


def test_what_an_engineer_raised_offline_counts_from_its_receipt_and_says_when_it_was_found(phone_of: PhoneOf) -> None:
    engineer = phone_of("engineer")
    args = {"project_id": engineer.world.project, "source": "engineer", "title": "光缆被挖断", "severity": 1}
    made = engineer.make("raise_ticket", doc=new_id(), args=args, after=[])
    engineer.clock.advance(hours=3)
    assert engineer.push(made)["results"][0]["outcome"] == "applied"
    ticket = ticket_on(engineer)
    assert ticket["found_at"] < ticket["opened_at"]
    dispatch = next(clock for clock in ticket["clocks"] if clock["key"] == "dispatch")
    assert dispatch["started_at"] == ticket["opened_at"]


def test_found_later_than_received_is_found_when_it_was_received(phone_of: PhoneOf) -> None:
    desk = phone_of("desk")
    raises(desk, found_at="2031-01-01T00:00:00Z")
    ticket = ticket_on(desk)
    assert ticket["found_at"] == ticket["opened_at"]


def test_the_same_ticket_is_not_raised_twice(phone_of: PhoneOf) -> None:
    desk, colleague = phone_of("desk"), phone_of("engineer")
    doc = new_id()
    args = {"project_id": desk.world.project, "source": "call", "title": "x"}
    assert desk.does("raise_ticket", doc=doc, args=args, after=[])["outcome"] == "applied"
    again = colleague.does("raise_ticket", doc=doc, args=args, after=[])
    assert (again["outcome"], again["reason"]) == ("parked", "id_not_fresh")


def test_an_asset_of_another_project_is_parked(phone_of: PhoneOf) -> None:
    desk = phone_of("desk")
    answer = raises(desk, asset_id=desk.world.foreign_asset)
    assert (answer["outcome"], answer["reason"]) == ("parked", "unknown_reference")


def test_raised_and_assigned_in_one_push(phone_of: PhoneOf) -> None:
    desk = phone_of("desk")
    doc, engineer = new_id(), desk.world.people["engineer"]
    args = {"project_id": desk.world.project, "source": "call", "title": "x", "severity": 2}
    made = desk.make("raise_ticket", doc=doc, args=args, after=[])
    assigned = desk.make("assign_ticket", doc=doc, args={"assignee_ids": [engineer]}, seen={doc: []})
    assert [one["outcome"] for one in desk.push(made, assigned)["results"]] == ["applied", "applied"]
    ticket = ticket_on(desk)
    assert (ticket["assignee_ids"], clocks(ticket)["dispatch"]) == ([engineer], "met")


def test_a_client_reports_a_fault_and_follows_it_in_their_own_stream_only(phone_of: PhoneOf) -> None:
    client, engineer = phone_of("client"), phone_of("engineer")
    supervisor = phone_of("supervisor")
    code = code_of("ABCDEF")
    tag = {"asset_id": client.world.ups, "code": code, "check": "ABCDEFGHIJKLMNOP"}
    assert supervisor.does("issue_tag", doc=new_id(), args=tag, seen={})["outcome"] == "applied"
    report = {"project_id": client.world.project, "title": "大屏黑了", "code": code, "reporter_phone": "138****0000"}
    assert client.does("report_fault", doc=new_id(), args=report, after=[])["outcome"] == "applied"
    (shown,) = client.pull().sees("client_ticket")
    assert (shown["number"], shown["state"], shown["step"], shown["title_zh"]) == (
        "GD-0001",
        "raised",
        "waiting",
        "大屏黑了",
    )
    assert not client.sees("ticket") and not client.sees("ticket_event")
    assert ticket_on(engineer)["asset_id"] == client.world.ups
    (registered,) = engineer.sees("contact")
    assert (registered["channel"], registered["text"], registered["caller_phone"]) == ("app", "大屏黑了", "138****0000")
    assert registered["ticket_id"] == ticket_on(engineer)["id"]
    assert clocks(ticket_on(engineer))["first_answer"] == "running"
    does_on_ticket(engineer, "resolve_ticket", findings=[], solution="换了电源", how="fixed")
    (shown,) = client.pull().sees("client_ticket")
    assert (shown["state"], shown["result"], shown["due_at"]) == ("resolved", "换了电源", None)


def test_a_further_call_joins_the_timeline(phone_of: PhoneOf) -> None:
    desk = phone_of("desk")
    raises(desk)
    assert does_on_ticket(desk, "report_again", text="还是黑的", caller_name="李工")["outcome"] == "applied"
    assert event_on(desk, "reported_again")["args"]["caller_name"] == "李工"
    assert len(desk.sees("ticket")) == 1


def test_there_before_anybody_was_sent_is_taken_flagged_and_counts(phone_of: PhoneOf) -> None:
    desk, engineer = phone_of("desk"), phone_of("engineer")
    raises(desk)
    does_on_ticket(engineer, "arrive_at_ticket")
    states = clocks(ticket_on(engineer))
    assert (states["dispatch"], states["arrival"], states["on_site"]) == ("met", "met", "met")
    assert event_on(engineer, "arrived")["flags"] == ["arrived_before_dispatch"]


def test_a_workaround_meets_the_solution_and_not_the_repair(phone_of: PhoneOf) -> None:
    desk, engineer = phone_of("desk"), phone_of("engineer")
    raises(desk)
    does_on_ticket(engineer, "diagnose_ticket", cause="电源模块坏")
    does_on_ticket(engineer, "resolve_ticket", findings=[], solution="临时电源", how="workaround")
    states = clocks(ticket_on(engineer))
    assert (states["solution"], states["repair"]) == ("met", "running")
