"""The demo comes in through operations, once, and is there again on every later start."""

from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from server import demo
from server.database import reading
from server.demo import bookkeeping
from server.demo.days import PAST_DAYS
from server.demo.equipment import ASSETS
from server.demo.incidents import INCIDENTS
from server.demo.plans import single_plan
from server.extensions import Base
from server.models import Asset, Operation, Photo, Plan, Readings, Round, Seal, Tag, Template, Ticket
from tests.support.clock import FakeClock


def counts(app: Flask) -> dict[str, int]:
    """How many rows every table has."""
    with app.app_context(), reading() as session:
        tables = Base.metadata.sorted_tables
        return {table.name: session.execute(select(func.count()).select_from(table)).scalar_one() for table in tables}


def test_the_first_load_brings_the_contract_and_its_history(app: Flask) -> None:
    summary = demo.load(app)
    assert ("engineer01", "维护工程师01 Engineer 01") in summary.sign_ins
    assert summary.labels.read_bytes().startswith(b"%PDF")
    with app.app_context(), reading() as session:
        assert session.scalars(select(Operation.outcome).distinct()).all() == ["applied"]
        assert session.scalars(select(Round.state)).all() == ["sealed"] * len(PAST_DAYS)
        assert session.scalars(select(func.count()).select_from(Seal)).one() == len(PAST_DAYS)
        assert session.scalars(select(Photo.blob_state).distinct()).all() == ["verified"]
        assert len(session.scalars(select(Template)).all()) == 3
        tagged = select(func.count()).select_from(Asset).join(Tag, Tag.asset_id == Asset.id)
        assert session.scalars(tagged).one() == len(ASSETS) + 1
        ticket = session.scalars(select(Ticket).where(Ticket.source == "round")).one()
        assert (ticket.number, ticket.state, ticket.severity, ticket.is_open) == ("GD-0001", "confirmed", 3, True)
        assert len(ticket.assignee_ids) == 1
        series = session.scalars(select(Readings.series)).all()
        assert {len(entries) for each in series for entries in each.values()} == {len(PAST_DAYS)}


def test_a_second_load_changes_nothing(app: Flask) -> None:
    demo.load(app)
    before = counts(app)
    demo.load(app)
    assert counts(app) == before


def test_a_later_day_adds_that_days_single_round_and_nothing_else(app: Flask, clock: FakeClock) -> None:
    demo.load(app)
    before = counts(app)
    clock.advance(days=3)
    demo.load(app)
    after = counts(app)
    assert after["plan"] == before["plan"] + 1
    assert (after["round"], after["asset"], after["photo"]) == (before["round"], before["asset"], before["photo"])
    tomorrow = (clock.now() + timedelta(hours=8)).date()
    with app.app_context(), reading() as session:
        assert session.get(Plan, single_plan(tomorrow).id) is not None


@pytest.mark.parametrize("stop_after", [1, 5, 12])
def test_a_load_that_was_cut_off_is_finished_by_the_next(
    app: Flask, monkeypatch: pytest.MonkeyPatch, stop_after: int
) -> None:
    handed = count(1)
    whole = bookkeeping.hand_in

    def cut_off(*given: Any, **more: Any) -> None:
        if next(handed) > stop_after:
            raise KeyboardInterrupt
        whole(*given, **more)

    for module in ("loading", "history", "incidents"):
        monkeypatch.setattr(f"server.demo.{module}.hand_in", cut_off)
    with pytest.raises(KeyboardInterrupt):
        demo.load(app)
    monkeypatch.undo()
    demo.load(app)
    with app.app_context(), reading() as session:
        assert session.scalars(select(Round.state)).all() == ["sealed"] * len(PAST_DAYS)
        assert session.scalars(select(func.count()).select_from(Ticket)).one() == 1 + len(INCIDENTS)
