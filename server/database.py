"""Two kinds of session: `reading` sees one snapshot and cannot write, `writing` holds the write lock from its start.
`asking` is for a single question, which is a snapshot by itself: it begins nothing, and costs a fraction.

On SQLite a transaction that reads first and writes later fails with SQLITE_BUSY_SNAPSHOT whatever the busy timeout,
so the driver's own BEGIN is switched off and every transaction says from the start which kind it is.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, Literal

from flask import Flask, current_app
from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session

from server.extensions import db
from server.one_writer import OneWriter

Mode = Literal["reading", "writing", "asking"]

BUSY_TIMEOUT_MS = 10_000
MODE_OPTION = "roundsman_mode"
ONE_WRITER, ENGINES = "one_writer", "engines"

POSTGRESQL_OPTIONS: dict[Mode, dict[str, Any]] = {
    "reading": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
    "writing": {"isolation_level": "READ COMMITTED"},
    "asking": {"isolation_level": "AUTOCOMMIT"},
}


@contextmanager
def reading() -> Iterator[Session]:
    """One snapshot; a write in it is refused by the database."""
    with Session(_engine("reading"), expire_on_commit=False) as session, session.begin():
        yield session


@contextmanager
def writing() -> Iterator[Session]:
    """One write transaction, committed at the end. No rendering, no files and no network inside."""
    with _turn(), Session(_engine("writing"), expire_on_commit=False) as session, session.begin():
        yield session


@contextmanager
def asking() -> Iterator[Connection]:
    """No transaction at all."""
    with _engine("asking").connect() as connection:
        yield connection


def prepare_engine(app: Flask) -> None:
    """Attach what SQLite needs to the engine of this app; PostgreSQL needs nothing."""
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            event.listen(db.engine, "connect", _open_sqlite)
            event.listen(db.engine, "begin", _begin_sqlite)
            if db.engine.url.database:
                app.extensions[ONE_WRITER] = OneWriter(db.engine.url.database)


def _turn() -> AbstractContextManager[None]:
    """On SQLite writers queue; PostgreSQL has many."""
    one_writer: OneWriter | None = current_app.extensions.get(ONE_WRITER)
    return one_writer.turn() if one_writer else nullcontext()


def _engine(mode: Mode) -> Engine:
    engines: dict[tuple[Engine, Mode], Engine] = current_app.extensions.setdefault(ENGINES, {})
    plain = db.engine
    if (plain, mode) not in engines:
        options = {MODE_OPTION: mode, **(POSTGRESQL_OPTIONS[mode] if plain.dialect.name == "postgresql" else {})}
        engines[plain, mode] = plain.execution_options(**options)
    return engines[plain, mode]


def _open_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    mode = connection.get_execution_options().get(MODE_OPTION)
    if connection.info.get(MODE_OPTION, "") != mode:
        connection.exec_driver_sql(f"PRAGMA query_only={'ON' if mode == 'reading' else 'OFF'}")
        connection.info[MODE_OPTION] = mode
    connection.exec_driver_sql("BEGIN IMMEDIATE" if mode == "writing" else "BEGIN")
