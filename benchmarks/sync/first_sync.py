"""What a phone fetches that sees a project for the first time: 5,000 assets, and three years of daily rounds.

The rounds are sealed; those sealed more than 14 days ago are retired by the server's own hand before it is measured.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from flask import Flask

from benchmarks.sync.bench import Bench
from benchmarks.sync.catalogue import write_documents
from benchmarks.sync.firm import ITEMS, Firm, Project, new_id
from benchmarks.sync.first_pages import first_pages
from benchmarks.sync.phones import COOKIE, Phone
from benchmarks.sync.work import SEEN_WRONG
from server import create_app
from server.clock import now
from server.config import TestConfig
from server.database import reading, writing
from server.extensions import db
from server.rules.ids import answer_id, round_id
from server.sync.retirement import QUIET, due, retire

PHONE, PLACES, ASSETS, DAYS = 1, 100, 5_000, 3 * 365
MOST_MB, RETIRED_AT_ONCE = 5.0, 50
KINDS = (("UPS", "不间断电源"), ("Air conditioner", "精密空调"), ("Core switch", "核心交换机"), ("Camera", "摄像机"))


def measure(bench: Bench) -> None:
    app = create_app(TestConfig(data_dir=bench.new_folder(), database_url=bench.database.copy(bench.url)))
    phone, project = bench.phones[PHONE], bench.firm.projects[PHONE]
    places = [_place(k) for k in range(PLACES)]
    write_documents(app, project, "place", places)
    write_documents(app, project, "asset", (_asset(k, places[k % PLACES]["id"]) for k in range(ASSETS)))
    with app.app_context():
        today = now().date()
    days = [today - timedelta(day) for day in range(1, bench.times(DAYS, least=QUIET.days + 1) + 1)]
    write_documents(app, project, "round", (_round(bench.firm, project, day) for day in reversed(days)))
    write_documents(app, project, "answer", (one for day in reversed(days) for one in _answers(project, day)))
    _retire(app)
    size = _first_sync(app, phone)
    with app.app_context():
        db.engine.dispose()
    bench.add(f"first sync: {ASSETS:,} assets, {len(days):,} rounds", size, "MB", most=MOST_MB)


def _first_sync(app: Flask, phone: Phone) -> float:
    """Megabytes of packed answers."""
    client = app.test_client()
    client.set_cookie(COOKIE, phone.token)
    return sum(size for size, _ in first_pages(client, phone.device)) / 1e6


def _retire(app: Flask) -> None:
    with app.app_context():
        while True:
            with reading() as session:
                roots = due(session, "round", RETIRED_AT_ONCE)
            if not roots:
                break
            with writing() as session:
                for root in roots:
                    retire(session, root)


def _place(number: int) -> dict[str, Any]:
    name = {"name_zh": f"{number}号机房", "name_en": f"Machine room {number}"}
    return {"id": new_id(), "kind": "room", "code": f"R-{number:03d}", **name}


def _asset(number: int, place: str) -> dict[str, Any]:
    english, chinese = KINDS[number % len(KINDS)]
    what = {"kind": "device", "category": "ups", "importance": "normal", "place_id": place}
    name = {"code": f"A-{number:05d}", "name_zh": f"{chinese}{number}号", "name_en": f"{english} {number}"}
    made = {"brand": "科华", "model": f"KR-{number % 40:02d}00", "serial": f"SN{number * 7919:010d}"}
    stands = {"position": f"第{number % 12 + 1}列{number % 20 + 1}柜", "installed_on": "2023-11-01"}
    return {**what, **name, **made, **stands}


def _round(firm: Firm, project: Project, day: date) -> dict[str, Any]:
    what = {"plan_id": project.plan, "occurrence_date": day.isoformat(), "template_id": firm.template}
    name = {"name_zh": "每日巡检", "name_en": "Daily round", "place_id": project.room, "asset_ids": project.assets}
    when = dict.fromkeys(("due_at", "opened_at", "submitted_at", "sealed_at"), f"{day}T10:00:00.000Z")
    sealed = {"state": "sealed", "number": f"P1-{day:%Y%m%d}", "seal_hash": new_id().replace("-", "") * 2}
    return {"id": round_id(project.plan, day.isoformat()), **what, **name, **when, **sealed}


def _answers(project: Project, day: date) -> Iterator[dict[str, Any]]:
    """An answer to every item of every asset of the round; every tenth has something to say."""
    round_ = round_id(project.plan, day.isoformat())
    cells = [(asset, key) for asset in project.assets for key in ITEMS]
    for number, (asset, key) in enumerate(cells, start=1):
        said = {"value": "abnormal", **SEEN_WRONG} if number % 10 == 0 else {"value": "normal"}
        cell = {"round_id": round_, "asset_id": asset, "check_key": key}
        yield {"id": answer_id(round_, asset, key), **cell, **said, "answered_at": f"{day}T09:00:00.000Z"}
