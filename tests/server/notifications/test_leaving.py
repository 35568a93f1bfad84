"""Old messages leave the phones."""

from typing import Any

from flask import Flask

from server.jobs import run_due_jobs
from tests.server.notifications.conftest import PhoneOf, Tells
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import World


def comments(phone: WirePhone) -> list[dict[str, Any]]:
    """Not what the clocks have told meanwhile; by time."""
    return sorted((row for row in phone.sees("notice") if row["kind"] == "commented"), key=lambda row: row["at"])


def test_a_message_leaves_after_thirty_days_and_one_that_is_read_late_comes_back_for_a_day(
    app: Flask, clock: FakeClock, world: World, tells: Tells, phone_of: PhoneOf
) -> None:
    tells("commented/1", kind="commented", people=[world.people["client"]])
    clock.advance(days=29)
    tells("commented/2", kind="commented", people=[world.people["client"]])
    run_due_jobs(app)
    old, new = comments(phone_of("client"))
    clock.advance(days=1)
    run_due_jobs(app)
    phone = phone_of("client")
    assert [row["id"] for row in comments(phone)] == [new["id"]]
    edit = {"doc": old["id"], "type": "notice", "set": {"read_at": "2026-11-22T08:00:00Z"}, "was": {}}
    assert phone.does("read_notice", edits=[edit])["outcome"] == "applied"
    assert len(comments(phone_of("client"))) == 2
    clock.advance(days=1)
    run_due_jobs(app)
    assert len(comments(phone_of("client"))) == 1
