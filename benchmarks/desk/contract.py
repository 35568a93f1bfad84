"""One contract of a given size: places, assets, and ten answers to each asset in rounds over three years.

Rows are written as they stand after years of use: rounds sealed more than two weeks ago have left the feed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Table, insert

from benchmarks.desk.years import KINDS, Years
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

OLD = timedelta(days=15)
IN_A_ROOM, IN_A_RACK = 200, 20
NAMES = (("不间断电源", "UPS"), ("精密空调", "Air conditioner"), ("核心交换机", "Core switch"), ("摄像机", "Camera"))
ALPHABET = "ABCDEFGHJKLMNPQRTUVWXYZ2346789"


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
        return signed_in(self.app)

    def close(self) -> None:
        with self.app.app_context():
            db.engine.dispose()


def signed_in(app: Flask) -> FlaskClient:
    """As the firm's first engineer, who is a supervisor of the contract."""
    client = app.test_client()
    body = {"name": sign_in_name(0), "password": PASSWORD, "device": None}
    answer = client.post("/api/session", json=body, headers={"X-Roundsman": "1"})
    assert answer.status_code == 200, answer.text
    return client


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
    tags = (_tag(number, doc) for number, doc in enumerate(ids))
    write_documents(contract.app, contract.project, "tag", tags)
    with contract.app.app_context():
        for start in range(0, len(ids), ROWS_AT_ONCE):
            with writing() as session:
                write_texts(session, ids[start : start + ROWS_AT_ONCE])
    contract.asset, contract.middle = ids[0], ids[len(ids) // 2]
    project, firm = contract.project, contract.firm
    years = Years(project.plan, firm.template, project.room, firm.engineers[0], project.id, ids, BEGIN.date())
    _pass(contract, years)
    contract.round = years.round_id(years.rounds - 1)


def _pass(contract: Contract, years: Years) -> None:
    """What is old has left the feed, or was never in this one; the rest is on the phones."""
    old = [number for number in range(years.rounds) if years.until - years.day(number) >= OLD]
    new = range(len(old), years.rounds)
    for name, made in KINDS.items():
        table = DOCUMENT_TYPES[name].table
        own = {"project_id": contract.project.id, "rev": 1, **DOCUMENT_TYPES[name].empty()}
        rows = ({**own, **document, "writers": {}} for k in old for document in made(years, k))
        with contract.app.app_context():
            _write(table, rows)
        write_documents(contract.app, contract.project, name, (one for k in new for one in made(years, k)))
    with contract.app.app_context():
        gone = ({"root_id": years.round_id(k), "retired_at": f"{years.until}T00:00:00.000Z"} for k in old)
        _write(Retirement.metadata.tables[Retirement.__tablename__], gone)
        operations = (one for k in range(years.rounds) for one in years.operation(k))
        _write(Operation.metadata.tables[Operation.__tablename__], operations)


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
    chinese, english = NAMES[number % len(NAMES)]
    what = {"kind": "device", "category": CATEGORIES[number % len(CATEGORIES)], "importance": "normal"}
    name = {"code": f"A-{number:06d}", "name_zh": f"{chinese}{number}号", "name_en": f"{english} {number}"}
    made = {"brand": "科华", "model": f"KR-{number % 40:02d}00", "serial": f"SN{number * 7919:010d}"}
    return {"id": doc, "place_id": rack, **what, **name, **made, "installed_on": "2023-11-01", "state": "in_use"}


def _tag(number: int, asset: str) -> dict[str, Any]:
    made = {"code": tag_code(number), "issued_at": "2023-11-01T00:00:00.000Z"}
    return {"id": new_id(), "asset_id": asset, "check": "0" * 16, **made}


def tag_code(number: int) -> str:
    return "".join(ALPHABET[number // len(ALPHABET) ** k % len(ALPHABET)] for k in range(7))


def _write(table: Table, rows: Iterator[dict[str, Any]]) -> None:
    while some := list(islice(rows, ROWS_AT_ONCE)):
        with writing() as session:
            session.connection().execute(insert(table), some)
