"""One contract of a given size: places, assets, and ten answers to each asset in rounds over three years.

Rows are written as they stand after years of use: rounds sealed more than two weeks ago have left the feed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Table, insert

from benchmarks.sync.catalogue import ROWS_AT_ONCE, write_documents
from benchmarks.sync.firm import PASSWORD, Firm, Project, found, new_id, sign_in_name
from benchmarks.tickets.office import BEGIN, OurClock
from server import create_app
from server.asset_list.texts import write_texts
from server.commands.database import upgrade_database
from server.config import TestConfig
from server.database import writing
from server.extensions import db
from server.models import Grant, Operation, Retirement
from server.models.documents import DOCUMENT_TYPES
from server.operations.fields import CATEGORIES
from server.rules.ids import answer_id, round_id

TO_A_ROUND, ANSWERS_EACH = 40, 5  # 200 answers to a round
OLD, DAYS = timedelta(days=15), 3 * 365
IN_A_ROOM, IN_A_RACK = 200, 20
KINDS = (("不间断电源", "UPS"), ("精密空调", "Air conditioner"), ("核心交换机", "Core switch"), ("摄像机", "Camera"))
CHECKS = tuple(f"item_{number}" for number in range(1, ANSWERS_EACH + 1))
READING = CHECKS[0]


@dataclass
class Contract:
    """`asset` is one with a long history, `middle` one half-way by code, `room` any; `round` is the last handed in."""

    app: Flask
    firm: Firm
    project: Project
    url: str
    size: int
    asset: str = ""
    middle: str = ""
    room: str = ""
    round: str = ""

    def at_desk(self) -> FlaskClient:
        """Signed in as the firm's first engineer, who is a supervisor here."""
        client = self.app.test_client()
        body = {"name": sign_in_name(0), "password": PASSWORD, "device": None}
        answer = client.post("/api/session", json=body, headers={"X-Roundsman": "1"})
        assert answer.status_code == 200, answer.text
        return client

    def close(self) -> None:
        with self.app.app_context():
            db.engine.dispose()


def opened(url: str, folder: Path, assets: int) -> Contract:
    """The project of this many assets and ten times the answers, analysed."""
    app = create_app(TestConfig(data_dir=folder / "data", database_url=url), OurClock())
    upgrade_database(app)
    firm = found(app)
    contract = Contract(app, firm, firm.projects[0], url, assets)
    with app.app_context(), writing() as session:
        session.merge(Grant(person_id=firm.engineers[0], project_id=contract.project.id, roles=["supervisor"]))
    _fill(contract)
    with app.app_context(), writing() as session:
        session.connection().exec_driver_sql("ANALYZE")
    return contract


