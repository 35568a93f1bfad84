"""At least once, by several workers, over kills; and never again once it is written down (I17)."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Barrier, Thread

import pytest
from flask import Flask
from sqlalchemy import select

from server.database import reading
from server.jobs import run_due_jobs
from server.jobs.worker import run_one
from server.models import Notification
from server.notifications.delivery import deliver
from server.notifications.sent_keys import FILE, SentKeys
from tests.conftest import AppMaker
from tests.server.notifications.conftest import Outbox, Tells
from tests.support.clock import FakeClock
from tests.support.databases import Databases
from tests.support.dying import dies_at
from tests.support.receiver import Receiver
from tests.support.restored import Operator, stamp

ChannelOf = Callable[..., str]


@pytest.fixture
def app(make_app: AppMaker) -> Flask:
    return make_app(channels_inside=1)


@pytest.fixture
def told(tells: Tells, channel: ChannelOf, receiver: Receiver) -> None:
    channel(kind="webhook", address=receiver.origin)
    tells("near/1")


def send_one(app: Flask) -> None:
    with app.app_context():
        while run_one(app):
            pass


def test_two_workers_at_once_send_it_once(app: Flask, told: None, receiver: Receiver, outbox: Outbox) -> None:
    (row,) = outbox()
    together = Barrier(2)

    def work() -> None:
        with app.app_context():
            together.wait()
            deliver(row.id)

    threads = [Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(receiver.calls) == 1


@pytest.mark.parametrize(("point", "times"), [("notification_after_send", 2), ("notification_after_key", 1)])
def test_killed_between_sending_and_marking_it_goes_out_again_under_the_same_id_unless_it_was_written_down(
    app: Flask, clock: FakeClock, told: None, receiver: Receiver, outbox: Outbox, point: str, times: int
) -> None:
    dies_at(point, app, send_one)
    assert [row.state for row in outbox()] == ["waiting"]
    clock.advance(minutes=4)
    run_due_jobs(app)
    assert [row.state for row in outbox()] == ["sent"]
    assert len(receiver.calls) == times
    assert {call.headers["webhook-id"] for call in receiver.calls} == {outbox()[0].id}


@pytest.fixture
def operator(databases: Databases, clock: FakeClock, tmp_path: Path) -> Iterator[Operator]:
    with ExitStack() as stack:
        yield Operator(databases, clock, tmp_path / "backups", lambda close: stack.callback(close))


def test_what_went_out_before_a_restore_does_not_go_out_again(
    app: Flask, clock: FakeClock, told: None, receiver: Receiver, operator: Operator
) -> None:
    operator.backs_up(stamp(app))
    run_due_jobs(app)
    assert len(receiver.calls) == 1
    _, restored = operator.restores_in_place(app)
    clock.advance(minutes=4)
    run_due_jobs(restored)
    assert len(receiver.calls) == 1
    with restored.app_context(), reading() as session:
        assert session.scalars(select(Notification.state)).all() == ["sent"]


def test_what_had_not_gone_out_goes_out_after_the_restore(
    app: Flask, told: None, receiver: Receiver, operator: Operator
) -> None:
    operator.backs_up(stamp(app))
    _, restored = operator.restores_in_place(app)
    run_due_jobs(restored)
    assert len(receiver.calls) == 1


def test_a_server_that_notes_nothing_outside_the_database_is_caught(
    app: Flask, told: None, receiver: Receiver, operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The known-bad variant."""
    monkeypatch.setattr(SentKeys, "add", lambda *_: None)
    operator.backs_up(stamp(app))
    run_due_jobs(app)
    _, restored = operator.restores_in_place(app)
    run_due_jobs(restored)
    assert len(receiver.calls) == 2


def test_keys_of_other_processes_are_seen_and_a_torn_line_is_no_key(tmp_path: Path) -> None:
    one, other = SentKeys(tmp_path), SentKeys(tmp_path)
    assert other.sent_at("a") is None
    one.add("a", "2026-11-22T07:00:00.000Z")
    assert other.sent_at("a") == "2026-11-22T07:00:00.000Z"
    with (tmp_path / FILE).open("a") as file:
        file.write('{"id": "b", "a')
    assert other.sent_at("b") is None
    with (tmp_path / FILE).open("a") as file:
        file.write("\n" + json.dumps({"id": "c", "at": "2026-11-22T08:00:00.000Z"}) + "\n")
    assert other.sent_at("c") is not None and other.sent_at("b") is None


def test_a_line_after_a_torn_one_is_whole(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"id": "b", "a')
    SentKeys(tmp_path).add("c", "2026-11-22T08:00:00.000Z")
    assert SentKeys(tmp_path).sent_at("c") is not None
