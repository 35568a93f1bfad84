"""The migrations make the very tables that the models describe."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import flask_migrate
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from sqlalchemy import Column, Connection, Engine, MetaData, Table, insert, inspect, select, text
from sqlalchemy.engine.interfaces import ReflectedIndex

from server import create_app
from server.commands.database import upgrade_database
from server.config import MIGRATIONS, TestConfig
from server.database import reading
from server.extensions import db
from server.models import Installation
from server.models.asset_text import is_of_models
from tests.support.databases import Databases

MOMENT = "'2026-11-22 07:00:00'"
FIRST_DATA = (
    "INSERT INTO installation (id, organisation_id, incarnation) VALUES (1, 'o', 'i_1')",
    "INSERT INTO person (id, name, display_name_zh, display_name_en, language) VALUES ('p', 'p', '人', 'p', 'zh-CN')",
    f"INSERT INTO device (id, person_id, last_n, created_at) VALUES ('d_1', 'p', 7, {MOMENT})",
    "INSERT INTO operation (op_id, actor_kind, actor_id, name, schema, body, body_hash, received_at, outcome, result) "
    f"VALUES ('op', 'person', 'p', 'answer_item', 1, '{{}}', 'h', {MOMENT}, 'applied', '{{}}')",
    "INSERT INTO stream (id, epoch, head, floor) VALUES ('project:x', 'e', 1, 0)",
    "INSERT INTO stream_entry (stream_id, doc_id, doc_type, seq, gone) VALUES ('project:x', 'd', 'asset', 1, false)",
)

AT = "2026-11-22T07:00:00.000Z"
OF = {"project_id": "x", "round_id": "r"}
FAULT = {**OF, "ticket_id": "t", "check_key": "fan", "found_at": AT, "state": "open"}
FOUND_BEFORE: tuple[tuple[str, dict[str, Any]], ...] = (
    ("project", {"id": "x", "project_id": "x", "code": "x", "name_zh": "", "name_en": "", "time_zone": "UTC"}),
    (
        "template",
        {"id": "m", "key": "m", "version": 1, "name_zh": "", "name_en": "", "resign": "never"}
        | {"published_at": AT, "items": []},
    ),
    (
        "plan",
        {"id": "p", "project_id": "x", "name_zh": "", "name_en": "", "template_key": "m", "kind": "daily"}
        | {"asset_ids": [], "rule": {}, "due_time": "18:00", "starts_on": "2026-11-22"},
    ),
    (
        "round",
        {"id": "r", "project_id": "x", "plan_id": "p", "template_id": "m", "occurrence_date": "2026-11-22"}
        | {"name_zh": "", "name_en": "", "asset_ids": [], "due_at": AT, "state": "open"},
    ),
    (
        "answer",
        {"id": "a1", **OF, "check_key": "fan", "value": "abnormal"}
        | {"indication": "面板无告警", "actual": "每 10 秒一次"},
    ),
    ("answer", {"id": "a2", **OF, "check_key": "lamp", "value": "normal", "indication": "绿", "actual": "绿"}),
    (
        "ticket",
        {"id": "t", **OF, "number": "GD-0001", "check_key": "fan", "title_zh": "", "title_en": ""}
        | {"opened_at": AT, "state": "raised", "is_open": True},
    ),
    ("finding", {**FAULT, "id": "f1", "answer_id": "a1"}),
    ("finding", {**FAULT, "id": "f2", "answer_id": "a2"}),
)


@pytest.fixture
def migrated(databases: Databases, tmp_path: Path) -> Iterator[Flask]:
    url = databases.empty()
    app = create_app(TestConfig(data_dir=tmp_path, database_url=url))
    upgrade_database(app)
    yield app
    with app.app_context():
        db.engine.dispose()
    databases.drop(url)


def spelled(index: ReflectedIndex) -> str:
    """An index with its condition as text: the objects that hold it differ each time."""
    options = {name: str(value) for name, value in index.get("dialect_options", {}).items()}
    return str({**index, "dialect_options": options})


def tables(engine: Engine) -> dict[str, object]:
    """Everything the database itself says of its tables, but for the one that counts migrations."""
    seen = inspect(engine)
    return {
        table: (
            {column["name"]: (str(column["type"]), column["nullable"]) for column in seen.get_columns(table)},
            sorted(spelled(index) for index in seen.get_indexes(table)),
            # SQLite forgets the name of a foreign key that came with a new column.
            sorted(str({**key, "name": None}) for key in seen.get_foreign_keys(table)),
            sorted(str(unique) for unique in seen.get_unique_constraints(table)),
            sorted(str(check) for check in seen.get_check_constraints(table)),
            seen.get_pk_constraint(table),
        )
        for table in seen.get_table_names()
        if table != "alembic_version"
    }


def test_the_migrations_leave_nothing_to_do(migrated: Flask) -> None:
    with migrated.app_context(), db.engine.connect() as connection:
        assert (
            compare_metadata(MigrationContext.configure(connection, opts={"include_name": is_of_models}), db.metadata)
            == []
        )


def test_migrated_tables_equal_the_ones_that_tests_run_on(migrated: Flask, app: Flask) -> None:
    with migrated.app_context():
        by_migrations = tables(db.engine)
    with app.app_context():
        by_models = tables(db.engine)
    assert by_migrations == by_models


def test_data_of_the_first_tables_is_kept(databases: Databases, tmp_path: Path) -> None:
    """Every later migration runs on what the first version wrote."""
    url = databases.empty()
    app = create_app(TestConfig(data_dir=tmp_path, database_url=url))
    with app.app_context():
        flask_migrate.upgrade(str(MIGRATIONS), revision="0001")
        with db.engine.begin() as connection:
            for statement in FIRST_DATA:
                connection.execute(text(statement))
        upgrade_database(app)
        with db.engine.connect() as connection:
            assert connection.execute(text("SELECT body, outcome FROM operation")).all() == [("{}", "applied")]
            assert connection.execute(text("SELECT last_n, durable_n FROM device")).all() == [(7, 0)]
            assert (
                compare_metadata(
                    MigrationContext.configure(connection, opts={"include_name": is_of_models}), db.metadata
                )
                == []
            )
        db.engine.dispose()
    databases.drop(url)


def test_a_round_s_fault_with_two_open_tickets_keeps_both(migrated: Flask) -> None:
    """Before 0005 two rounds could raise it in the same moment: the older is joined from now on."""
    project = "INSERT INTO project (id, project_id, rev, writers, code, name_zh, name_en, time_zone) VALUES "
    ticket = "INSERT INTO ticket (id, project_id, rev, writers, number, check_key, title_zh, title_en, opened_at, "
    ticket += "assignee_ids, state, is_open, separate) VALUES "
    with migrated.app_context():
        flask_migrate.downgrade(str(MIGRATIONS), revision="0004")
        with db.engine.begin() as connection:
            connection.execute(text(project + "('x', 'x', 1, '{}', 'x', 'x', 'x', 'UTC')"))
            for name, at in (("young", "'2026-11-22 08:00:00'"), ("old", MOMENT)):
                values = f"('{name}', 'x', 1, '{{}}', '{name}', 'whole', '', '', {at}, '[]', 'raised', true, false)"
                connection.execute(text(ticket + values))
        upgrade_database(migrated)
        with db.engine.connect() as connection:
            rows = connection.execute(text("SELECT id, separate FROM ticket WHERE is_open ORDER BY id")).all()
            assert [(row.id, bool(row.separate)) for row in rows] == [("old", False), ("young", True)]


def _as_then(connection: Connection, name: str) -> Table:
    """A table with the columns of that day, typed as the model of today types them."""
    there = {column["name"] for column in inspect(connection).get_columns(name)}
    columns = [column for column in db.metadata.tables[name].c if column.name in there]
    return Table(name, MetaData(), *(Column(c.name, c.type, default=c.default) for c in columns))


def test_a_finding_of_before_takes_what_its_answer_says(migrated: Flask) -> None:
    """0006; of an answer that was corrected to normal it takes nothing."""
    with migrated.app_context():
        flask_migrate.downgrade(str(MIGRATIONS), revision="0005")
        with db.engine.begin() as connection:
            for table, row in FOUND_BEFORE:
                connection.execute(insert(_as_then(connection, table)).values(row))
        upgrade_database(migrated)
        with db.engine.connect() as connection:
            rows = connection.execute(text("SELECT id, indication, actual FROM finding ORDER BY id")).all()
    assert [tuple(row) for row in rows] == [("f1", "面板无告警", "每 10 秒一次"), ("f2", None, None)]


def test_upgrading_again_changes_nothing(migrated: Flask) -> None:
    def installation() -> str:
        with migrated.app_context(), reading() as session:
            return session.scalars(select(Installation.incarnation)).one()

    before = installation()
    upgrade_database(migrated)
    assert installation() == before
