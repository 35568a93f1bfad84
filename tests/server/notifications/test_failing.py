"""What keeps failing is on the supervisors' screen, with a way to have it tried now and one to give it up."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from server.jobs import run_due_jobs
from tests.conftest import AppMaker
from tests.server.notifications.conftest import Outbox, PhoneOf, Tells
from tests.support.clock import FakeClock
from tests.support.receiver import Receiver
from tests.support.wire_phone import WirePhone


@pytest.fixture
def app(make_app: AppMaker) -> Flask:
    return make_app(channels_inside=1)


@pytest.fixture
def chief(phone_of: PhoneOf) -> WirePhone:
    return phone_of("supervisor")


@pytest.fixture
def failing(
    app: Flask, clock: FakeClock, tells: Tells, channel: Callable[..., str], receiver: Receiver
) -> Callable[[], None]:
    """A robot that says no, three times."""

    def fail() -> None:
        channel(
            kind="wecom", name="值班群", address=receiver.origin, kinds=["commented"]
        )  # the clocks tell nothing here
        receiver.answer = {"errcode": 93000, "errmsg": "invalid webhook url"}
        tells("commented/1", kind="commented")
        for _ in range(3):
            run_due_jobs(app)
            clock.advance(minutes=1)

    return fail


def shown(phone: WirePhone) -> list[dict[str, Any]]:
    said = phone.client.get(f"/api/projects/{phone.world.project}/attention").get_json()
    assert said["jobs"] == []
    messages: list[dict[str, Any]] = said["messages"]
    return messages


def act(phone: WirePhone, name: str, message: str, **args: Any) -> dict[str, Any]:
    return phone.does(name, args={"project_id": phone.world.project, "message": message, **args}, seen={})


def test_it_is_shown_with_what_to_whom_since_when_and_why(
    failing: Callable[[], None], chief: WirePhone, ticket: str
) -> None:
    assert shown(chief) == []
    failing()
    (message,) = shown(chief)
    assert (message["kind"], message["to_zh"], message["ticket_id"], message["number"]) == (
        "commented", "值班群", ticket, "GD-0001",
    )  # fmt: skip
    assert (message["trouble"], message["detail"]) == ("refused", "errcode 93000 invalid webhook url")
    assert message["attempts"] == 3 and message["since"] < message["next_at"]


def test_it_is_tried_again_at_once_and_gone_when_it_worked(
    app: Flask, failing: Callable[[], None], chief: WirePhone, clock: FakeClock, receiver: Receiver, outbox: Outbox
) -> None:
    failing()
    for _ in range(6):  # its own next try comes to lie far ahead
        clock.advance(minutes=20)
        run_due_jobs(app)
    (message,) = shown(chief)
    receiver.answer = {"errcode": 0}
    clock.advance(minutes=1)
    run_due_jobs(app)
    assert shown(chief) == [message]
    assert act(chief, "retry_message", message["id"])["outcome"] == "applied"
    run_due_jobs(app)
    assert shown(chief) == [] and outbox()[0].state == "sent"
    assert act(chief, "retry_message", message["id"])["reason"] == "message_settled"
    calls = len(receiver.calls)
    clock.advance(hours=2)
    run_due_jobs(app)
    assert len(receiver.calls) == calls


def test_it_is_given_up_with_a_reason(
    app: Flask, failing: Callable[[], None], chief: WirePhone, clock: FakeClock, receiver: Receiver, outbox: Outbox
) -> None:
    failing()
    (message,) = shown(chief)
    assert act(chief, "give_up_message", message["id"])["reason"] == "malformed"
    assert act(chief, "give_up_message", message["id"], reason="群已解散")["outcome"] == "applied"
    calls = len(receiver.calls)
    clock.advance(hours=2)
    run_due_jobs(app)
    assert shown(chief) == [] and len(receiver.calls) == calls and outbox()[0].state == "withdrawn"
    assert act(chief, "give_up_message", message["id"], reason="x")["reason"] == "message_settled"
