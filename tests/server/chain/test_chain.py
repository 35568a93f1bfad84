"""Whoever changes the books behind our back is found: a flipped byte, a removed row, a swapped pair, a cut tail."""

import pytest
from flask import Flask
from sqlalchemy import delete, select, update

from server.chain.linking import link_new
from server.chain.verifying import Verified, verify_chains
from server.database import reading, writing
from server.jobs import run_due_jobs
from server.jobs.chain_operations import anchor_chains
from server.models import Link, Operation
from tests.server.sync.conftest import PhoneOf, phone_of, world
from tests.support.restored import config_of
from tests.support.world import World

__all__ = ["phone_of", "world"]
Chained = tuple[Flask, list[str]]


def verify(app: Flask) -> Verified:
    with app.app_context():
        return verify_chains(config_of(app).data_dir)


@pytest.fixture
def chained(app: Flask, phone_of: PhoneOf, world: World) -> Chained:
    """A day's operations, chained and anchored; and the ids of a phone's own."""
    anna = phone_of("engineer")
    run_due_jobs(app)
    ops = [anna.answers(world.ups, "fan", remark=str(k))["op"] for k in range(5)]
    with app.app_context():
        anchor_chains(app, {})
    found = verify(app)
    assert (found.wrong, found.unchained) == ([], 0)
    assert found.links > len(ops)
    return app, ops


def in_books(app: Flask, statement: object) -> None:
    with app.app_context(), writing() as session:
        session.execute(statement)  # type: ignore[call-overload]  # any statement


def test_a_flipped_byte_is_found(chained: Chained) -> None:
    app, ops = chained
    with app.app_context(), reading() as session:
        body = session.get_one(Operation, ops[2]).body
    flipped = body.replace('"remark":"2"', '"remark":"3"')
    assert flipped != body
    in_books(app, update(Operation).where(Operation.op_id == ops[2]).values(body=flipped))
    (wrong,) = verify(app).wrong
    assert ops[2] in wrong


@pytest.mark.parametrize("column", ["actor_id", "received_at", "name", "n", "device_id"])
def test_who_and_when_cannot_be_changed_either(chained: Chained, column: str) -> None:
    app, ops = chained
    other = {"received_at": "2026-11-21T07:00:00.000Z", "n": 999}.get(column, "x")
    in_books(app, update(Operation).where(Operation.op_id == ops[0]).values({column: other}))
    assert len(verify(app).wrong) == 1


def test_a_deleted_row_is_found(chained: Chained) -> None:
    app, ops = chained
    in_books(app, delete(Operation).where(Operation.op_id == ops[1]))
    (wrong,) = verify(app).wrong
    assert f"operation {ops[1]} is missing" in wrong


def test_a_deleted_link_is_found(chained: Chained) -> None:
    app, ops = chained
    in_books(app, delete(Link).where(Link.op_id == ops[1]))
    assert any("are missing" in wrong for wrong in verify(app).wrong)


def test_a_swapped_pair_is_found(chained: Chained) -> None:
    app, ops = chained
    first, second = ops[1], ops[2]
    for old, new in ((first, "-"), (second, first), ("-", second)):
        in_books(app, update(Link).where(Link.op_id == old).values(op_id=new))
    wrong = verify(app).wrong
    assert any(first in each for each in wrong) and any(second in each for each in wrong)


def test_an_outcome_that_was_taken_back_is_found(chained: Chained) -> None:
    app, ops = chained
    in_books(app, update(Operation).where(Operation.op_id == ops[3]).values(outcome="parked"))
    run_due_jobs(app)
    with app.app_context():
        assert link_new() == 0
    (wrong,) = verify(app).wrong
    assert ops[3] in wrong and "the books say parked" in wrong


def test_a_tail_that_was_cut_off_is_found_by_its_anchor(chained: Chained) -> None:
    """The database alone cannot know: operations and links are gone together."""
    app, ops = chained
    with app.app_context(), writing() as session:
        tail = session.scalars(select(Link).where(Link.op_id == ops[-1])).one()
        session.execute(delete(Link).where(Link.project == tail.project, Link.k >= tail.k))
        session.execute(delete(Operation).where(Operation.op_id == ops[-1]))
    (wrong,) = verify(app).wrong
    assert "anchored" in wrong


def test_one_that_ripens_is_chained_again(app: Flask, phone_of: PhoneOf, world: World) -> None:
    anna, ben = phone_of("engineer"), phone_of("colleague")
    cause = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", remark="甲")])
    waits = ben.does(
        "answer_item", edits=[ben.edit(world.ups, "fan", remark="乙") | {"was": {"remark": [cause["op"]]}}]
    )
    with app.app_context():
        link_new()
        anna.push(cause)
        link_new()
        with reading() as session:
            links = session.scalars(select(Link.outcome).where(Link.op_id == waits["op"]).order_by(Link.k)).all()
    assert list(links) == ["waiting", "applied"]
    assert verify(app).wrong == []


def test_linking_in_pieces_is_linking_at_once(
    app: Flask, phone_of: PhoneOf, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.chain.linking.AT_ONCE", 3)
    monkeypatch.setattr("server.chain.verifying.AT_ONCE", 2)
    phone_of("engineer").answers(world.ups, "fan", value="normal")
    with app.app_context():
        while link_new():
            pass
    found = verify(app)
    assert (found.wrong, found.unchained) == ([], 0)
