"""Invariants whose known-bad variants no fault brings to light by chance: each is done here by hand, and caught.

The table of all invariants, their tests and their variants is in docs/trust.md.
"""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import update

from server.blobs.incoming import Incoming
from server.models import Seal
from server.sync import attempt
from server.sync.batch import Batch
from server.sync.work import Work
from tests.server.sync import invariants
from tests.server.sync.conftest import PhoneOf
from tests.support import walk
from tests.support.clock import FakeClock
from tests.support.sync_phone import Reply, SyncPhone
from tests.support.tus_phone import TusPhone, sha256
from tests.support.world import World

PHOTO = b"\xff\xd8\xff" + bytes(range(256)) * 8
ABNORMAL = {"value": "abnormal", "severity": 3, "indication": "红灯", "actual": "风扇停转"}


class CountingPhone(SyncPhone):
    """Known-bad: it numbers what it is shown by itself, so a page shown again is news."""

    def _take_page(self, page: Reply) -> None:
        before = {doc: row.get("times", 0) for doc, row in self.base.items()}
        super()._take_page(page)
        for doc in page["docs"]:
            self.base[doc["id"]]["times"] = before.get(doc["id"], 0) + 1

    def take_pull(self, request: Reply, reply: Reply) -> bool:
        self.cursors = dict(request["cursors"])
        return super().take_pull(request, reply)


@pytest.mark.parametrize(("kind", "is_good"), [(SyncPhone, True), (CountingPhone, False)])
def test_a_page_twice(app: Flask, clock: FakeClock, world: World, kind: type[SyncPhone], is_good: bool) -> None:
    phone = kind(app.test_client(), clock, world, "engineer").sign_in()
    said(lambda: invariants.check_a_page_twice_changes_nothing(phone), "I4", is_good)


@pytest.mark.parametrize("is_good", [True, False])
def test_bytes_under_another_hash(app: Flask, world: World, monkeypatch: pytest.MonkeyPatch, is_good: bool) -> None:
    """Known-bad: what was declared is believed."""
    if not is_good:
        monkeypatch.setattr(Incoming, "sha256", property(lambda _: sha256(PHOTO)))
    phone = TusPhone(app, "engineer")
    url = phone.begin(PHOTO)
    phone.send(url, 0, bytes(len(PHOTO)))
    with app.app_context():
        said(lambda: invariants.check_vouched_bytes(app), "I10", is_good)


@pytest.mark.parametrize("is_good", [True, False])
def test_a_seal_that_changes(
    app: Flask, phone_of: PhoneOf, world: World, monkeypatch: pytest.MonkeyPatch, is_good: bool
) -> None:
    """Known-bad: what comes late is written into the seal."""
    engineer, colleague, supervisor = phone_of("engineer"), phone_of("colleague"), phone_of("supervisor")
    walk.walk(engineer)
    assert walk.approve(supervisor)["outcome"] == "applied"
    with app.app_context():
        before = invariants.signed_hashes()
    if not is_good:
        monkeypatch.setattr(Work, "insert", _inserts_into_the_seal(Work.insert))
    assert colleague.pull().answers(world.ups, "fan", **ABNORMAL)["outcome"] == "applied"
    assert supervisor.pull().sees("amendment")
    with app.app_context():
        said(lambda: invariants.check_what_was_signed_stands(before), "I11", is_good)


def _inserts_into_the_seal(insert: Callable[..., Any]) -> Callable[..., Any]:
    def inserts(work: Work, doc_type: str, /, *args: Any, **values: Any) -> Any:
        if doc_type == "amendment":
            work.books.session.execute(update(Seal).values(content="{}"))
        return insert(work, doc_type, *args, **values)

    return inserts


@pytest.mark.parametrize("is_good", [True, False])
def test_a_decision_on_an_old_screen(
    app: Flask, phone_of: PhoneOf, world: World, monkeypatch: pytest.MonkeyPatch, is_good: bool
) -> None:
    """Known-bad: nobody looks whether the screen was old. Two at once: tests/server/faults/test_at_once.py."""
    engineer, supervisor = phone_of("engineer"), phone_of("supervisor")
    walk.walk(engineer)
    seen = supervisor.pull().seen_of_round()
    engineer.answers(world.ups, "fan", remark="后来加的")
    if not is_good:
        monkeypatch.setattr(attempt, "_stale_if_moved", lambda _work, _entry: None)
    supervisor.does("approve_round", doc=world.round, args={}, seen=seen)
    with app.app_context():
        said(invariants.check_decisions_saw_all, "I14", is_good)


@pytest.mark.parametrize("is_good", [True, False])
def test_one_that_waits_for_ever(
    app: Flask, phone_of: PhoneOf, world: World, monkeypatch: pytest.MonkeyPatch, is_good: bool
) -> None:
    """Known-bad: a cause that comes wakes nobody."""
    engineer, colleague = phone_of("engineer"), phone_of("colleague")
    args = {"asset_id": world.ups, "raw": "x", "method": "typed"}
    cause = engineer.make("scan_asset", doc=world.round, args=args, after=[])
    waiter = colleague.make("scan_asset", doc=world.round, args=args, after=[cause["op"]])
    assert colleague.push(waiter)["results"][0]["outcome"] == "waiting"
    if not is_good:
        monkeypatch.setattr(Batch, "_wake", lambda *_: None)
    assert engineer.push(cause)["results"][0]["outcome"] == "applied"
    with app.app_context():
        said(invariants.check_nothing_waits, "I16", is_good)


def said(check: Callable[[], None], invariant: str, is_good: bool) -> None:
    """The check holds of the good one and names the invariant that the bad one breaks."""
    if is_good:
        check()
    else:
        with pytest.raises(AssertionError, match=rf"^{invariant}\b"):
            check()
