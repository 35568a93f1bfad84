"""The server is restored from a backup taken an hour of work earlier; phones and desk give the hour back.

Prints the comparison (pytest -s). Known-bad variants must be caught.
"""

import random

import pytest
from flask import Flask

from server.backup import give_back
from server.jobs import run_due_jobs
from tests.server.restore.comparison import Comparison, compare, state_of
from tests.server.restore.hour import Team, applied, before_the_backup, the_hour
from tests.support.clock import FakeClock
from tests.support.restored import Operator
from tests.support.world import World


def lose_an_hour(team: Team, operator: Operator, seed: int | None = None) -> Comparison:
    """Work, back up, work an hour, restore, sync everybody (in an order by seed); say what is different."""
    before_the_backup(team)
    operator.backs_up(team.app)
    the_hour(team)
    before = state_of(team.app)
    restored = operator.restores(team.app)
    team.clock.advance(hours=2)
    order = list(team.phones)
    if seed is not None:
        random.Random(seed).shuffle(order)
    for phone in order:
        phone.moves_to(restored)
        phone.syncs(restored)
        run_due_jobs(restored)
    team.app = restored
    for phone in order:
        phone.syncs(restored)
    said = compare(before, state_of(restored))
    print(f"\nseed {seed}: {[phone.name for phone in order]}\n{said}")
    return said


@pytest.fixture
def team(app: Flask, clock: FakeClock, world: World) -> Team:
    return Team(app, clock, world)


@pytest.mark.parametrize("seed", [None, 1, 2])
def test_phones_give_the_hour_back(team: Team, operator: Operator, seed: int | None) -> None:
    """With seed 2 Ben comes before Anna: their conflict falls the other way, and decisions on it park."""
    said = lose_an_hour(team, operator, seed)
    assert said.wrong == []
    assert (said.turned_out_differently > 0) == (seed == 2)


def test_work_goes_on_after_it(team: Team, operator: Operator) -> None:
    """New numbers are nobody's old ones, and a second restore from a new backup loses nothing either."""
    assert lose_an_hour(team, operator).wrong == []
    ticket = team.anna.answers(team.world.ups, "fan", value="abnormal", severity=1, seen="又响")
    applied(ticket)
    numbers = [row["number"] for row in team.anna.pull().sees("ticket")]
    assert len(set(numbers)) == len(numbers)
    before = state_of(team.app)
    operator.backs_up(team.app)
    assert compare(before, state_of(operator.restores(team.app))).wrong == []


def test_a_restore_that_keeps_its_incarnation_is_caught(
    team: Team, operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Known-bad: phones do not notice, and keep to themselves what they think the server has."""
    monkeypatch.setattr(give_back, "begin_new_history", lambda _: "the same")
    wrong = lose_an_hour(team, operator).wrong
    assert any("is lost" in each for each in wrong)


def test_a_server_that_ignores_receipts_is_caught(
    team: Team, operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Known-bad: today's rights and today's order decide on yesterday's work."""
    monkeypatch.setattr("server.sync.routes.read_receipt", lambda *_: None)
    assert lose_an_hour(team, operator, seed=1).wrong != []


def test_a_phone_that_forgets_at_commit_is_caught(team: Team, operator: Operator) -> None:
    """Known-bad: committed is not durable where there is a backup policy."""
    for phone in team.phones:
        phone.forgets_at_commit = True
    wrong = lose_an_hour(team, operator).wrong
    assert any("is lost" in each for each in wrong)
