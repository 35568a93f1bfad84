"""Every row of rights.csv, tried for real: each operation and route, by each person, in the own and a foreign project.

Each operation is pushed over HTTP with a body that is right in itself; its transaction is then rolled back, so that
the next person finds the same stage.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from server.database import writing
from server.sync import push as push_module
from server.sync.registry import REGISTRY
from tests.conftest import AppMaker
from tests.rights.bodies import BODIES
from tests.rights.stage import PICTURE, Stage, give_notices, set_the_stage
from tests.rights.table import CAST, COLUMNS, PROJECTS, SIGNED_OUT, Row, routes, rows
from tests.rights.visits import VISITS, Visitor
from tests.support.clock import FakeClock
from tests.support.tus_phone import TusPhone
from tests.support.wire_phone import HEADERS, WirePhone
from tests.support.world import World, make_world, operation

OUTCOMES = {
    ("applied", None): "applied",
    ("conflict", None): "applied",
    ("parked", "role_missing"): "not this role",
    ("parked", "unknown_document"): "not there",
}


@dataclass
class Theatre:
    """The app, its people signed in, and the stage of each project."""

    app: Flask
    clock: FakeClock
    world: World
    stages: dict[str, Stage]
    phones: dict[str, WirePhone]


@pytest.fixture
def theatre(make_app: AppMaker, clock: FakeClock, tmp_path: Path) -> Theatre:
    app = make_app()
    (tmp_path / "index.html").write_text("<!doctype html><title>Roundsman</title>")
    app.extensions["app_dir"] = tmp_path
    world = make_world(app, clock)
    own, foreign = PROJECTS
    stages = {
        own: set_the_stage(app, clock, world, foreign=False),
        foreign: set_the_stage(app, clock, world, foreign=True),
    }
    give_notices(app, clock, world.people.values())
    phones = {name: WirePhone(app.test_client(), clock, world, name).sign_in() for name in CAST}
    return Theatre(app, clock, world, stages, phones)


@contextmanager
def leaves_no_trace() -> Iterator[Session]:
    """A write transaction that is taken back at its end."""
    with writing() as session:
        yield session
        session.rollback()


def test_every_operation_has_its_row_and_every_row_its_operation() -> None:
    named = [row.what for row in rows() if not row.is_route]
    assert sorted(named) == sorted(REGISTRY), set(named) ^ set(REGISTRY)
    assert BODIES.keys() == REGISTRY.keys(), BODIES.keys() ^ REGISTRY.keys()


def test_every_route_has_its_row_and_every_row_its_route(app: Flask) -> None:
    named = [row.what for row in rows() if row.is_route]
    assert sorted(named) == sorted(routes(app)), set(named) ^ set(routes(app))
    assert VISITS.keys() == set(routes(app)), VISITS.keys() ^ set(routes(app))


def test_every_operation_is_for_whom_the_table_says(theatre: Theatre, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(push_module, "writing", leaves_no_trace)
    wrong = []
    for row in rows():
        if row.is_route:
            continue
        for column, told in _columns(row):
            found = _push(theatre, row.what, *column)
            if found != told:
                wrong.append(f"{row.what} by {', '.join(column)}: {found}, the table says {told}")
        nobody = _send_signed_out(theatre)
        assert nobody == row.cells[SIGNED_OUT], row.what
    assert not wrong, "\n".join(wrong)


def test_every_route_answers_as_the_table_says(theatre: Theatre) -> None:
    wrong = []
    for row in rows():
        if not row.is_route:
            continue
        for (role, project), told in [*_columns(row), ((SIGNED_OUT, PROJECTS[0]), row.cells[SIGNED_OUT])]:
            answer = _visit(theatre, row.what, role, project)
            if str(answer.status_code) != told:
                wrong.append(f"{row.what} by {role}, {project}: {answer.status_code}, the table says {told}")
    assert not wrong, "\n".join(wrong)


def _columns(row: Row) -> Iterator[tuple[tuple[str, str], str]]:
    pairs = [(role, project) for role in CAST for project in PROJECTS]
    for pair, column in zip(pairs, COLUMNS, strict=True):
        yield pair, row.cells[column]


def _push(theatre: Theatre, name: str, role: str, project: str) -> str:
    phone, stage = theatre.phones[role], theatre.stages[project]
    stage.whose = theatre.world.people[role if project == PROJECTS[0] else "colleague"]
    made = operation(name, theatre.clock, **BODIES[name](stage, theatre.app, theatre.world.people["colleague"]))
    if REGISTRY[name].kind == "event":
        made = {"after": [], **made}
    result = phone.push({**made, "n": 1})["results"][0]
    said = (result["outcome"], result.get("reason"))
    return OUTCOMES.get(said, json.dumps(result, ensure_ascii=False))


def _send_signed_out(theatre: Theatre) -> str:
    body = {"device": theatre.phones["engineer"].device, "schema": 1, "ops": []}
    answer = theatre.app.test_client().post("/api/sync/v1/push", json=body, headers=HEADERS)
    return "sign in" if answer.status_code == 401 else answer.text


def _visit(theatre: Theatre, what: str, role: str, project: str) -> TestResponse:
    """Each visit is a browser of its own: signing out is one of them."""
    client = theatre.app.test_client()
    who = Visitor("engineer", theatre.phones["engineer"].device, "nothing", "d_nobody")
    if role != SIGNED_OUT:
        uploader = TusPhone(theatre.app, role if project == PROJECTS[0] else "colleague")
        upload = uploader.begin(PICTURE + role.encode()).rpartition("/")[2]
        phone = WirePhone(client, theatre.clock, theatre.world, role).sign_in()
        if project == PROJECTS[0]:
            client = uploader._client
        who = Visitor(role, phone.device if client is phone.client else uploader.device_id, upload, uploader.device_id)
    visit = VISITS[what](theatre.stages[project], who)
    method = what.partition(" ")[0]
    headers = {**HEADERS, **visit.headers}
    return client.open(visit.path, method=method, headers=headers, json=visit.json, data=visit.data)
