"""Robots and webhooks, called for real: what they are sent, and which answers are none."""

import base64
import hashlib
import hmac
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from standardwebhooks.webhooks import Webhook

from server.jobs import run_due_jobs
from server.notifications.sending import post
from tests.conftest import AppMaker
from tests.server.notifications.conftest import Outbox, Tells
from tests.support.clock import FakeClock
from tests.support.mail_server import closed_port
from tests.support.receiver import Receiver

ChannelOf = Callable[..., str]
SECRET = "whsec_" + base64.b64encode(b"a secret of enough bytes").decode()
ARGS = {"clock": "arrival", "due_at": "2026-11-22T09:30:00Z"}


@pytest.fixture
def app(make_app: AppMaker) -> Flask:
    return make_app(channels_inside=1)


def send(app: Flask, tells: Tells, **args: Any) -> None:
    tells("near/1", args=ARGS, **args)
    run_due_jobs(app)


def states(outbox: Outbox) -> list[tuple[str, str | None]]:
    return [(row.state, row.last_error) for row in outbox()]


def test_a_webhook_is_signed_and_keeps_its_id(
    app: Flask, clock: FakeClock, tells: Tells, channel: ChannelOf, receiver: Receiver, outbox: Outbox, ticket: str
) -> None:
    channel(kind="webhook", address=f"{receiver.origin}/hook?a=b", secret=SECRET)
    receiver.status = 503
    send(app, tells)
    assert states(outbox) == [("waiting", "refused: HTTP 503")]
    receiver.status = 204
    clock.advance(minutes=1)
    run_due_jobs(app)
    assert states(outbox) == [("sent", None)]
    first, second = receiver.calls
    assert first.path == second.path == "/hook?a=b"
    (row,) = outbox()
    assert first.headers["webhook-id"] == second.headers["webhook-id"] == row.id
    assert first.body == second.body
    moment = second.headers["webhook-timestamp"]
    assert moment == str(int(clock.now().timestamp())) != first.headers["webhook-timestamp"]
    theirs = Webhook(SECRET).sign(row.id, clock.now(), second.body.decode())
    assert second.headers["webhook-signature"] == theirs
    assert second.json["type"] == "ticket.near" and second.json["data"]["ticket_id"] == ticket
    assert second.json["data"]["due_at"] == ARGS["due_at"] and second.json["data"]["severity"] == 3


def test_wecom_says_its_failures_in_the_answer(
    app: Flask, clock: FakeClock, tells: Tells, channel: ChannelOf, receiver: Receiver, outbox: Outbox
) -> None:
    channel(kind="wecom", address=f"{receiver.origin}/cgi-bin/webhook/send?key=secret-key")
    receiver.answer = {"errcode": 93000, "errmsg": "invalid webhook url"}
    send(app, tells)
    assert states(outbox) == [("waiting", "refused: errcode 93000 invalid webhook url")]
    receiver.answer = {"errcode": 0, "errmsg": "ok"}
    clock.advance(minutes=1)
    run_due_jobs(app)
    assert states(outbox) == [("sent", None)]
    said = receiver.calls[-1].json
    assert said["msgtype"] == "text"
    assert said["text"]["content"].startswith("【巡检通】工单 GD-0001 的到场快到时限\n什么：UPS-01")


def test_dingtalk_is_signed_with_its_secret(
    app: Flask, clock: FakeClock, tells: Tells, channel: ChannelOf, receiver: Receiver, outbox: Outbox
) -> None:
    channel(kind="dingtalk", address=f"{receiver.origin}/robot/send?access_token=x", secret="SEC1")
    receiver.answer = {"errcode": 0}
    send(app, tells)
    assert states(outbox) == [("sent", None)]
    asked = parse_qs(urlsplit(receiver.calls[0].path).query)
    moment = str(int(clock.now().timestamp() * 1000))
    digest = hmac.digest(b"SEC1", f"{moment}\nSEC1".encode(), hashlib.sha256)
    assert asked == {"access_token": ["x"], "timestamp": [moment], "sign": [base64.b64encode(digest).decode()]}


