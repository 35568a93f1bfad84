"""A round from its first scan to the seal, as the server's books see it."""

from flask import Flask

from tests.server.sync.conftest import PhoneOf
from tests.support import walk
from tests.support.world import World

ABNORMAL = {"value": "abnormal", "severity": 3, "seen": "风扇异响"}


def test_an_all_normal_round_is_sealed_and_reaches_the_client(phone_of: PhoneOf, world: World) -> None:
    engineer, supervisor, client = phone_of("engineer"), phone_of("supervisor"), phone_of("client")
    walk.walk(engineer)
    assert walk.round_of(supervisor)["state"] == "submitted"
    assert walk.approve(supervisor)["outcome"] == "applied"
    sealed = walk.round_of(engineer)
    assert sealed["state"] == "sealed"
    (report,) = client.pull().sees("client_report")
    assert report["seal_hash"] == sealed["seal_hash"]
    assert report["counts"] == {
        "assets": 2,
        "items": 4,
        "normal": 4,
        "abnormal": 0,
        "not_applicable": 0,
        "unmeasured": 0,
    }


def test_an_abnormal_item_raises_one_ticket_at_submit_and_approval_confirms_it(phone_of: PhoneOf, world: World) -> None:
    engineer, supervisor = phone_of("engineer"), phone_of("supervisor")
    walk.walk(engineer, **ABNORMAL)
    (ticket,) = supervisor.pull().sees("ticket")
    assert (ticket["number"], ticket["state"], ticket["severity"]) == ("GD-0001", "raised", 3)
    assert walk.approve(supervisor)["outcome"] == "applied"
    assert supervisor.pull().sees("ticket")[0]["state"] == "confirmed"
    assert sorted(event["name"] for event in supervisor.sees("ticket_event")) == ["confirmed", "raised"]


def test_a_finding_carries_what_the_form_row_says_and_follows_its_answer(phone_of: PhoneOf, world: World) -> None:
    """指示 and 实际 for the desk, which reads the ticket and not the round's answers."""
    engineer, supervisor = phone_of("engineer"), phone_of("supervisor")
    walk.walk(engineer, **ABNORMAL, indication="面板无告警", actual="每 10 秒一次")
    (finding,) = supervisor.pull().sees("finding")
    assert (finding["text"], finding["indication"], finding["actual"]) == ("风扇异响", "面板无告警", "每 10 秒一次")
    engineer.answers(world.ups, "fan", actual="每 5 秒一次")
    (finding,) = supervisor.pull().sees("finding")
    assert (finding["indication"], finding["actual"]) == ("面板无告警", "每 5 秒一次")


def test_a_draft_of_severity_two_raises_its_ticket_at_once(phone_of: PhoneOf, world: World) -> None:
    engineer = phone_of("engineer")
    walk.open_round(engineer)
    engineer.answers(world.ups, "fan", value="abnormal", severity=2)
    assert engineer.pull().sees("ticket")[0]["state"] == "raised"


def test_a_finding_corrected_to_normal_withdraws_its_ticket(phone_of: PhoneOf, world: World) -> None:
    engineer = phone_of("engineer")
    walk.walk(engineer, **ABNORMAL)
    engineer.answers(world.ups, "fan", value="normal")
    (ticket,) = engineer.pull().sees("ticket")
    assert (ticket["state"], ticket["is_open"]) == ("withdrawn", False)


def test_approval_waits_for_missing_items_photos_and_signatures(app: Flask, phone_of: PhoneOf, world: World) -> None:
    engineer, supervisor = phone_of("engineer"), phone_of("supervisor")
    walk.open_round(engineer)
    walk.submit(engineer)
    assert walk.round_of(engineer)["incomplete"] != []
    assert walk.approve(supervisor)["reason"] == "round_incomplete"
    walk.answer_all(engineer.pull())
    walk.take_photo(engineer)
    assert walk.approve(supervisor)["reason"] == "photos_missing"
    walk.verify_photos(app, engineer)
    assert walk.approve(supervisor)["reason"] == "signature_missing"
    walk.sign(engineer, "engineer")
    walk.sign(engineer, "client")
    assert walk.approve(supervisor)["outcome"] == "applied"


