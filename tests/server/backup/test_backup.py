"""A backup is whole or is none, holds what the server held at one moment, and comes back as it was."""

import tarfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, delete, inspect, select, text

from server.backup.archive import unpacked
from server.backup.blob_copies import ROTATION, place_of
from server.backup.give_back import restore_backup
from server.backup.manifest import read_manifest
from server.backup.repository import Repository
from server.backup.take import take_backup
from server.blobs import store
from server.commands.people import revoke_device
from server.commands.refused import Refused
from server.config import MIGRATIONS
from server.database import reading, writing
from server.extensions import db
from server.jobs import run_due_jobs
from server.models import Blob, Installation
from tests.conftest import AppMaker
from tests.server.sync.conftest import PhoneOf
from tests.support.pictures import picture
from tests.support.restored import Operator, config_of, stamp
from tests.support.tus_phone import TusPhone, sha256
from tests.support.walk import take_photo
from tests.support.wire_phone import HEADERS
from tests.support.world import World, make_world

CHANGED_BY_A_RESTORE = {"installation", "stream", "counter", "upload", "device", "person_session"}


def contents(app: Flask) -> dict[str, list[Any]]:
    """Every row of every table, but for what a restore has to change."""
    with app.app_context(), db.engine.connect() as connection:
        tables = set(inspect(connection).get_table_names()) - CHANGED_BY_A_RESTORE
        return {table: sorted(_rows(connection, table)) for table in tables}


def _rows(connection: Connection, table: str) -> Iterator[str]:
    """By name: a column that a migration added stands at the end of its table."""
    for row in connection.execute(text(f'SELECT * FROM "{table}"')).mappings():
        yield str(sorted(row.items()))


def incarnation(app: Flask) -> str:
    with app.app_context(), reading() as session:
        return session.scalars(select(Installation.incarnation)).one()


def keep_blob(app: Flask, world: World, content: bytes) -> str:
    with app.app_context():
        stored = store(app).put(content)
        with writing() as session:
            moment = "2026-11-22T07:00:00.000Z"
            person = world.people["engineer"]
            session.add(Blob(hash=stored, person_id=person, bytes=len(content), state="verified", received_at=moment))
    return stored


def test_what_was_backed_up_comes_back_row_by_row(
    app: Flask, phone_of: PhoneOf, world: World, operator: Operator
) -> None:
    phone_of("engineer").answers(world.ups, "fan", value="abnormal", severity=2, seen="风扇异响\t\\N\n𠮷")
    photo = keep_blob(app, world, b"a picture")
    before = contents(app)
    operator.backs_up(app)
    restored = operator.restores(app)
    assert contents(restored) == before
    assert store(restored).path(photo).read_bytes() == b"a picture"


def test_a_restored_server_has_a_new_history(app: Flask, world: World, operator: Operator) -> None:
    operator.backs_up(app)
    assert incarnation(operator.restores(app)) != incarnation(app)


def test_the_server_goes_on_writing_while_it_is_backed_up(
    app: Flask, phone_of: PhoneOf, world: World, operator: Operator
) -> None:
    phone, stop = phone_of("engineer"), threading.Event()
    written: list[dict[str, Any]] = []

    def work() -> None:
        while not stop.is_set():
            written.append(phone.answers(world.ups, "fan", remark=str(len(written))))

    worker = threading.Thread(target=work)
    worker.start()
    try:
        taken = [operator.backs_up(app) for _ in range(5)]
    finally:
        stop.set()
        worker.join()
    restored = operator.restores(app, taken[-1].place.name)
    operations = len(contents(restored)["operation"])
    numbers = len(contents(restored)["device_number"])
    (contained,) = taken[-1].manifest.numbers.values()
    assert numbers == contained <= len(written)
    assert operations <= len(contents(app)["operation"])