def test_feishu_is_signed_with_its_secret(
    app: Flask, clock: FakeClock, tells: Tells, channel: ChannelOf, receiver: Receiver, outbox: Outbox
) -> None:
    channel(kind="feishu", address=f"{receiver.origin}/open-apis/bot/v2/hook/x", secret="s")
    receiver.answer = {"code": 19021, "msg": "sign match fail"}
    send(app, tells)
    assert states(outbox) == [("waiting", "refused: code 19021 sign match fail")]
    moment = str(int(clock.now().timestamp()))
    digest = hmac.digest(f"{moment}\ns".encode(), b"", hashlib.sha256)
    said = receiver.calls[0].json
    assert (said["timestamp"], said["sign"]) == (moment, base64.b64encode(digest).decode())


def test_anything_else_goes_by_apprise(
    app: Flask, tells: Tells, channel: ChannelOf, receiver: Receiver, outbox: Outbox
) -> None:
    channel(kind="apprise", address=receiver.origin.replace("http:", "json:") + "/a-long-secret-key", language="en")
    send(app, tells)
    assert states(outbox) == [("sent", None)]
    assert receiver.calls[0].json["message"].startswith("[Roundsman] Ticket GD-0001: arrival is near its limit")


def test_apprise_s_failures_are_kept_without_the_address(
    app: Flask, tells: Tells, channel: ChannelOf, receiver: Receiver, outbox: Outbox
) -> None:
    channel(kind="apprise", address=receiver.origin.replace("http:", "json:") + "/a-long-secret-key")
    receiver.status = 404
    send(app, tells)
    ((state, error),) = states(outbox)
    assert state == "waiting" and error is not None and error.startswith("refused: ")
    assert "a-long-secret-key" not in error


def test_redirects_are_not_followed(
    app: Flask, tells: Tells, channel: ChannelOf, receiver: Receiver, outbox: Outbox
) -> None:
    channel(kind="webhook", address=f"{receiver.origin}/here")
    channel(kind="apprise", address=receiver.origin.replace("http:", "json:") + "/here")
    receiver.status, receiver.headers = 302, {"Location": f"{receiver.origin}/elsewhere"}
    send(app, tells)
    assert {state for state, _ in states(outbox)} == {"waiting"}
    assert {call.path for call in receiver.calls} == {"/here"}


@pytest.mark.parametrize("how", ["hangs", "drips"])
def test_a_receiver_that_does_not_come_to_an_end_is_let_go(
    app: Flask,
    tells: Tells,
    channel: ChannelOf,
    receiver: Receiver,
    outbox: Outbox,
    monkeypatch: pytest.MonkeyPatch,
    how: str,
) -> None:
    monkeypatch.setattr(post, "SECONDS", 0.5)
    channel(kind="wecom", address=receiver.origin)
    setattr(receiver, how, True)
    send(app, tells)
    ((state, error),) = states(outbox)
    assert state == "waiting" and error is not None
    assert error.startswith("no_answer: ") or error.startswith("refused: errcode None")


def test_what_does_not_answer_is_left_alone_while_others_are_served(
    app: Flask, clock: FakeClock, tells: Tells, channel: ChannelOf, receiver: Receiver, outbox: Outbox
) -> None:
    dead = channel(kind="wecom", address=f"http://127.0.0.1:{closed_port()}/")
    channel(kind="webhook", address=receiver.origin)
    for k in range(3):
        tells(f"near/{k}", args=ARGS)
    run_due_jobs(app)
    assert len(receiver.calls) == 3
    tried = [row.attempts for row in outbox() if row.channel_id == dead and row.due_at < "2026-11-22T07:00:59Z"]
    assert tried == [1]
    clock.advance(minutes=2)
    run_due_jobs(app)
    assert {row.state for row in outbox() if row.channel_id == dead} == {"waiting"}


def test_a_channel_that_was_switched_off_is_sent_nothing_more(
    app: Flask, tells: Tells, channel: ChannelOf, receiver: Receiver, outbox: Outbox
) -> None:
    channel_id = channel(kind="webhook", address=receiver.origin)
    tells("near/1")
    channel(id=channel_id, kind="webhook", address=receiver.origin, disabled_at="2026-11-22T07:00:00Z")
    run_due_jobs(app)
    assert states(outbox) == [("withdrawn", "disabled")] and receiver.calls == []
