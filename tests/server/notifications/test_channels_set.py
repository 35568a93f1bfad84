"""Supervisors set where messages go; what they typed never comes back."""

import base64
import json
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from server.database import reading
from server.jobs import run_due_jobs
from server.models import Channel
from tests.conftest import AppMaker
from tests.server.notifications.conftest import Outbox, PhoneOf, Tells
from tests.support.clock import FakeClock
from tests.support.receiver import Receiver
from tests.support.wire_phone import WirePhone
from tests.support.world import World, new_id

SECRET = "whsec_" + base64.b64encode(b"a secret of enough bytes").decode()


@pytest.fixture
def app(make_app: AppMaker) -> Flask:
    return make_app(channels_inside=1)


@pytest.fixture
def chief(phone_of: PhoneOf) -> WirePhone:
    return phone_of("supervisor")


def change(phone: WirePhone, channel_id: str, **args: Any) -> dict[str, Any]:
    given = {"kind": "webhook", "name": "值班群", "language": "zh-CN", "kinds": [], "least_severity": 4, **args}
    named = {"project_id": phone.world.project, "channel_id": channel_id}
    return phone.does("change_channel", args={**named, **given}, seen={})


def act(phone: WirePhone, name: str, channel_id: str) -> dict[str, Any]:
    return phone.does(name, args={"project_id": phone.world.project, "channel_id": channel_id}, seen={})


def listed(phone: WirePhone) -> Any:
    return phone.client.get(f"/api/projects/{phone.world.project}/channels").get_json()


def kept(app: Flask, channel_id: str) -> tuple[str, str | None]:
    with app.app_context(), reading() as session:
        row = session.scalars(select(Channel).where(Channel.id == channel_id)).one()
        return row.address, row.secret


def test_a_channel_is_set_tried_and_switched_off(
    app: Flask, chief: WirePhone, receiver: Receiver, tells: Tells, outbox: Outbox
) -> None:
    channel = new_id()
    assert change(chief, channel, address=f"{receiver.origin}/hook/key", secret=SECRET)["outcome"] == "applied"
    assert act(chief, "test_channel", channel)["outcome"] == "applied"
    run_due_jobs(app)
    (call,) = receiver.calls
    assert call.json["type"] == "ticket.trial" and call.json["data"]["text"] == "【巡检通】测试消息：“值班群”已接好"
    (shown,) = listed(chief)["channels"]
    assert (shown["last_sent_at"], shown["waiting"]) == (outbox()[0].sent_at, 0)
    assert act(chief, "disable_channel", channel)["outcome"] == "applied"
    assert act(chief, "test_channel", channel)["reason"] == "channel_disabled"
    tells("near/1")
    run_due_jobs(app)
    assert len(receiver.calls) == 1
    assert change(chief, channel)["outcome"] == "applied"
    assert listed(chief)["channels"][0]["disabled_at"] is None


def test_addresses_and_secrets_are_never_shown(app: Flask, chief: WirePhone) -> None:
    channel = new_id()
    change(chief, channel, address="https://hooks.example.com/services/T0/the-key?k=the-key", secret=SECRET)
    change(chief, new_id(), kind="apprise", name="电报", address="tgram://the-key/12")
    said = listed(chief)
    assert [(one["host"], one["has_secret"]) for one in said["channels"]] == [
        ("hooks.example.com", True), ("tgram:", False),
    ]  # fmt: skip
    everything = json.dumps(said) + json.dumps(chief.pull().base)
    assert "the-key" not in everything and SECRET not in everything


def test_a_refused_one_does_not_show_them_either(chief: WirePhone) -> None:
    assert (
        change(chief, new_id(), address="https://hooks.example.com/the-key", secret="the-key")["reason"] == "malformed"
    )
    attention = chief.client.get(f"/api/projects/{chief.world.project}/attention").get_json()
    shown = [one["body"] for one in attention["operations"]]
    assert [json.loads(body)["args"]["address"] for body in shown] == ["…"]
    assert "the-key" not in json.dumps(attention)


def test_what_is_not_named_stays_but_another_address_has_no_old_secret(app: Flask, chief: WirePhone) -> None:
    channel = new_id()
    change(chief, channel, address="https://a.example/x", secret=SECRET)
    change(chief, channel, name="改名")
    assert kept(app, channel) == ("https://a.example/x", SECRET)
    change(chief, channel, address="https://b.example/x")
    assert kept(app, channel) == ("https://b.example/x", None)


def test_a_channel_of_another_project_is_not_there(
    app: Flask, clock: FakeClock, chief: WirePhone, channel: Any, world: World
) -> None:
    foreign = channel(project_id=world.foreign_project)
    for result in (change(chief, foreign, address="https://a.example/"), act(chief, "disable_channel", foreign)):
        assert (result["outcome"], result["reason"]) == ("parked", "unknown_document")
    assert kept(app, foreign) == ("https://hooks.example.com/1", None)


def test_what_makes_no_sense_is_parked_with_its_place(chief: WirePhone) -> None:
    good = {"address": "https://a.example/"}
    for args in (
        {"address": "file:///etc/passwd"},
        {"address": "https://u:p@a.example/"},
        {"address": "x" * 3000},
        {**good, "kind": "pigeon"},
        {**good, "name": ""},
        {**good, "kinds": ["nothing"]},
        {**good, "least_severity": 5},
        {**good, "secret": "whsec_short"},
        {**good, "extra": 1},
    ):
        assert change(chief, new_id(), **args)["reason"] == "malformed", args
    assert change(chief, new_id())["reason"] == "fields_missing"
    assert listed(chief)["channels"] == []
