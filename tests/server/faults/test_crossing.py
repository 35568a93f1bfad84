"""Two batches about the same faults in two rounds, in opposite orders, at once: neither waits for the other for ever.

PostgreSQL ends such a circle after a second by failing one of the two: nothing is lost, but phones queue behind it.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text

from server.database import reading
from server.rules.ids import answer_id, round_id
from server.sync.apply import apply_operations
from tests.server.faults.conftest import RealPhoneOf, Serve
from tests.server.faults.test_at_once import at_once
from tests.support.clock import FakeClock
from tests.support.real_server import RealServer
from tests.support.wire_phone import WirePhone
from tests.support.world import DAY, SETTER, World, operation

NEXT_DAY = "2026-11-23"
TIMES = 12

Cell = tuple[str | None, str]
Act = Callable[[], dict[str, Any]]
FAN, BATTERY, PICTURE, WHOLE = ("ups", "fan"), ("ups", "battery"), ("recorder", "picture"), (None, "whole")
EACH: tuple[Cell, ...] = (FAN, PICTURE, BATTERY, WHOLE)


def _says(phone: WirePhone, day: str, cells: Sequence[Cell], **values: Any) -> list[dict[str, Any]]:
    """The same of these items, one operation each."""
    world, round_ = phone.world, round_id(phone.world.plan, day)
    made = []
    for name, key in cells:
        asset = getattr(world, name) if name else None
        doc = answer_id(round_, asset, key)
        about = {"round_id": round_, "asset_id": asset, "check_key": key}
        was = {name: phone.base.get(doc, {}).get("writers", {}).get(name, []) for name in values}
        edit = {"doc": doc, "type": "answer", "key": about, "set": values, "was": was}
        made.append(phone.make("answer_item", edits=[edit]))
    return made


@pytest.fixture
def server(app: Flask, serve: Serve, world: World, clock: FakeClock) -> Iterator[RealServer]:
    """Two rounds; at the end nobody must have been locked out."""
    args = {"plan_id": world.plan, "occurrence_date": NEXT_DAY, "template_id": world.template}
    planned = operation("plan_round", clock, doc=round_id(world.plan, NEXT_DAY), args=args)
    with app.app_context():
        assert apply_operations(SETTER, [planned])[0].record.outcome == "applied"
    with serve(workers=2, threads=4) as server:
        yield server
    with app.app_context(), reading() as session:
        if session.get_bind().dialect.name == "postgresql":
            ended = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
            assert session.scalar(text(ended)) == 0


def _push_at_once(hers: Act, his: Act) -> None:
    for answer in at_once([hers, his]):
        assert {result["outcome"] for result in answer["results"]} == {"applied"}


@pytest.mark.parametrize("cells", [(FAN, PICTURE, BATTERY), (WHOLE, FAN), EACH])
def test_batches_that_cross_do_not_lock_each_other_out(
    server: RealServer, phone_of: RealPhoneOf, cells: tuple[Cell, ...]
) -> None:
    anna, ben = phone_of(server, "engineer"), phone_of(server, "colleague")
    for k in range(TIMES):
        values: Any = {"value": "normal", "severity": None} if k % 2 else {"value": "abnormal", "severity": 2}
        hers = _says(anna.pull(), DAY, cells, **values)
        his = _says(ben.pull(), NEXT_DAY, cells[::-1], **values)
        _push_at_once(partial(anna.push, *hers), partial(ben.push, *his))


@pytest.mark.parametrize("values", [{"remark": "看过了"}, {"severity": 1}])
def test_neither_do_those_whose_rounds_have_faults_elsewhere(
    server: RealServer, phone_of: RealPhoneOf, values: dict[str, Any]
) -> None:
    """Each speaks of one asset, and both rounds have raised tickets of the other one too."""
    anna, ben = phone_of(server, "engineer"), phone_of(server, "colleague")
    for phone, day in ((anna, DAY), (ben, NEXT_DAY)):
        phone.pull().push(*_says(phone, day, EACH, value="abnormal", severity=2))
    for _ in range(TIMES):
        hers = _says(anna.pull(), DAY, (FAN,), **values)
        his = _says(ben.pull(), NEXT_DAY, (PICTURE,), **values)
        _push_at_once(partial(anna.push, *hers), partial(ben.push, *his))
