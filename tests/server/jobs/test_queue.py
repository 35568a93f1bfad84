"""Jobs belong to the transaction that asks for them, and are done at least once, by one worker at a time."""

from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Event, Thread

import pytest
from flask import Flask

from server.database import reading, writing
from server.jobs import beside, enqueue, queue, run_due_jobs, run_worker, troubled
from server.jobs.beside import renew_once
from server.jobs.registry import KINDS, JobKind, Payload
from server.models import Job
from server.models.types import parse_instant
from tests.support.clock import FakeClock


def ask(app: Flask, payload: Payload, key: str | None = None) -> None:
    with app.app_context(), writing() as session:
        enqueue(session, "note", payload, key=key)


def test_a_job_is_done_once(app: Flask, done: list[Payload], jobs: Callable[[str], list[Job]]) -> None:
    ask(app, {"say": "稳"})
    run_due_jobs(app)
    run_due_jobs(app)
    assert done == [{"say": "稳"}]
    assert [(job.state, job.attempts) for job in jobs("note")] == [("done", 1)]


def test_a_transaction_that_fails_asks_for_nothing(app: Flask, done: list[Payload]) -> None:
    with app.app_context(), pytest.raises(RuntimeError), writing() as session:
        enqueue(session, "note", {})
        raise RuntimeError
    run_due_jobs(app)
    assert done == []


def test_a_key_asks_once_also_after_the_job_was_done(app: Flask, done: list[Payload]) -> None:
    for _ in range(2):
        ask(app, {"first": True}, key="one")
        ask(app, {"first": False}, key="one")
        run_due_jobs(app)
    assert done == [{"first": True}]


def test_a_job_waits_for_its_time(app: Flask, clock: FakeClock, done: list[Payload]) -> None:
    with app.app_context(), writing() as session:
        enqueue(session, "note", {}, due_at=clock.now() + timedelta(hours=1))
    clock.advance(minutes=59)
    run_due_jobs(app)
    assert done == []
    clock.advance(minutes=1)
    run_due_jobs(app)
    assert done == [{}]


def test_a_job_that_fails_is_tried_ever_more_rarely_and_never_given_up(
    app: Flask, clock: FakeClock, done: list[Payload], jobs: Callable[[str], list[Job]]
) -> None:
    ask(app, {"fails": "no disk"})
    waits = []
    for _ in range(14):
        run_due_jobs(app)
        (job,) = jobs("note")
        waits.append((parse_instant(job.due_at) - clock.now()).total_seconds())
        clock.advance(seconds=waits[-1])
    assert len(done) == 14
    assert waits[:4] == [5, 10, 20, 40]
    assert waits[-1] == 3600
    assert [(job.state, job.last_error) for job in jobs("note")] == [("waiting", "RuntimeError: no disk")]


def test_what_fails_again_and_again_is_shown(app: Flask, clock: FakeClock, done: list[Payload]) -> None:
    ask(app, {"fails": "no disk"})
    for _ in range(3):
        with app.app_context(), reading() as session:
            assert troubled(session) == []
        run_due_jobs(app)
        clock.advance(minutes=1)
    with app.app_context(), reading() as session:
        assert [job.last_error for job in troubled(session)] == ["RuntimeError: no disk"]


def test_one_bad_job_does_not_hold_up_the_others(app: Flask, done: list[Payload]) -> None:
    for payload in ({"fails": "always"}, {"n": 1}, {"n": 2}):
        ask(app, payload)
    run_due_jobs(app)
    assert done == [{"fails": "always"}, {"n": 1}, {"n": 2}]


def test_a_worker_that_died_leaves_its_job_to_the_next_one(app: Flask, clock: FakeClock, done: list[Payload]) -> None:
    ask(app, {})
    with app.app_context(), writing() as session:
        assert queue.claim(session) is not None
    run_due_jobs(app)
    assert done == []
    clock.advance(minutes=3)
    run_due_jobs(app)
    assert done == [{}]


def test_a_worker_that_was_too_slow_has_no_say_any_more(
    app: Flask, clock: FakeClock, done: list[Payload], jobs: Callable[[str], list[Job]]
) -> None:
    ask(app, {})
    with app.app_context():
        with writing() as session:
            slow = queue.claim(session)
        clock.advance(minutes=3)
        with writing() as session:
            quick = queue.claim(session)
        assert slow is not None and quick is not None
        with writing() as session:
            queue.postpone(session, slow, "late")
            queue.finish(session, slow)
        assert jobs("note")[0].state == "waiting"
        with writing() as session:
            queue.finish(session, quick)
    assert jobs("note")[0].state == "done"


def test_workers_side_by_side_share_the_jobs(app: Flask, done: list[Payload]) -> None:
    for n in range(12):
        ask(app, {"n": n})
    start = Barrier(3)

    def work() -> None:
        start.wait()
        run_due_jobs(app)

    threads = [Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(payload["n"] for payload in done) == list(range(12))


def test_the_worker_goes_on_until_it_is_told_to_stop(app: Flask, done: list[Payload]) -> None:
    ask(app, {"fails": "once"})
    ask(app, {"n": 1})
    stop = Event()
    worker = Thread(target=run_worker, args=(app, stop))
    worker.start()
    while {"n": 1} not in done:
        assert worker.is_alive()
    stop.set()
    worker.join(timeout=30)
    assert not worker.is_alive()


def test_keys_are_forgotten_after_a_while(
    app: Flask, clock: FakeClock, done: list[Payload], jobs: Callable[[str], list[Job]]
) -> None:
    ask(app, {}, key="one")
    run_due_jobs(app)
    clock.advance(days=15)
    run_due_jobs(app)
    assert jobs("note") == []


def test_a_long_job_holds_up_nothing_and_keeps_its_lease(
    app: Flask, clock: FakeClock, done: list[Payload], jobs: Callable[[str], list[Job]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A backup of many photos takes longer than a lease; meanwhile photos are checked (regression)."""
    begun, may_end, stop, renewed = Event(), Event(), Event(), Event()

    def take_long(_: Flask, payload: Payload) -> None:
        begun.set()
        assert may_end.wait(30)

    def note_renewal(held: queue.Claim) -> None:
        renew_once(held)
        renewed.set()

    monkeypatch.setitem(KINDS, "long", JobKind("long", take_long, None, is_long=True))
    monkeypatch.setattr(beside, "RENEWED_EVERY_SECONDS", 0.01)
    monkeypatch.setattr(beside, "renew_once", note_renewal)
    with app.app_context(), writing() as session:
        enqueue(session, "long", {})
    worker = Thread(target=run_worker, args=(app, stop))
    worker.start()
    try:
        assert begun.wait(30)
        ask(app, {"say": "稳"})
        while {"say": "稳"} not in done:
            assert worker.is_alive()
        clock.advance(minutes=2)
        for _ in range(2):  # the first may have begun before that
            renewed.clear()
            assert renewed.wait(30)
        clock.advance(minutes=2)
        with app.app_context(), writing() as session:
            assert "long" not in {held.kind for held in iter(lambda: queue.claim(session), None)}
    finally:
        may_end.set()
        stop.set()
        worker.join(30)
    assert [(job.state, job.attempts) for job in jobs("long")] == [("done", 1)]
