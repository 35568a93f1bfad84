"""Restoring: the server gets a backup's history back, under a new incarnation.

1 every file and photo of the backup is checked · 2 what is there is set aside, if that was asked for
3 photos, small files · 4 the database, with a new incarnation, in one step. Stopping before 4 leaves a server without
a database, to be restored again; after 4 phones see the new incarnation and offer what they kept (docs/protocol.md).
"""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from secrets import token_hex

import flask_migrate
from sqlalchemy import Connection, create_engine, delete, insert, select, update

from server import create_app
from server.backup import postgresql_copy, small_files, sqlite_copy
from server.backup.blob_copies import copy_blobs, damaged
from server.backup.durable import has_policy
from server.backup.manifest import Manifest, check_files, read_manifest
from server.backup.repository import Repository
from server.clock import SystemClock
from server.commands.database import upgrade_database
from server.commands.refused import Refused
from server.config import MIGRATIONS, Config
from server.extensions import db
from server.failpoints import failpoint
from server.installation import new_incarnation
from server.models import (
    Blob,
    Counter,
    Device,
    DocBlob,
    Installation,
    PersonSession,
    Photo,
    Project,
    Stream,
    Upload,
)
from server.models.blob import VERIFIED
from server.models.stream import RESTORED
from server.models.upload import EXPIRED, OPEN

# Numbers given since the backup are on phones and paper: none of them may be given to something else.
NUMBERS_LEFT_OUT = 1_000


@dataclass(frozen=True)
class Restored:
    """`lost_photos`: named by the database, whole neither in the backup nor here; their phones are asked for them."""

    folder: Path
    incarnation: str
    set_aside: str | None
    lost_photos: list[str]


def restore_backup(
    config: Config, root: Path, name: str | None = None, *, force: bool = False, without_damaged: bool = False
) -> Restored:
    """Bring the named backup, or the newest, to an empty server; `force` sets aside what is there.

    `without_damaged` goes on without photos that the backup does not have whole.
    """
    folder = Repository(root).folder(name)
    manifest = read_manifest(folder)
    _refuse_other_database(config, manifest)
    check_files(folder, manifest)
    _refuse_damaged(config, root, manifest, agreed=without_damaged)
    config.data_dir.mkdir(parents=True, exist_ok=True)
    aside = _make_room(config, force)
    named = frozenset([*manifest.blobs, *manifest.missing_blobs])
    lost = copy_blobs(named, root / "blobs", config.blob_dir / "blob", recheck=named)
    small_files.copy_in(folder, config.data_dir)
    failpoint("restore_before_database")
    incarnation = _put_in(config, folder, manifest, lost)
    return Restored(folder, incarnation, aside, lost)


def newer_than(config: Config, root: Path, name: str | None) -> list[str]:
    """Backups completed after this one, there or by the policy: phones may have forgotten what only those contain."""
    chosen = Repository(root).folder(name).name
    places = [root, *([Path(config.backup_dir)] if has_policy(config) else [])]
    known = {each for place in places for each in Repository(place).complete()}
    return sorted(each for each in known if each > chosen)


def _kind(config: Config) -> str:
    return "sqlite" if config.database_url.startswith("sqlite") else "postgresql"


def _refuse_other_database(config: Config, manifest: Manifest) -> None:
    if manifest.database != _kind(config):
        raise Refused(f"the backup is of {manifest.database}, DATABASE_URL names {_kind(config)}")


def _refuse_damaged(config: Config, root: Path, manifest: Manifest, *, agreed: bool) -> None:
    wrong = damaged(manifest.blobs, [root / "blobs", config.blob_dir / "blob"])
    if wrong and not agreed:
        raise Refused(
            f"{len(wrong)} photos of the backup are missing or damaged; nothing was changed. With --without-damaged "
            "all the rest is restored, and phones that still have these photos send them again:\n  "
            + "\n  ".join(wrong)
        )


