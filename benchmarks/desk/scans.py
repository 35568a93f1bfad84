"""Which growing tables a request reads whole: its own statements, explained by the database after ANALYZE."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import event

from server.database import reading
from server.extensions import db

GROWING = (
    "answer", "asset", "contact", "finding", "operation", "photo", "place", "retirement", "round", "round_event",
    "scan", "stream_entry", "tag", "ticket", "ticket_event",
)  # fmt: skip
PARTIAL = ("ix_operation_unsettled", "ix_round_under_way", "ix_operation_unchained")  # hold few rows, read whole
_WHOLE = re.compile(rf"(?:^SCAN |Seq Scan on )\"?({'|'.join(GROWING)})\"?(?: |$)")


def whole_scans(app: Flask, ask: Callable[[], object], *, small: bool = False) -> list[str]:
    """Tables read whole by what `ask` makes the server do; statements that go past SQLAlchemy are not seen.

    `small`: the tables are, so that PostgreSQL would read them whole though there is an index; it may not.
    """
    with app.app_context():
        with _heard(db.engine) as statements:
            ask()
        with reading() as session:
            connection = session.connection()
            if small and connection.dialect.name == "postgresql":
                connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            return sorted({table for one, values in statements for table in _scanned(connection, one, values)})


@contextmanager
def _heard(engine: Any) -> Iterator[list[tuple[str, Any]]]:
    heard: list[tuple[str, Any]] = []

    def hear(_: Any, __: Any, statement: str, values: Any, ___: Any, many: bool) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")) and not many:
            heard.append((statement, values))

    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(engine, "before_cursor_execute", hear)


def _scanned(connection: Any, statement: str, values: Any) -> list[str]:
    word = "EXPLAIN QUERY PLAN" if connection.dialect.name == "sqlite" else "EXPLAIN"
    rows = connection.exec_driver_sql(f"{word} {statement}", values).all()
    steps = [str(row[-1]).lstrip(" ->") for row in rows]
    return [table for step in steps if not step.endswith(PARTIAL) for table in _WHOLE.findall(step)]