def test_a_changed_finding_needs_both_signatures_again(phone_of: PhoneOf, world: World) -> None:
    engineer, supervisor = phone_of("engineer"), phone_of("supervisor")
    walk.walk(engineer)
    engineer.answers(world.ups, "fan", value="abnormal", severity=3)
    assert walk.approve(supervisor)["reason"] == "signature_missing"
    engineer.pull().answers(world.ups, "fan", remark="一句备注")
    for party in ("engineer", "client"):
        walk.sign(engineer, party)
    assert walk.approve(supervisor)["outcome"] == "applied"


def test_a_round_sent_back_is_submitted_again_only_by_who_saw_it(phone_of: PhoneOf, world: World) -> None:
    engineer, supervisor = phone_of("engineer"), phone_of("supervisor")
    walk.walk(engineer)
    unseen = walk.heads(engineer)
    assert walk.send_back(supervisor)["outcome"] == "applied"
    manifest: dict[str, list[str] | dict[str, str]] = {"answers": {}, "photos": [], "signed": []}
    engineer.does("submit_round", doc=world.round, args={"manifest": manifest}, after=unseen)
    assert walk.round_of(supervisor)["state"] == "sent_back"
    walk.submit(engineer)
    assert walk.round_of(supervisor)["state"] == "submitted"


def test_a_decision_on_an_old_screen_is_parked(phone_of: PhoneOf, world: World) -> None:
    engineer, supervisor = phone_of("engineer"), phone_of("supervisor")
    walk.walk(engineer)
    seen = supervisor.pull().seen_of_round()
    engineer.answers(world.ups, "fan", remark="后来加的")
    result = supervisor.does("approve_round", doc=world.round, args={}, seen=seen)
    assert (result["outcome"], result["code"]) == ("parked", "stale")
    assert walk.approve(supervisor)["outcome"] == "applied"


def test_a_row_that_came_after_the_screen_was_drawn_makes_it_old(phone_of: PhoneOf, world: World) -> None:
    engineer, supervisor = phone_of("engineer"), phone_of("supervisor")
    walk.walk(engineer)
    seen = supervisor.pull().seen_of_round()
    walk.take_photo(engineer)
    assert supervisor.does("approve_round", doc=world.round, args={}, seen=seen)["code"] == "stale"


def test_a_late_finding_raises_its_ticket_and_leaves_the_seal_alone(phone_of: PhoneOf, world: World) -> None:
    engineer, colleague, supervisor = phone_of("engineer"), phone_of("colleague"), phone_of("supervisor")
    walk.walk(engineer)
    walk.approve(supervisor)
    sealed = walk.round_of(engineer)["seal_hash"]
    assert colleague.pull().answers(world.ups, "fan", **ABNORMAL)["outcome"] == "applied"
    assert supervisor.pull().sees("ticket")[0]["state"] == "confirmed"
    assert supervisor.sees("amendment")[0]["kind"] == "late_finding"
    assert walk.round_of(supervisor)["seal_hash"] == sealed


def test_the_last_readings_of_an_asset_come_from_submitted_rounds(phone_of: PhoneOf, world: World) -> None:
    engineer = phone_of("engineer")
    walk.walk(engineer)
    (readings,) = engineer.pull().sees("readings")
    assert [entry["value"] for entry in readings["series"]["battery"]] == ["24.5"]


def test_an_engineer_cannot_approve(phone_of: PhoneOf) -> None:
    engineer = phone_of("engineer")
    walk.walk(engineer)
    result = walk.approve(engineer)
    assert (result["outcome"], result["code"]) == ("parked", "forbidden")


def test_a_phone_that_opened_and_was_not_heard_of_since_needs_a_reason(phone_of: PhoneOf, world: World) -> None:
    engineer, colleague, supervisor = phone_of("engineer"), phone_of("colleague"), phone_of("supervisor")
    walk.open_round(colleague)
    engineer.clock.advance(minutes=5)
    walk.walk(engineer)
    refused = walk.approve(supervisor)
    assert refused["reason"] == "phones_may_hold"
    assert refused["details"]["holding"][0]["device"] == colleague.device
    assert walk.approve(supervisor, reason="同事手机没电，已电话确认")["outcome"] == "applied"
