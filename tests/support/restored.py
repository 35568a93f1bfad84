"""A server that is backed up and restored, as the operator does it: the same settings, another process."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask

from server import create_app
from server.backup.give_back import Restored, restore_backup
from server.backup.take import Taken, take_backup
from server.config import MIGRATIONS, Config
from server.extensions import db
from tests.support.client import ReadingClient
from tests.support.clock import FakeClock
from tests.support.databases import Databases


@dataclass
class Operator:
    """Holds the folder of backups, and makes apps on what was restored from it."""

    databases: Databases
    clock: FakeClock
    root: Path
    close_later: Callable[[Callable[[], None]], object]

    def backs_up(self, app: Flask) -> Taken:
        return take_backup(app, self.root)

    def restores(
        self, app: Flask, name: str | None = None, *, source: Path | None = None, without_damaged: bool = False
    ) -> Flask:
        """Put the backup beside what is there: an empty database, an empty data folder."""
        old = config_of(app)
        url = self.databases.empty()
        data = old.data_dir.with_name(f"{old.data_dir.name}-restored-{url.rsplit('_', 1)[-1].rsplit('/', 1)[-1]}")
        config = type(old)(**{**vars(old), "data_dir": data, "database_url": url})
        restore_backup(config, source or self.root, name, without_damaged=without_damaged)
        self.close_later(lambda: self.databases.drop(url))
        return self.starts(config)

    def restores_in_place(self, app: Flask) -> tuple[Restored, Flask]:
        with app.app_context():
            db.engine.dispose()
        restored = restore_backup(config_of(app), self.root, force=True)
        return restored, self.starts(config_of(app))

    def starts(self, config: Config) -> Flask:
        app = create_app(config, self.clock)
        app.testing = True
        app.test_client_class = ReadingClient

        def close() -> None:
            with app.app_context():
                db.engine.dispose()

        self.close_later(close)
        return app


def config_of(app: Flask) -> Config:
    return cast(Config, app.config["ROUNDSMAN"])


def stamp(app: Flask) -> Flask:
    """Say which migration the test's ready-made tables are equal to."""
    with app.app_context(), db.engine.begin() as connection:
        MigrationContext.configure(connection).stamp(ScriptDirectory(str(MIGRATIONS)), "head")
    return app
