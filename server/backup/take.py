"""Taking a backup while the server serves.

1 the database, in one snapshot · 2 the photos that it names · 3 the small files · 4 everything checked, manifest
5 durable, then its name · 6 phones may forget, if the policy's folder holds it. Stopping before 5 leaves no backup;
between 5 and 6 one that phones do not rely on yet.
"""

from dataclasses import dataclass
from pathlib import Path

from flask import Flask, current_app
from sqlalchemy import create_engine, inspect

from server.backup import archive, postgresql_copy, small_files, sqlite_copy
from server.backup.blob_copies import copy_blobs, in_rotation
from server.backup.contents import Contents, lowered, numbers_of_photos, read_contents
from server.backup.durable import has_policy, is_relied_on, note_completed
from server.backup.manifest import DatabaseKind, Manifest, TableCopy, hashes_below
from server.backup.repository import Repository
from server.clock import now
from server.commands.refused import Refused
from server.config import current_config
from server.database import reading
from server.extensions import db
from server.failpoints import failpoint
from server.models.types import instant_text
from server.version import VERSION


@dataclass(frozen=True)
class Taken:
    """`place`: the folder, or the file, that holds the completed backup. `is_relied_on`: phones forget by it."""

    place: Path
    manifest: Manifest
    is_relied_on: bool


def take_backup(app: Flask, target: Path) -> Taken:
    """Write one completed backup into a folder of backups, or alone into a file whose name ends in .tar."""
    with app.app_context():
        if archive.is_archive(target):
            with archive.beside(target) as root:
                manifest = _write(root)[1]
                place = archive.pack(root, target)
        else:
            place, manifest = _write(target)
        failpoint("backup_after_name")
        relied_on = is_relied_on(current_config(), target)
        if relied_on:
            note_completed(manifest.numbers, manifest.incarnation)
        if relied_on and has_policy(current_config()) and current_config().backup_keep:
            _forget_older(target, current_config().backup_keep)
        return Taken(place, manifest, relied_on)


def _forget_older(root: Path, keep: int) -> None:
    """What cannot be cleared away now stays until the next backup: the one just made is complete all the same."""
    try:
        Repository(root).forget_older(keep)
    except (OSError, Refused) as error:
        current_app.logger.error("older backups stay: %s", error)


def _write(root: Path) -> tuple[Path, Manifest]:
    repository, moment = Repository(root), now()
    with repository.writing() as unfinished:
        kind, contents, tables = _copy_database(unfinished)
        failpoint("backup_after_database")
        doubted = in_rotation(contents.blobs, repository.reread)
        missing = copy_blobs(contents.blobs, current_config().blob_dir / "blob", repository.blobs, doubted)
        small_files.copy_out(current_config().data_dir, unfinished)
        manifest = Manifest(
            made_at=instant_text(moment),
            version=VERSION,
            database=kind,
            revision=contents.revision,
            incarnation=contents.incarnation,
            numbers=_contained(contents, missing),
            blobs=sorted(contents.blobs - set(missing)),
            missing_blobs=missing,
            tables=tables,
            files=hashes_below(unfinished),
        )
        manifest.write(unfinished)
        failpoint("backup_before_name")
        return repository.finish(unfinished, moment), manifest


def _copy_database(unfinished: Path) -> tuple[DatabaseKind, Contents, list[TableCopy]]:
    if db.engine.dialect.name == "sqlite":
        file = sqlite_copy.copy_out(current_config().database_url, unfinished)
        engine = create_engine(f"sqlite:///{file}")
        try:
            with engine.connect() as connection:
                return "sqlite", read_contents(connection), []
        finally:
            engine.dispose()
    if "installation" not in inspect(db.engine).get_table_names():
        raise Refused("the database has no tables: there is nothing to back up")
    with reading() as session:
        connection = session.connection()
        return "postgresql", read_contents(connection), postgresql_copy.copy_out(connection, unfinished)


def _contained(contents: Contents, missing: list[str]) -> dict[str, int]:
    """A photo whose bytes the store has lost is not contained: phones that have it keep it."""
    if not missing:
        return contents.numbers
    current_app.logger.error("%d photos named by the database are not in the store", len(missing))
    with reading() as session:
        return lowered(contents.numbers, numbers_of_photos(session.connection(), missing))
