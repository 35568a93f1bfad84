"""A fresh database for each test, copied from one that has the tables already: both kinds, quickly."""

import shutil
from itertools import count
from pathlib import Path
from typing import Protocol

import psycopg
from psycopg.sql import SQL, Identifier
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url

from server.extensions import db


class Databases(Protocol):
    def fresh(self) -> str:
        """The URL of a new database with empty tables."""
        ...

    def empty(self) -> str:
        """The URL of a new database without any table."""
        ...

    def drop(self, url: str) -> None:
        """Give it back. Nobody is connected to it any more."""
        ...


class SqliteDatabases:
    def __init__(self, folder: Path) -> None:
        self._folder, self._names = folder, count()
        self._template = folder / "template.sqlite3"
        _make_tables(f"sqlite:///{self._template}")

    def fresh(self) -> str:
        path = self._folder / f"{next(self._names)}.sqlite3"
        shutil.copyfile(self._template, path)
        return f"sqlite:///{path}"

    def empty(self) -> str:
        return f"sqlite:///{self._folder / f'{next(self._names)}.sqlite3'}"

    def drop(self, url: str) -> None:
        path = Path(make_url(url).database or "")
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
            path.with_name(name).unlink(missing_ok=True)


class PostgresqlDatabases:
    """Databases of one server, named after this run so that parallel runs do not meet."""

    def __init__(self, server_url: str, run: str) -> None:
        self._server_url, self._names, self._run = server_url, count(), run
        self._template = f"roundsman_{run}_template"
        self._execute("CREATE DATABASE {}", self._template)
        _make_tables(self._url(self._template))

    def fresh(self) -> str:
        name = f"roundsman_{self._run}_{next(self._names)}"
        self._execute("CREATE DATABASE {} TEMPLATE {} STRATEGY WAL_LOG", name, self._template)
        return self._url(name)

    def empty(self) -> str:
        name = f"roundsman_{self._run}_{next(self._names)}"
        self._execute("CREATE DATABASE {}", name)
        return self._url(name)

    def drop(self, url: str) -> None:
        self._execute("DROP DATABASE {} WITH (FORCE)", make_url(url).database or "")

    def close(self) -> None:
        self._execute("DROP DATABASE {} WITH (FORCE)", self._template)

    def _url(self, name: str) -> str:
        url = make_url(self._server_url).set(drivername="postgresql+psycopg", database=name)
        return url.render_as_string(hide_password=False)

    def _execute(self, statement: str, *names: str) -> None:
        with psycopg.connect(self._server_url, autocommit=True) as connection:
            connection.execute(SQL(statement).format(*map(Identifier, names)))


def _make_tables(url: str) -> None:
    engine = create_engine(url)
    db.metadata.create_all(engine)
    engine.dispose()
