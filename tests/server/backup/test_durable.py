"""What phones may forget: what the last completed backup contains, photos' bytes included."""

from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from server.backup.repository import Repository
from server.backup.take import take_backup
from server.database import writing
from server.jobs import run_due_jobs
from server.models import Blob, Photo
from tests.conftest import AppMaker
from tests.server.sync.conftest import PhoneOf
from tests.support.clock import FakeClock
from tests.support.restored import Operator, config_of, stamp
from tests.support.walk import HASH, take_photo, verify_photos
from tests.support.wire_phone import HEADERS, WirePhone
from tests.support.world import World, make_world


def durable(phone: WirePhone) -> int:
    body: dict[str, Any] = {"device": phone.device, "schema": 1, "cursors": {}}
    answer = phone.client.post("/api/sync/v1/pull", json=body, headers=HEADERS).get_json()
    assert answer["durable_n"] == phone.push()["durable_n"]
    return int(answer["durable_n"])


def test_nothing_is_durable_before_the_first_backup(phone_of: PhoneOf, world: World) -> None:
    phone = phone_of("engineer")
    phone.answers(world.ups, "fan", value="normal")
    assert durable(phone) == 0


def test_a_backup_makes_durable_what_it_contains(
    app: Flask, phone_of: PhoneOf, world: World, operator: Operator
) -> None:
    phone, other = phone_of("engineer"), phone_of("colleague")
    phone.answers(world.ups, "fan", value="normal")
    operator.backs_up(app)
    phone.answers(world.ups, "battery", value="normal", reading="24")
    assert (durable(phone), durable(other)) == (1, 0)
    operator.backs_up(app)
    assert durable(phone) == 2


def test_one_that_died_before_its_name_makes_nothing_durable(
    app: Flask, phone_of: PhoneOf, world: World, operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = phone_of("engineer")
    phone.answers(world.ups, "fan", value="normal")
    monkeypatch.setattr("server.backup.repository.Repository.finish", _die)
    with pytest.raises(KeyboardInterrupt):
        operator.backs_up(app)
    assert durable(phone) == 0


def _die(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_photo_is_durable_only_with_its_bytes(
    app: Flask, phone_of: PhoneOf, world: World, operator: Operator
) -> None:
    phone = phone_of("engineer")
    phone.answers(world.ups, "fan", value="normal")
    take_photo(phone)
    phone.answers(world.ups, "battery", value="normal", reading="24")
    operator.backs_up(app)
    assert durable(phone) == 1
    verify_photos(app, phone)
    operator.backs_up(app)
    assert durable(phone) == 3


def test_a_store_that_lost_thousands_of_photos_is_backed_up_all_the_same(
    app: Flask, phone_of: PhoneOf, world: World, operator: Operator
) -> None:
    phone = phone_of("engineer")
    phone.answers(world.ups, "fan", value="normal")
    take_photo(phone)
    verify_photos(app, phone)  # its bytes were never there
    lost = {
        "person_id": world.people["engineer"],
        "bytes": 9,
        "state": "verified",
        "received_at": "2026-11-22T07:00:00.000Z",
    }
    with app.app_context(), writing() as session:
        session.add_all(Blob(hash=f"{number:064x}", **lost) for number in range(1_500))
        session.add(Blob(hash=HASH, **lost))
    operator.backs_up(app)
    assert durable(phone) == 1


def test_a_backup_beside_the_policy_lets_no_phone_forget(
    app: Flask, phone_of: PhoneOf, world: World, tmp_path: Path
) -> None:
    phone = phone_of("engineer")
    phone.answers(world.ups, "fan", value="normal")
    take_backup(app, tmp_path / "one.tar")
    take_backup(app, tmp_path / "elsewhere")
    assert durable(phone) == 0


def test_a_photo_that_was_given_up_holds_nothing_up(
    app: Flask, phone_of: PhoneOf, world: World, operator: Operator
) -> None:
    phone = phone_of("engineer")
    photo = take_photo(phone)["op"]
    with app.app_context(), writing() as session:
        session.get_one(Photo, photo).blob_state = "lost"
    operator.backs_up(app)
    assert durable(phone) == 1


def test_without_a_policy_committed_is_durable(make_app: AppMaker, clock: FakeClock) -> None:
    app = make_app()
    world = make_world(app, clock)
    phone = WirePhone(app.test_client(), clock, world, "engineer").sign_in().pull()
    phone.answers(world.ups, "fan", value="normal")
    assert durable(phone) == 1
    assert app.test_client().get("/api/health").get_json()["phones_keep_until"] == "committed"


def test_the_worker_backs_up_when_it_is_due(make_app: AppMaker, operator: Operator, clock: FakeClock) -> None:
    app = stamp(make_app(backup_dir=str(operator.root), backup_hours=24))
    make_world(app, clock)
    taken = []
    for hours in (0, 23, 2, 1):
        clock.advance(hours=hours)
        run_due_jobs(app)
        taken.append(len(Repository(operator.root).complete()))
    assert taken == [1, 1, 2, 2]
    assert app.test_client().get("/api/health").get_json()["phones_keep_until"] == "backed_up"


def test_a_restored_server_promises_no_more_than_its_backup(
    app: Flask, phone_of: PhoneOf, world: World, operator: Operator
) -> None:
    phone = phone_of("engineer")
    phone.answers(world.ups, "fan", value="normal")
    first = operator.backs_up(app)
    phone.answers(world.ups, "fan", value="abnormal", severity=3)
    operator.backs_up(app)
    restored = operator.restores(app, first.place.name)
    assert config_of(restored).backup_dir
    phone.client = restored.test_client()
    phone.sign_in()
    assert durable(phone) <= 1
