"""I5 where two people edit one row at the same moment: neither edit vanishes.

The known-bad variant does not lock what it edits: the revision, checked at the write, sends that batch into the replay.
"""

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from server.one_writer import OneWriter
from server.prepared import Prepared
from server.sync import books, feed
from server.sync.apply import apply_operations
from server.sync.asking import Question
from tests.server.sync.conftest import PhoneOf
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import SETTER, World, operation

WAITS = "FOR NO KEY UPDATE"


@pytest.fixture
def chiefs(app: Flask, phone_of: PhoneOf, world: World, clock: FakeClock) -> tuple[WirePhone, WirePhone]:
    """Two supervisors of one project."""
    args = {"person_id": world.people["desk"], "project_id": world.project, "roles": ["supervisor"]}
    with app.app_context():
        assert apply_operations(SETTER, [operation("grant_role", clock, args=args)])[0].record.outcome == "applied"
    return phone_of("supervisor"), phone_of("desk")


def at_the_same_moment(
    app: Flask,
    patch: pytest.MonkeyPatch,
    slow: tuple[WirePhone, dict[str, Any]],
    quick: tuple[WirePhone, dict[str, Any]],
) -> list[str]:
    """The slow one has judged and is about to write; the quick one then runs until it is done or has to wait."""
    me, running, arrived = threading.current_thread(), list[Future[Any]](), threading.Event()

    queues, asks = OneWriter.turn, Prepared.rows

    def is_quick() -> bool:
        return bool(running) and threading.current_thread() is not me

    def ask(prepared: Prepared, session: Session, **values: Any) -> list[Any]:
        if is_quick() and WAITS in prepared.sql(session):
            arrived.set()
        return asks(prepared, session, **values)

    def queue(one_writer: OneWriter) -> AbstractContextManager[None]:
        if is_quick():
            arrived.set()
        return queues(one_writer)

    def overtake(place: str) -> None:
        if place == "before rows" and threading.current_thread() is me and not running:
            running.append(pool.submit(quick[0].push, quick[1]))
            running[0].add_done_callback(lambda _: arrived.set())
            assert arrived.wait(timeout=30)

    patch.setattr(Prepared, "rows", ask)
    patch.setattr(OneWriter, "turn", queue)
    patch.setattr(feed, "failpoint", overtake)
    with ThreadPoolExecutor(1) as pool:
        first = slow[0].push(slow[1])
        return [pushed["results"][0]["outcome"] for pushed in (first, running[0].result(timeout=30))]


def describes(phone: WirePhone, kind: str, doc: str, /, **values: Any) -> dict[str, Any]:
    writers = phone.base[doc]["writers"]
    was = {name: writers.get(name, []) for name in values}
    return phone.make(f"describe_{kind}", edits=[{"doc": doc, "type": kind, "set": values, "was": was}])


@pytest.mark.parametrize(
    "kind, mine, yours, locks",
    [
        ("asset", {"serial": "MINE"}, {"brand": "YOURS"}, True),
        ("place", {"code": "MINE"}, {"name_en": "YOURS"}, True),
        ("plan", {"name_zh": "MINE"}, {"name_en": "YOURS"}, True),
        ("project", {"contract_number": "MINE"}, {"client_name_en": "YOURS"}, True),
        ("member", {"phone": "MINE"}, {"title_en": "YOURS"}, True),
        pytest.param("asset", {"serial": "MINE"}, {"brand": "YOURS"}, False, id="known-bad: not locked"),
    ],
)
def test_two_edits_of_one_row_at_the_same_moment_both_stand(
    app: Flask,
    chiefs: tuple[WirePhone, WirePhone],
    phone_of: PhoneOf,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    mine: dict[str, str],
    yours: dict[str, str],
    locks: bool,
) -> None:
    """(regression)"""
    if not locks:
        asks = Question.statement
        monkeypatch.setattr(Question, "statement", lambda asked, name, lock: asks(asked, name, lock=False))
        monkeypatch.setattr(books, "to_write", lambda statement: statement)
    slow, quick = chiefs
    doc = next(one["id"] for one in slow.documents(kind) if one["id"] in quick.base)
    pushed = (slow, describes(slow, kind, doc, **mine)), (quick, describes(quick, kind, doc, **yours))
    assert at_the_same_moment(app, monkeypatch, *pushed) == ["applied", "applied"]
    stands = phone_of("engineer").base[doc]["fields"]
    assert {name: stands[name] for name in mine | yours} == mine | yours


def test_two_who_write_one_field_at_the_same_moment_get_a_conflict(
    app: Flask, chiefs: tuple[WirePhone, WirePhone], world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, quick = chiefs
    pushed = [(phone, describes(phone, "asset", world.ups, serial=phone.name)) for phone in (slow, quick)]
    assert sorted(at_the_same_moment(app, monkeypatch, *pushed)) == ["applied", "conflict"]
