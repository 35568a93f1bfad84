"""F1: the protocol's logic by the state machine of tests/server/sync: one thread, every step drawn.

Its short form are the tests of that machine.
"""

from contextlib import ExitStack
from typing import Any
from unittest.mock import patch

from flask import Flask
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from server import create_app
from server.config import TestConfig
from server.extensions import db
from server.rules.merge import Merged
from server.sync import merging
from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.ground import Ground
from tests.faults.frame.tally import Tally
from tests.server.sync import invariants
from tests.server.sync.test_state_machine import STEPS, SyncMachine
from tests.support.client import ReadingClient
from tests.support.clock import FakeClock

SECONDS_AN_EXAMPLE = 3.0
BAD_EXAMPLES = 60  # it ends with the first that shows
LAST_WRITE_WINS = "a merge that ignores who was seen"
COLUMNS = {"I1": "doubled", "I5": "overwritten", "I15": "overwritten", "I16": "stuck"}


def run(ground: Ground, plan: Plan) -> Tally:
    tally, clock = Tally(), FakeClock()
    with ExitStack() as stack:
        if plan.variant == LAST_WRITE_WINS:
            for merge in ("merge_keep", "merge_worse_wins"):
                stack.enter_context(patch.object(merging, merge, _last_write_wins))

        class Machine(SyncMachine):
            def heal(self) -> None:
                super().heal()
                tally.operations += len(invariants.operations())

        Machine.make_app = staticmethod(lambda: _make_app(ground, clock, stack))
        Machine.clock = clock
        _explore(seed(plan.seed)(Machine), plan, tally)
    return tally


def _last_write_wins(op: str, now: Any, *_: Any) -> Merged:
    return Merged("written", now, (op,))


def _make_app(ground: Ground, clock: FakeClock, stack: ExitStack) -> Flask:
    url = ground.databases.fresh()
    app = create_app(TestConfig(data_dir=ground.folder / "logic", database_url=url), clock)
    app.test_client_class = ReadingClient

    def close() -> None:
        with app.app_context():
            db.engine.dispose()
        ground.databases.drop(url)

    stack.callback(close)
    return app


def _explore(machine: type[SyncMachine], plan: Plan, tally: Tally) -> None:
    wanted = settings(
        max_examples=BAD_EXAMPLES if plan.variant else max(1, round(plan.seconds / SECONDS_AN_EXAMPLE)),
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(machine, settings=wanted)
    except AssertionError as failure:
        tally.found(COLUMNS.get(str(failure).split(" ")[0], "lost"), str(failure)[:600])


FAULT = Fault("F1", "the protocol's logic, every step drawn", run, (LAST_WRITE_WINS,), short_seconds=0)
