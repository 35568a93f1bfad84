"""Where faults happen: a database server of our own that may be killed, and a fresh world for each run."""

import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from flask import Flask

from server import create_app
from server.config import TestConfig
from server.extensions import db
from tests.faults.frame.nursery import Nursery, open_nursery
from tests.support.client import ReadingClient
from tests.support.clock import FakeClock
from tests.support.databases import Databases, PostgresqlDatabases, SqliteDatabases
from tests.support.postgresql import start_postgresql
from tests.support.world import World, make_world

KINDS = ("sqlite", "postgresql")


@dataclass
class Place:
    """One run's database, its files, and an app on them for setting up and for looking into the books."""

    app: Flask
    world: World
    clock: FakeClock
    folder: Path


@dataclass
class Ground:
    kind: str
    databases: Databases
    folder: Path
    nursery: Nursery
    database_pid: int | None = None  # of PostgreSQL's first process
    _names: Iterator[int] = field(default_factory=count)

    @contextmanager
    def place(self, *, backups: bool = False) -> Iterator[Place]:
        """A fresh world, with a folder for backups if so wanted; all of it is thrown away at the end."""
        clock = FakeClock()
        with self.bare(clock, backups=backups) as (app, folder):
            yield Place(app, make_world(app, clock), clock, folder)

    @contextmanager
    def bare(self, clock: FakeClock, *, backups: bool = False) -> Iterator[tuple[Flask, Path]]:
        """An app on an empty database, and its folder."""
        folder = self.folder / f"run-{next(self._names)}"
        folder.mkdir()
        url = self.databases.fresh()
        backup_dir = str(folder / "backups") if backups else ""
        config = TestConfig(data_dir=folder / "data", database_url=url, backup_dir=backup_dir, backup_hours=0)
        app = create_app(config, clock)
        app.testing = True
        app.test_client_class = ReadingClient
        try:
            yield app, folder
        finally:
            with app.app_context():
                db.engine.dispose()
            self.databases.drop(url)
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def ground(kind: str) -> Iterator[Ground]:
    """Databases of this kind; those of PostgreSQL in a server that nobody else uses."""
    folder = Path(tempfile.mkdtemp(prefix="roundsman-faults-"))
    nursery = open_nursery()
    try:
        if kind == "sqlite":
            yield Ground(kind, SqliteDatabases(folder), folder, nursery)
        else:
            with _postgresql(folder, nursery) as made:
                yield made
    finally:
        nursery.close()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _postgresql(folder: Path, nursery: Nursery) -> Iterator[Ground]:
    server = start_postgresql(folder / "postgresql")
    try:
        first = int((folder / "postgresql" / "postmaster.pid").read_text().splitlines()[0])
        databases = PostgresqlDatabases(server.get_uri(), run=secrets.token_hex(4))
        yield Ground("postgresql", databases, folder, nursery, first)
    finally:
        server.cleanup()
