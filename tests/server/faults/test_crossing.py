"""Two batches about the same faults in two rounds, in opposite orders, at once: neither waits for the other for ever.

PostgreSQL ends such a circle after a second by failing one of the two: nothing is lost, but phones queue behind it.
"""

from functools import partial
from typing import Any

from flask import Flask
from sqlalchemy import text

from server.database import reading
from server.rules.ids import answer_id, round_id
from server.sync.apply import apply_operations
from tests.server.faults.conftest import RealPhoneOf, Serve
from tests.server.faults.test_at_once import at_once
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import DAY, SETTER, World, operation

NEXT_DAY = "2026-11-23"
TIMES = 12


def _judges(phone: WirePhone, day: str, value: str, *, backwards: bool) -> list[dict[str, Any]]:
    """Every item of both assets, one operation each."""
    world, round_ = phone.world, round_id(phone.world.plan, day)
    cells = [(world.ups, "fan"), (world.recorder, "picture"), (world.ups, "battery")]
    made = []
    for asset, key in reversed(cells) if backwards else cells:
        doc = answer_id(round_, asset, key)
        about = {"round_id": round_, "asset_id": asset, "check_key": key}
        values: dict[str, Any] = {"value": value, "severity": 2 if value == "abnormal" else None}
        was = {name: phone.base.get(doc, {}).get("writers", {}).get(name, []) for name in values}
        edit = {"doc": doc, "type": "answer", "key": about, "set": values, "was": was}
        made.append(phone.make("answer_item", edits=[edit]))
    return made


def test_batches_that_cross_do_not_lock_each_other_out(
    app: Flask, serve: Serve, phone_of: RealPhoneOf, world: World, clock: FakeClock
) -> None:
    args = {"plan_id": world.plan, "occurrence_date": NEXT_DAY, "template_id": world.template}
    planned = operation("plan_round", clock, doc=round_id(world.plan, NEXT_DAY), args=args)
    with app.app_context():
        assert apply_operations(SETTER, [planned])[0].record.outcome == "applied"
    with serve(workers=2, threads=4) as server:
        anna, ben = phone_of(server, "engineer"), phone_of(server, "colleague")
        for k in range(TIMES):
            value = "normal" if k % 2 else "abnormal"
            hers = _judges(anna.pull(), DAY, value, backwards=False)
            his = _judges(ben.pull(), NEXT_DAY, value, backwards=True)
            for answer in at_once([partial(anna.push, *hers), partial(ben.push, *his)]):
                assert {result["outcome"] for result in answer["results"]} == {"applied"}
    with app.app_context(), reading() as session:
        if session.get_bind().dialect.name == "postgresql":
            ended = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
            assert session.scalar(text(ended)) == 0
