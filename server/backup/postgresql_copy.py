"""PostgreSQL: every table by COPY in one snapshot. Needs no program beside the server's own driver."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import psycopg
from psycopg.sql import SQL, Composed, Identifier
from sqlalchemy import Connection, Engine, MetaData, inspect, text

from server.backup.manifest import TableCopy
from server.commands.refused import Refused

FOLDER = "tables"
VERSION_TABLE = "alembic_version"
READ_BYTES = 1 << 20


def copy_out(connection: Connection, folder: Path) -> list[TableCopy]:
    """Write every table as the connection's snapshot shows it. Writers go on meanwhile."""
    (folder / FOLDER).mkdir()
    seen = inspect(connection)
    copies = []
    for table in sorted(seen.get_table_names()):
        if table == VERSION_TABLE:
            continue
        columns = [column["name"] for column in seen.get_columns(table)]
        statement = SQL("COPY {} ({}) TO STDOUT").format(Identifier(table), _names(columns))
        with _driver(connection).cursor() as cursor, (folder / FOLDER / table).open("wb") as file:
            with cursor.copy(statement) as rows:
                for piece in rows:
                    file.write(piece)
            copies.append(TableCopy(table, columns, cursor.rowcount))
    return copies


def copy_in(connection: Connection, folder: Path, tables: list[TableCopy]) -> None:
    """Fill the empty tables of the same revision, parents first; as many rows as were copied, or none at all."""
    metadata = MetaData()
    metadata.reflect(connection)
    order = {table.name: place for place, table in enumerate(metadata.sorted_tables)}
    for table in sorted(tables, key=lambda copy: order[copy.name]):
        statement = SQL("COPY {} ({}) FROM STDIN").format(Identifier(table.name), _names(table.columns))
        with _driver(connection).cursor() as cursor, (folder / FOLDER / table.name).open("rb") as file:
            with cursor.copy(statement) as rows:
                while piece := file.read(READ_BYTES):
                    rows.write(piece)
            if cursor.rowcount != table.rows:
                raise Refused(f"{table.name}: {cursor.rowcount} rows came back of {table.rows}")


def is_empty(engine: Engine) -> bool:
    """No tables, or those of a restore that never came to their rows."""
    with engine.connect() as connection:
        if "installation" not in inspect(connection).get_table_names():
            return True
        return not connection.execute(text("SELECT count(*) FROM installation")).scalar_one()


def set_aside(engine: Engine, mark: str) -> str:
    """Rename the schema that is there; nothing of it is deleted."""
    aside = f"before_restore_{mark}"
    with _alone(engine) as connection:
        connection.execute(text(f'ALTER SCHEMA public RENAME TO "{aside}"'))
        connection.execute(text("CREATE SCHEMA public"))
    return f"schema {aside}"


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    others = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
        "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
    )
    with engine.begin() as connection:
        if connection.execute(others).scalar_one():
            raise Refused("the database is in use: stop the server (and other clients) first")
        yield connection


def _names(columns: list[str]) -> Composed:
    return SQL(", ").join(map(Identifier, columns))


def _driver(connection: Connection) -> psycopg.Connection[Any]:
    return cast("psycopg.Connection[Any]", connection.connection.driver_connection)
