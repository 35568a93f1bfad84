"""An asset's visits in pages: the same rounds in the same order, wherever the pages are cut."""

import random
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import insert

from server.asset_list import visits
from server.database import reading, writing
from server.models import Answer, Retirement, Round, Scan
from tests.support.world import World, new_id

ROUNDS = 30


@pytest.fixture
def expected(app: Flask, world: World) -> list[str]:
    """Rounds with scans, findings, both or neither at the asset, some at one moment; most have left the feed.

    Every seventh is of another project, which this one is not told of.
    """
    draw = random.Random(7)
    common: dict[str, Any] = {"project_id": world.project, "writers": {}, "rev": 1}
    rounds, scans, answers, gone = [], [], [], []
    last: dict[str, tuple[str, str]] = {}
    for k in range(ROUNDS):
        day, round_id = date(2025, 1, 1) + timedelta(days=k), new_id()
        here = {**common, "project_id": world.project if k % 7 else world.foreign_project}
        rounds.append(
            {**here, "id": round_id, "plan_id": world.plan, "template_id": world.template, "asset_ids": [],
             "occurrence_date": day.isoformat(), "name_zh": "", "name_en": "", "due_at": f"{day}T10:00:00Z",
             "state": "sealed"}
        )  # fmt: skip
        times = [f"2025-02-{draw.randint(1, 9):02d}T08:00:00.000Z" for _ in range(draw.randint(0, 3))]
        for at in times:
            scan = {"asset_id": world.ups, "raw": "", "method": "camera", "by": new_id(), "at": at, "received_at": at}
            scans.append({**here, "id": new_id(), "round_id": round_id, **scan})
        if draw.random() < 0.5:
            times.append(f"2025-02-{draw.randint(1, 9):02d}T09:00:00.000Z")
            said = {"asset_id": world.ups, "check_key": "fan", "value": "abnormal", "answered_at": times[-1]}
            answers.append({**here, "id": new_id(), "round_id": round_id, **said})
        if draw.random() < 0.8:
            gone.append({"root_id": round_id, "retired_at": "2025-03-01T00:00:00.000Z"})
            if times and k % 7:
                last[round_id] = (max(times), round_id)
    with app.app_context(), writing() as session:
        for table, rows in ((Round, rounds), (Scan, scans), (Answer, answers), (Retirement, gone)):
            session.execute(insert(table), rows)
    return sorted(last, key=lambda one: last[one], reverse=True)


@pytest.mark.parametrize(("at_once", "most"), [(60, 100), (3, 4), (1, 1), (2, 30)])
def test_pages_tell_each_round_once(
    app: Flask, world: World, expected: list[str], at_once: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visits, "AT_ONCE", at_once)
    told: list[str] = []
    with app.app_context(), reading() as session:
        while page := visits.rounds_that_left(session, world.project, world.ups, told[-1] if told else None, most):
            told += page
            assert len(told) <= ROUNDS
    assert told == expected


def test_after_a_round_on_which_nobody_was_there_comes_nothing(app: Flask, world: World) -> None:
    with app.app_context(), reading() as session:
        assert visits.rounds_that_left(session, world.project, world.ups, new_id(), 10) == []
