"""What is told is written once, with what it tells of: a notice per person, a row per address."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.conftest import AppMaker
from tests.server.notifications.conftest import Outbox, PhoneOf, Tells
from tests.support.clock import FakeClock
from tests.support.world import World

MAIL = {"smtp_host": "localhost", "smtp_from": "roundsman@example.com"}


@pytest.fixture
def app(make_app: AppMaker) -> Flask:
    return make_app(**MAIL)


def test_each_person_has_one_notice_however_often_it_is_told(world: World, tells: Tells, phone_of: PhoneOf) -> None:
    people = [world.people["colleague"], world.people["desk"], world.people["colleague"]]
    assert tells("near/1", people=people) == "applied"
    assert tells("near/1", people=people) == "applied"
    (notice,) = phone_of("colleague").sees("notice")
    assert (notice["kind"], notice["subject_project_id"], notice["read_at"]) == ("near", world.project, None)
    assert notice["args"]["number"] and notice["args"]["place_zh"] == "A机房" and notice["args"]["severity"] == 3
    assert len(phone_of("desk").sees("notice")) == 1
    assert phone_of("engineer").sees("notice") == []


def test_a_notice_is_in_nobody_else_s_stream(world: World, tells: Tells, phone_of: PhoneOf) -> None:
    tells("near/1", people=[world.people["colleague"]])
    for name in ("engineer", "supervisor", "client", "outsider"):
        assert phone_of(name).sees("notice") == []


def test_who_wants_mail_has_a_row_in_their_language(
    world: World, tells: Tells, outbox: Outbox, wishes: Callable[..., None]
) -> None:
    wishes("colleague", email="a@example.com", language="en")
    wishes("desk", email=None)
    for _ in range(2):
        tells("near/1", people=[world.people["colleague"], world.people["desk"], world.people["supervisor"]])
    (row,) = outbox()
    assert (row.person_id, row.language, row.state) == (world.people["colleague"], "en", "waiting")
    assert row.key == f"near/1/mail/{world.people['colleague']}"


def test_a_channel_hears_of_the_kinds_and_severities_that_it_asked_for(
    tells: Tells, outbox: Outbox, channel: Callable[..., str], world: World
) -> None:
    every, near = channel(), channel(kinds=["near", "past"], least_severity=3)
    channel(kinds=["raised"])
    channel(least_severity=1)
    channel(disabled_at="2026-11-22T00:00:00Z")
    channel(project_id=world.foreign_project)
    tells("near/1")
    assert {row.channel_id for row in outbox()} == {every, near}


def test_what_is_parked_half_way_tells_nobody(
    world: World, tells: Tells, outbox: Outbox, channel: Callable[..., str], phone_of: PhoneOf
) -> None:
    channel()
    assert tells("near/1", people=[world.people["colleague"]], fails=True) == "parked"
    assert outbox() == [] and phone_of("colleague").sees("notice") == []


def test_in_the_quiet_hours_mail_waits_for_their_end_unless_it_is_urgent(
    world: World, clock: FakeClock, tells: Tells, outbox: Outbox, wishes: Callable[..., None], phone_of: PhoneOf
) -> None:
    clock.advance(hours=9)  # midnight in Shanghai
    wishes("colleague", email="a@example.com", quiet_from="22:00", quiet_to="07:30")
    tells("a", people=[world.people["colleague"]])
    tells("b", people=[world.people["colleague"]], urgent=True)
    assert [row.due_at for row in outbox()] == ["2026-11-22T23:30:00.000Z", "2026-11-22T16:00:00.000Z"]
    told = {row["urgent"]: row["args"].get("quiet", False) for row in phone_of("colleague").sees("notice")}
    assert told == {False: True, True: False}