@pytest.mark.parametrize("place", ["backup_after_database", "backup_before_name"])
def test_one_that_dies_half_way_is_no_backup(
    app: Flask, world: World, operator: Operator, root: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    def die(name: str) -> None:
        if name == place:
            raise KeyboardInterrupt

    monkeypatch.setattr("server.backup.take.failpoint", die)
    monkeypatch.setattr(
        "server.backup.repository.shutil.rmtree", lambda *_, **__: None
    )  # a killed process clears nothing
    with pytest.raises(KeyboardInterrupt):
        operator.backs_up(app)
    monkeypatch.undo()
    assert Repository(root).complete() == []
    with pytest.raises(Refused, match="no completed backup"):
        operator.restores(app)
    operator.backs_up(app)
    assert [path.name for path in root.iterdir() if path.name.startswith(".unfinished")] == []


def test_a_photo_is_copied_once_for_all_backups(app: Flask, world: World, operator: Operator, root: Path) -> None:
    keep_blob(app, world, b"a picture")
    operator.backs_up(app)
    first = {path: path.stat().st_mtime_ns for path in (root / "blobs").rglob("*") if path.is_file()}
    operator.backs_up(app)
    assert {path: path.stat().st_mtime_ns for path in (root / "blobs").rglob("*") if path.is_file()} == first
    assert len(first) == 1


@pytest.mark.parametrize("part", ["database", "blobs", "data"])
def test_a_damaged_backup_is_refused_before_anything_is_touched(
    app: Flask, world: World, operator: Operator, root: Path, part: str
) -> None:
    keep_blob(app, world, b"a picture")
    (config_of(app).data_dir / "tag_origin").write_text("https://tags.example.com\n")
    taken = operator.backs_up(app)
    below = {"database": taken.place, "blobs": root / "blobs", "data": taken.place / "data"}[part]
    name = {"database": "*operation*" if (taken.place / "tables").is_dir() else "*.sqlite3"}.get(part, "*")
    victim = next(path for path in sorted(below.rglob(name)) if path.is_file())
    content = bytearray(victim.read_bytes())
    content[len(content) // 2] ^= 1
    victim.unlink()  # a hard link to the store's own file is not to be damaged with it
    victim.write_bytes(content)
    with pytest.raises(Refused, match="damaged"):
        operator.restores(app)


def test_what_is_there_is_never_overwritten_unasked(app: Flask, world: World, operator: Operator) -> None:
    operator.backs_up(app)
    with pytest.raises(Refused, match="--force"):
        restore_backup(config_of(app), operator.root)


def test_what_was_there_is_set_aside_when_asked(
    app: Flask, phone_of: PhoneOf, world: World, operator: Operator
) -> None:
    operator.backs_up(app)
    phone_of("engineer").answers(world.ups, "fan", value="normal")
    restored, again = operator.restores_in_place(app)
    assert restored.set_aside
    assert "value" not in str(contents(again)["answer"])
    assert incarnation(again) == restored.incarnation


def test_a_photo_that_the_store_has_lost_is_told(app: Flask, world: World, operator: Operator) -> None:
    photo = keep_blob(app, world, b"a picture")
    store(app).path(photo).unlink()
    assert operator.backs_up(app).manifest.missing_blobs == [photo]


def test_one_file_holds_a_whole_backup(app: Flask, world: World, operator: Operator, tmp_path: Path) -> None:
    photo = keep_blob(app, world, b"a picture")
    before = contents(app)
    take_backup(app, tmp_path / "one.tar")
    with unpacked(tmp_path / "one.tar") as source:
        restored = operator.restores(app, source=source)
    assert contents(restored) == before
    assert store(restored).exists(photo)
    assert [path.name for path in tmp_path.iterdir() if "unfinished" in path.name] == []


def test_the_manifest_names_the_migration(app: Flask, world: World, operator: Operator) -> None:
    newest = max(path.name for path in (MIGRATIONS / "versions").glob("*.py"))
    assert read_manifest(operator.backs_up(app).place).revision == newest.partition("_")[0]


def test_other_folders_beside_the_backups_are_none(app: Flask, world: World, operator: Operator, root: Path) -> None:
    for name in ("lost+found", "zz-photos-of-the-site"):
        (root / name).mkdir(parents=True)
    taken = operator.backs_up(app)
    assert Repository(root).complete() == [taken.place.name]
    assert operator.restores(app)


def test_a_share_that_knows_no_modes_is_written_to(
    app: Flask, world: World, operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "chmod", refuse)
    assert operator.backs_up(app).place.is_dir()


def test_who_signed_out_stays_signed_out_after_a_restore(
    app: Flask, phone_of: PhoneOf, world: World, operator: Operator
) -> None:
    phone = phone_of("engineer")
    cookie = phone.client.get_cookie("roundsman_session")
    assert cookie is not None
    operator.backs_up(app)
    phone.client.delete("/api/session", headers=HEADERS)
    client = operator.restores(app).test_client()
    client.set_cookie("roundsman_session", cookie.value)
    assert client.get("/api/session").status_code == 401


def test_a_revoked_device_still_hands_in_its_work_after_a_restore(
    app: Flask, phone_of: PhoneOf, world: World, operator: Operator
) -> None:
    phone = phone_of("engineer")
    cookie = phone.client.get_cookie("roundsman_session")
    assert cookie is not None
    with app.app_context():
        revoke_device(phone.device, "lost")
    operator.backs_up(app)
    phone.client = operator.restores(app).test_client()
    phone.client.set_cookie("roundsman_session", cookie.value)
    assert phone.answers(world.ups, "fan", value="normal")["outcome"] == "parked"


def damage(path: Path) -> None:
    """Not in the store as well, where both are one file by a hard link."""
    content = path.read_bytes()[:-1] + b"!"
    path.unlink()
    path.write_bytes(content)


def test_one_damaged_photo_does_not_make_a_backup_useless(
    app: Flask, phone_of: PhoneOf, world: World, operator: Operator, root: Path
) -> None:
    phone, content = phone_of("engineer"), picture()
    take_photo(phone, hash=sha256(content))
    TusPhone(app, "engineer").send_all(content)
    run_due_jobs(app)
    operator.backs_up(app)
    damage(place_of(root / "blobs", sha256(content)))
    with pytest.raises(Refused, match=sha256(content)):
        operator.restores(app)
    restored = operator.restores(app, without_damaged=True)
    phone.client, phone.base, phone.cursors = restored.test_client(), {}, {}
    phone.sign_in().pull()
    assert [photo["blob_state"] for photo in phone.sees("photo")] == ["expected"]
    TusPhone(restored, "engineer").send_all(content)
    run_due_jobs(restored)
    assert [photo["blob_state"] for photo in phone.pull().sees("photo")] == ["verified"]
    assert operator.backs_up(restored).manifest.missing_blobs == []


def test_every_copy_is_read_again_within_twenty_backups_and_mended(
    app: Flask, world: World, operator: Operator, root: Path
) -> None:
    hashes = [keep_blob(app, world, f"picture {number}".encode()) for number in range(45)]
    operator.backs_up(app)
    victim = place_of(root / "blobs", hashes[7])
    damage(victim)
    for _ in range(ROTATION):
        operator.backs_up(app)
    assert victim.read_bytes() == b"picture 7"


def test_a_file_that_reaches_out_of_its_folder_is_no_backup(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "evil.tar", "w") as tar:
        member = tarfile.TarInfo("../outside")
        tar.addfile(member)
    with pytest.raises(Refused, match="outside"), unpacked(tmp_path / "evil.tar"):
        pass
    assert not (tmp_path / "outside").exists()


def test_only_the_newest_backups_and_their_photos_are_kept(make_app: AppMaker, operator: Operator, root: Path) -> None:
    app = stamp(make_app(backup_dir=str(root), backup_hours=0, backup_keep=2))
    world = make_world(app, operator.clock)
    photos = [keep_blob(app, world, content) for content in (b"goes", b"stays")]
    first = operator.backs_up(app).place
    with app.app_context(), writing() as session:
        session.execute(delete(Blob).where(Blob.hash == photos[0]))
    kept = [operator.backs_up(app).place.name for _ in range(2)]
    assert (Repository(root).complete(), first.exists()) == (kept, False)
    assert [place_of(root / "blobs", photo).exists() for photo in photos] == [False, True]
    assert operator.restores(app, kept[0])


def test_where_all_are_kept_none_goes(make_app: AppMaker, operator: Operator, root: Path) -> None:
    app = stamp(make_app(backup_dir=str(root), backup_hours=0, backup_keep=0))
    make_world(app, operator.clock)
    assert [operator.backs_up(app).place.name for _ in range(3)] == Repository(root).complete()
