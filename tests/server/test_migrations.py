"""The migrations make the very tables that the models describe."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from sqlalchemy import Engine, inspect, select
from sqlalchemy.engine.interfaces import ReflectedIndex

from server import create_app
from server.commands.database import upgrade_database
from server.config import TestConfig
from server.database import reading
from server.extensions import db
from server.models import Installation
from tests.support.databases import Databases


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
            sorted(str(key) for key in seen.get_foreign_keys(table)),
            sorted(str(unique) for unique in seen.get_unique_constraints(table)),
            sorted(str(check) for check in seen.get_check_constraints(table)),
            seen.get_pk_constraint(table),
        )
        for table in seen.get_table_names()
        if table != "alembic_version"
    }


def test_the_migrations_leave_nothing_to_do(migrated: Flask) -> None:
    with migrated.app_context(), db.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), db.metadata) == []


def test_migrated_tables_equal_the_ones_that_tests_run_on(migrated: Flask, app: Flask) -> None:
    with migrated.app_context():
        by_migrations = tables(db.engine)
    with app.app_context():
        by_models = tables(db.engine)
    assert by_migrations == by_models


def test_upgrading_again_changes_nothing(migrated: Flask) -> None:
    def installation() -> str:
        with migrated.app_context(), reading() as session:
            return session.scalars(select(Installation.incarnation)).one()

    before = installation()
    upgrade_database(migrated)
    assert installation() == before
