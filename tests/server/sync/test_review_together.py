"""Two supervisors at one round, and what sending back asks for."""

from typing import Any

from flask import Flask

from server.rules.send_back_figures import UNSTATED, send_back_figures
from server.sync.actor import Actor
from server.sync.apply import apply_operations
from tests.server.sync.conftest import PhoneOf
from tests.support import walk
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import World, operation

HOLDING = ("reviewer_id", "review_taken_at")


def second_supervisor(app: Flask, phone_of: PhoneOf, world: World, clock: FakeClock) -> WirePhone:
    """The colleague, who reviews as well from now on."""
    args = {"person_id": world.people["colleague"], "project_id": world.project, "roles": ["supervisor"]}
    with app.app_context():
        (answered,) = apply_operations(Actor("cli", "test"), [operation("grant_role", clock, args=args)])
    assert answered.record.outcome == "applied"
    return phone_of("colleague")


def act(phone: WirePhone, name: str, **args: Any) -> None:
    assert phone.does(name, doc=phone.world.round, args=args, after=[])["outcome"] == "applied"


def reviewer(phone: WirePhone) -> str | None:
    found: str | None = walk.round_of(phone)["reviewer_id"]
    return found


def test_a_taken_round_shows_its_reviewer_to_the_others_until_it_is_left(
    app: Flask, phone_of: PhoneOf, world: World, clock: FakeClock
) -> None:
    walk.walk(phone_of("engineer"))
    first, second = phone_of("supervisor"), second_supervisor(app, phone_of, world, clock)
    act(first, "take_review")
    assert reviewer(second) == world.people["supervisor"]
    act(second, "take_review")
    assert reviewer(second) == world.people["supervisor"]
    act(second, "leave_review")
    assert reviewer(second) == world.people["supervisor"]
    act(second, "take_review", over=True)
    assert reviewer(first) == world.people["colleague"]
    act(second, "leave_review")
    assert [walk.round_of(first)[name] for name in HOLDING] == [None, None]


def test_whoever_gives_no_sign_for_half_an_hour_holds_it_no_more(
    app: Flask, phone_of: PhoneOf, world: World, clock: FakeClock
) -> None:
    walk.walk(phone_of("engineer"))
    first, second = phone_of("supervisor"), second_supervisor(app, phone_of, world, clock)
    act(first, "take_review")
    clock.advance(minutes=29)
    act(first, "take_review")
    clock.advance(minutes=29)
    act(second, "take_review")
    assert reviewer(second) == world.people["supervisor"]
    clock.advance(minutes=2)
    act(second, "take_review")
    assert reviewer(first) == world.people["colleague"]


def test_taking_a_round_up_makes_nobodys_screen_old_and_ends_with_the_decision(
    app: Flask, phone_of: PhoneOf, world: World, clock: FakeClock
) -> None:
    walk.walk(phone_of("engineer"))
    first, second = phone_of("supervisor"), second_supervisor(app, phone_of, world, clock)
    seen = first.pull().seen_of_round()
    act(second, "take_review")
    assert first.does("approve_round", doc=world.round, args={}, seen=seen)["outcome"] == "applied"
    assert reviewer(second) is None
    act(second, "take_review")
    assert reviewer(second) is None


def test_of_two_decisions_at_once_the_second_is_parked_as_stale(
    app: Flask, phone_of: PhoneOf, world: World, clock: FakeClock
) -> None:
    walk.walk(phone_of("engineer"))
    first, second = phone_of("supervisor"), second_supervisor(app, phone_of, world, clock)
    pin = {"asset_id": world.ups, "check_key": "fan", "text": "请重拍"}
    pinned = second.does("pin_comment", doc=world.round, args=pin, after=[])["op"]
    seen = first.pull().seen_of_round()
    assert second.pull().seen_of_round() == seen
    back = {"comment_ids": [pinned], "reasons": {pinned: "photo_unclear"}}
    assert second.does("send_back", doc=world.round, args=back, seen=seen)["outcome"] == "applied"
    late = first.does("approve_round", doc=world.round, args={}, seen=seen)
    assert (late["outcome"], late["code"]) == ("parked", "stale")
    assert walk.round_of(first)["state"] == "sent_back"


def test_a_point_without_a_reason_is_not_sent_back(phone_of: PhoneOf, world: World) -> None:
    walk.walk(phone_of("engineer"))
    supervisor = phone_of("supervisor")
    pin = {"asset_id": world.ups, "check_key": "fan", "text": "请重拍"}
    ops = [supervisor.does("pin_comment", doc=world.round, args=pin, after=[])["op"] for _ in range(2)]
    seen = supervisor.pull().seen_of_round()
    for reasons in ({}, {ops[0]: "other"}, {op: "other" for op in (*ops, world.ups)}):
        args = {"comment_ids": ops, "reasons": reasons}
        result = supervisor.does("send_back", doc=world.round, args=args, seen=seen)
        assert (result["outcome"], result["reason"]) == ("parked", "reasons_missing")
    unknown = {"comment_ids": ops, "reasons": {op: "no_such_reason" for op in ops}}
    assert supervisor.does("send_back", doc=world.round, args=unknown, seen=seen)["reason"] == "malformed"
    whole = {"comment_ids": ops, "reasons": {ops[0]: "photo_unclear", ops[1]: "other"}}
    assert supervisor.does("send_back", doc=world.round, args=whole, seen=seen)["outcome"] == "applied"
    (event,) = [event for event in supervisor.pull().sees("round_event") if event["name"] == "sent_back"]
    assert event["args"]["reasons"] == whole["reasons"]


def test_an_older_app_that_asks_for_no_reason_is_taken_at_its_word(phone_of: PhoneOf, world: World) -> None:
    """It knows of no reasons: what it decided offline is not lost, and the figures say that no reason was given."""
    walk.walk(phone_of("engineer"))
    supervisor = phone_of("supervisor")
    pin = {"asset_id": world.ups, "check_key": "fan", "text": "请重拍"}
    pinned = supervisor.does("pin_comment", doc=world.round, args=pin, after=[])["op"]
    seen = supervisor.pull().seen_of_round()
    sent = supervisor.does("send_back", doc=world.round, args={"comment_ids": [pinned]}, seen=seen)
    assert sent["outcome"] == "applied"
    assert walk.round_of(supervisor)["state"] == "sent_back"
    events = supervisor.pull().sees("round_event")
    figures = send_back_figures(events, {pinned: "fan"}, "Asia/Shanghai")
    assert figures["reasons"] == {UNSTATED: 1}
