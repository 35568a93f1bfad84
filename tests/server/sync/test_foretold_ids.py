"""Some ids can be foretold (tomorrow's round, a job's operation): nobody takes them before they are given.

And should one be taken all the same, it stops that one row, not the job that makes those of every project.
"""

from typing import Any

import pytest
from flask import Flask

from server.jobs import run_due_jobs
from server.rules.ids import natural_id, round_id
from server.sync.apply import apply_operations
from tests.server.jobs.test_make_rounds import days_of
from tests.server.sync.conftest import PhoneOf
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import SETTER, World, new_id, operation

TOMORROW = "2026-11-23"
MADE = ["2026-11-22", TOMORROW, "2026-11-24"]


def a_place(world: World, doc: str) -> list[dict[str, Any]]:
    values = {"kind": "room", "name_zh": "占", "name_en": "Taken"}
    return [{"doc": doc, "type": "place", "key": {"project_id": world.project}, "set": values, "was": {}}]


def scan(phone: WirePhone, op: str, after: list[str] | None = None) -> dict[str, Any]:
    args = {"asset_id": phone.world.ups, "raw": "x", "method": "typed"}
    return phone.make("scan_asset", doc=phone.world.round, args=args, after=after or []) | {"op": op}


@pytest.mark.parametrize("language, words", [("zh-CN", "编号不是新生成的"), ("en", "id was not newly made")])
def test_a_row_under_an_id_that_a_rule_will_give_is_refused(
    phone_of: PhoneOf, world: World, language: str, words: str
) -> None:
    """(regression)"""
    chief = phone_of("supervisor")
    chief.language = language
    result = chief.does("describe_place", edits=a_place(world, round_id(world.plan, TOMORROW)))
    assert (result["outcome"], result["code"], result["reason"]) == ("parked", "invalid", "id_not_fresh")
    assert words in result["message"]


def test_a_label_under_such_an_id_is_refused(phone_of: PhoneOf, world: World) -> None:
    args = {"asset_id": world.ups, "code": "2222222", "check": "A" * 16}
    result = phone_of("supervisor").does("issue_tag", doc=round_id(world.plan, TOMORROW), args=args, seen={})
    assert (result["outcome"], result["reason"]) == ("parked", "id_not_fresh")


@pytest.mark.parametrize("kind", ["the round's", "the operation's"])
def test_an_operation_under_such_an_id_is_kept_and_asked_for_under_another(
    app: Flask, phone_of: PhoneOf, world: World, kind: str
) -> None:
    """(regression)"""
    op = round_id(world.plan, TOMORROW) if kind == "the round's" else natural_id("plan_round", world.plan, TOMORROW)
    engineer = phone_of("engineer")
    taken = scan(engineer, op)
    (first,), (again,) = engineer.push(taken)["results"], engineer.push(taken)["results"]
    assert (first["outcome"], first["code"]) == (again["outcome"], again["code"]) == ("parked", "op_id_reused")
    assert engineer.push(scan(engineer, new_id()))["results"][0]["outcome"] == "applied"
    run_due_jobs(app)
    assert days_of(app, world.plan) == MADE


def test_a_taken_id_stops_its_own_round_and_no_other(app: Flask, world: World, clock: FakeClock) -> None:
    """(regression)"""
    with app.app_context():
        taken = operation("describe_place", clock, edits=a_place(world, round_id(world.plan, TOMORROW)))
        assert apply_operations(SETTER, [taken])[0].record.outcome == "applied"
    run_due_jobs(app)
    assert days_of(app, world.plan) == [day for day in MADE if day != TOMORROW]
    assert days_of(app, world.foreign_plan) == MADE


def test_who_waits_for_a_job_and_cannot_be_stored_does_not_stop_it(app: Flask, phone_of: PhoneOf, world: World) -> None:
    """An engineer names the job's operation, which can be foretold, and takes an asset's id (regression)."""
    engineer = phone_of("engineer")
    waits = scan(engineer, world.recorder, after=[natural_id("plan_round", world.plan, TOMORROW)])
    assert engineer.push(waits)["results"][0]["outcome"] == "waiting"
    run_due_jobs(app)
    assert days_of(app, world.plan) == MADE
    assert engineer.pull().sees("op_status")[0]["reason"] == "not_stored"