def _fill(contract: Contract) -> None:
    racks = _places(contract)
    ids = [new_id() for _ in range(contract.size)]
    assets = (_asset(number, doc, racks[number // IN_A_RACK]) for number, doc in enumerate(ids))
    write_documents(contract.app, contract.project, "asset", assets)
    with contract.app.app_context():
        for start in range(0, len(ids), ROWS_AT_ONCE):
            with writing() as session:
                write_texts(session, ids[start : start + ROWS_AT_ONCE])
    contract.asset, contract.middle = ids[0], ids[len(ids) // 2]
    rounds = contract.size * 10 // (TO_A_ROUND * ANSWERS_EACH)
    today = BEGIN.date()
    walked = [today - timedelta(days=DAYS - number * DAYS // rounds) for number in range(rounds)]
    old = [number for number, day in enumerate(walked) if today - day >= OLD]
    new = range(len(old), rounds)
    with contract.app.app_context():
        _write_old(contract, "round", (_round(contract, k, walked[k], ids) for k in old))
        _write_old(contract, "answer", (one for k in old for one in _answers(k, walked[k], contract, ids)))
        _write_old(contract, "scan", (one for k in old for one in _scans(k, walked[k], contract, ids)))
        operations = (_operation(contract, k, walked[k]) for k in range(rounds) for _ in range(TO_A_ROUND))
        _write(Operation.metadata.tables["operation"], operations)
        gone = ({"root_id": _round_id(contract, k), "retired_at": f"{today}T00:00:00.000Z"} for k in old)
        _write(Retirement.metadata.tables[Retirement.__tablename__], gone)
    write_documents(contract.app, contract.project, "round", (_round(contract, k, walked[k], ids) for k in new))
    shown = (one for k in new for one in _answers(k, walked[k], contract, ids))
    write_documents(contract.app, contract.project, "answer", shown)
    scans = (one for k in new for one in _scans(k, walked[k], contract, ids))
    write_documents(contract.app, contract.project, "scan", scans)
    contract.round = _round_id(contract, rounds - 1)


def _places(contract: Contract) -> list[str]:
    """Rooms with their racks; gives the racks."""
    rooms = [new_id() for _ in range(-(-contract.size // IN_A_ROOM))]
    racks = [new_id() for _ in range(-(-contract.size // IN_A_RACK))]
    contract.room = rooms[-1]
    write_documents(contract.app, contract.project, "place", (_place("room", doc, k) for k, doc in enumerate(rooms)))
    in_rooms = (
        {**_place("rack", doc, k), "parent_id": rooms[k * IN_A_RACK // IN_A_ROOM]} for k, doc in enumerate(racks)
    )
    write_documents(contract.app, contract.project, "place", in_rooms)
    return racks


def _place(kind: str, doc: str, number: int) -> dict[str, Any]:
    names = {"room": ("机房", "Room"), "rack": ("机柜", "Rack")}[kind]
    name = {"name_zh": f"{number}号{names[0]}", "name_en": f"{names[1]} {number}"}
    return {"id": doc, "kind": kind, "code": f"{kind[:2].upper()}-{number:05d}", "ordinal": number, **name}


def _asset(number: int, doc: str, rack: str) -> dict[str, Any]:
    chinese, english = KINDS[number % len(KINDS)]
    what = {"kind": "device", "category": CATEGORIES[number % len(CATEGORIES)], "importance": "normal"}
    name = {"code": f"A-{number:06d}", "name_zh": f"{chinese}{number}号", "name_en": f"{english} {number}"}
    made = {"brand": "科华", "model": f"KR-{number % 40:02d}00", "serial": f"SN{number * 7919:010d}"}
    return {"id": doc, "place_id": rack, **what, **name, **made, "installed_on": "2023-11-01", "state": "in_use"}


def _round_id(contract: Contract, number: int) -> str:
    return round_id(contract.project.plan, f"round {number}")


def _round(contract: Contract, number: int, day: date, ids: list[str]) -> dict[str, Any]:
    what = {"plan_id": contract.project.plan, "template_id": contract.firm.template, "asset_ids": _walked(number, ids)}
    name = {"name_zh": "每日巡检", "name_en": "Daily round", "place_id": contract.project.room}
    # A plan has one round a day; the rounds of many plans stand here under one, on days that there are not.
    day_of_its_own = (date(1900, 1, 1) + timedelta(days=number)).isoformat()
    when = dict.fromkeys(("due_at", "opened_at", "submitted_at"), f"{day}T10:00:00.000Z")
    is_last = number == contract.size * 10 // (TO_A_ROUND * ANSWERS_EACH) - 1
    sealed = {"sealed_at": f"{day}T12:00:00.000Z", "seal_hash": new_id().replace("-", "") * 2, "state": "sealed"}
    return {
        "id": _round_id(contract, number),
        **what,
        **name,
        **when,
        **({"state": "submitted"} if is_last else sealed),
        "occurrence_date": day_of_its_own,
        "number": f"P1-{number:06d}",
    }


def _walked(number: int, ids: list[str]) -> list[str]:
    """Forty in a row, and the first asset of all every time: it has a history of years."""
    start = number * TO_A_ROUND
    return [ids[0], *(ids[(start + k) % len(ids)] for k in range(1, TO_A_ROUND))]


def _answers(number: int, day: date, contract: Contract, ids: list[str]) -> Iterator[dict[str, Any]]:
    """Each asset's first item is a reading; every tenth answer has something to say."""
    of_round = _round_id(contract, number)
    for place, asset in enumerate(_walked(number, ids)):
        for check in CHECKS:
            is_bad = (place + len(check) + number) % 10 == 0
            said: dict[str, Any] = (
                {"value": "abnormal", "severity": 3, "actual": "风扇有异响"} if is_bad else {"value": "normal"}
            )
            if check == READING:
                said["reading"] = f"{24 + (number + place) % 50 / 10:.1f}"
            cell = {"round_id": of_round, "asset_id": asset, "check_key": check}
            at = {"answered_at": f"{day}T09:00:00.000Z", "answered_by": contract.firm.engineers[0]}
            yield {"id": answer_id(of_round, asset, check), **cell, **said, **at}


def _scans(number: int, day: date, contract: Contract, ids: list[str]) -> Iterator[dict[str, Any]]:
    at = f"{day}T08:59:00.000Z"
    proof = {"raw": "", "method": "camera", "by": contract.firm.engineers[0], "at": at, "received_at": at}
    for asset in _walked(number, ids):
        yield {"id": new_id(), "round_id": _round_id(contract, number), "asset_id": asset, **proof}


def _operation(contract: Contract, number: int, day: date) -> dict[str, Any]:
    """A draft of one asset's answers, in the books for ever."""
    who = {"actor_kind": "phone", "actor_id": contract.firm.engineers[0], "project_id": contract.project.id}
    what = {"name": "save_draft", "kind": "draft", "schema": 1, "body": _round_id(contract, number) * ANSWERS_EACH}
    came = {"received_at": f"{day}T10:00:00.000Z", "outcome": "applied", "chained": "applied", "result": {}}
    return {"op_id": new_id(), **who, **what, "body_hash": "0" * 64, **came}


def _write_old(contract: Contract, name: str, documents: Iterator[dict[str, Any]]) -> None:
    """Rows as operations leave them, in no stream; which operation wrote what is not read here."""
    own = {"project_id": contract.project.id, "rev": 1, **DOCUMENT_TYPES[name].empty()}
    _write(DOCUMENT_TYPES[name].table, ({**own, **document, "writers": {}} for document in documents))


def _write(table: Table, rows: Iterator[dict[str, Any]]) -> None:
    while some := list(islice(rows, ROWS_AT_ONCE)):
        with writing() as session:
            session.connection().execute(insert(table), some)