def _make_room(config: Config, force: bool) -> str | None:
    mark = datetime.strftime(SystemClock().now(), "%Y%m%dT%H%M%SZ")
    if _kind(config) == "sqlite":
        if sqlite_copy.is_empty(config.database_url):
            return None
        _refuse_unless(force, f"there is a database at {sqlite_copy.file_of(config.database_url)}")
        return sqlite_copy.set_aside(config.database_url, mark)
    app = create_app(config)
    with app.app_context():
        engine = db.engine
        try:
            if postgresql_copy.is_empty(engine):
                return None
            _refuse_unless(force, "the database has data in it")
            engine.dispose()
            return postgresql_copy.set_aside(engine, mark)
        finally:
            engine.dispose()


def _refuse_unless(force: bool, found: str) -> None:
    if not force:
        raise Refused(
            f"{found}. Nothing was changed. With --force it is renamed, not deleted, and the backup put there"
        )


def _put_in(config: Config, folder: Path, manifest: Manifest, lost: list[str]) -> str:
    if _kind(config) == "postgresql":
        return _put_into_postgresql(config, folder, manifest, lost)
    place = sqlite_copy.file_of(config.database_url)
    staged = sqlite_copy.stage(folder, place)
    engine = create_engine(f"sqlite:///{staged}")
    with engine.begin() as connection:
        incarnation = begin_new_history(connection)
        await_again(connection, lost)
    engine.dispose()
    app = create_app(replace(config, database_url=f"sqlite:///{staged}"))
    upgrade_database(app)
    with app.app_context():
        db.engine.dispose()
    sqlite_copy.name_at_last(staged, place)
    return incarnation


def _put_into_postgresql(config: Config, folder: Path, manifest: Manifest, lost: list[str]) -> str:
    app = create_app(config)
    with app.app_context():
        flask_migrate.upgrade(str(MIGRATIONS), revision=manifest.revision)
        with db.engine.begin() as connection:
            postgresql_copy.copy_in(connection, folder, manifest.tables)
            incarnation = begin_new_history(connection)
            await_again(connection, lost)
        upgrade_database(app)
        db.engine.dispose()
    return incarnation


def begin_new_history(connection: Connection) -> str:
    """What was given out after the backup must not be believed: cursors, half an upload, the next human number."""
    incarnation = new_incarnation(RESTORED)
    connection.execute(update(Installation).values(incarnation=incarnation))
    for stream in connection.scalars(select(Stream.id)).all():
        connection.execute(update(Stream).where(Stream.id == stream).values(epoch=token_hex(6)))
    # Who signed out since must not be signed in again. A revoked device keeps its session: it hands in work, no more.
    revoked = select(Device.id).where(Device.revoked_at.is_not(None))
    connection.execute(delete(PersonSession).where(PersonSession.device_id.not_in(revoked)))
    connection.execute(update(Upload).where(Upload.state == OPEN).values(state=EXPIRED))
    tickets = Counter.name == "ticket"
    counted = set(connection.scalars(select(Counter.project_id).where(tickets)))
    connection.execute(update(Counter).where(tickets).values(value=Counter.value + NUMBERS_LEFT_OUT))
    for project in sorted(set(connection.scalars(select(Project.id))) - counted):
        connection.execute(insert(Counter).values(project_id=project, name="ticket", value=NUMBERS_LEFT_OUT))
    return incarnation


def await_again(connection: Connection, lost: list[str]) -> None:
    """Photos without their bytes say so, so that phones that still have them send them, and they are checked anew."""
    for sha256 in lost:
        verified = (Photo.hash == sha256) & (Photo.blob_state == VERIFIED)
        connection.execute(update(Photo).where(verified).values(blob_state="expected", blob_reason=None))
        connection.execute(delete(DocBlob).where(DocBlob.hash == sha256))
        connection.execute(delete(Blob).where(Blob.hash == sha256))
