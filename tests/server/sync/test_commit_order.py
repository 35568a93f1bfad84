"""I3 (trust F3): a reader who pulls while a writer has its numbers but has not committed misses nothing.

The known-bad variant hands numbers out before the lock, as a database's own sequence does: it must be caught.
"""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from server.database import writing
from server.models import Stream, StreamEntry
from server.sync import feed
from server.sync import push as push_module
from tests.server.sync.conftest import PhoneOf
from tests.support.wire_phone import WirePhone
from tests.support.world import World

BLOCK = 100


class Schedule:
    """The slow writer (this thread) stops with its numbers in hand; `meanwhile` runs then, once."""

    def __init__(self) -> None:
        self.meanwhile: Callable[[], None] = lambda: None
        self.quick_is_here = threading.Event()
        self._slow = threading.current_thread()

    def arrive(self) -> None:
        """Called just before a transaction begins."""
        if threading.current_thread() is not self._slow:
            self.quick_is_here.set()

    def stop(self) -> None:
        if threading.current_thread() is self._slow:
            act, self.meanwhile = self.meanwhile, lambda: None
            act()


@contextmanager
def as_built(schedule: Schedule, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """The numbers are taken under the stream's lock; the writer stops right after."""

    @contextmanager
    def arriving() -> Iterator[Session]:
        schedule.arrive()
        with writing() as session:
            yield session

    patch.setattr(push_module, "writing", arriving)
    patch.setattr(feed, "failpoint", lambda name: schedule.stop() if name == "after sequence" else None)
    yield


@contextmanager
def numbers_first(schedule: Schedule, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Known-bad: the numbers come from a transaction of their own, the rows from a later one."""
    held = threading.local()
    real_lock = feed.lock_streams

    @contextmanager
    def taking_first() -> Iterator[Session]:
        with writing() as session:
            held.numbers = {row.id: row.head for row in session.scalars(select(Stream))}
            session.execute(update(Stream).values(head=Stream.head + BLOCK))
        schedule.stop()
        with writing() as session:
            yield session
            newest = select(func.max(StreamEntry.seq)).where(StreamEntry.stream_id == Stream.id).scalar_subquery()
            session.execute(update(Stream).values(head=func.coalesce(newest, Stream.head)))  # never goes back

    def lock(session: Session, streams: Any) -> dict[str, int]:
        return {**real_lock(session, streams), **getattr(held, "numbers", {})}

    patch.setattr(push_module, "writing", taking_first)
    patch.setattr(feed, "lock_streams", lock)
    yield


def missed(app: Flask, phone_of: PhoneOf, schedule: Schedule) -> set[str]:
    """What the reader was never shown although it is there; the quick writer overtakes where it can."""
    slow, quick, reader = phone_of("engineer"), phone_of("colleague"), phone_of("supervisor")
    world = slow.world
    running: list[Future[Any]] = []

    def scan(phone: WirePhone, raw: str) -> dict[str, Any]:
        args = {"asset_id": world.ups, "raw": raw, "method": "typed"}
        return phone.make("scan_asset", doc=world.round, args=args, after=[])

    with ThreadPoolExecutor(1) as pool:

        def overtake() -> None:
            running.append(pool.submit(quick.push, scan(quick, "quick")))
            running[0].add_done_callback(lambda _: schedule.quick_is_here.set())
            assert schedule.quick_is_here.wait(timeout=30)
            reader.pull(max_docs=3)

        schedule.meanwhile = overtake
        assert slow.push(scan(slow, "slow"))["results"][0]["outcome"] == "applied"
        assert running[0].result(timeout=30)["results"][0]["outcome"] == "applied"
    reader.pull(max_docs=3)
    return phone_of("supervisor").base.keys() - reader.base.keys()


def test_a_reader_between_numbers_and_commit_misses_nothing(
    app: Flask, phone_of: PhoneOf, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    schedule = Schedule()
    with as_built(schedule, monkeypatch):
        assert missed(app, phone_of, schedule) == set()


def test_numbers_that_are_handed_out_before_the_lock_are_caught(
    app: Flask, phone_of: PhoneOf, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    schedule = Schedule()
    with numbers_first(schedule, monkeypatch):
        assert missed(app, phone_of, schedule) != set()
