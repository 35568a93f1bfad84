"""What becomes of a photo's bytes, and how its phone learns of it."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import delete, select

from server.blobs import custody
from server.database import reading, writing
from server.jobs import run_due_jobs
from server.models import Blob, Job, Operation
from tests.support.clock import FakeClock
from tests.support.dying import dies_at
from tests.support.pictures import bomb, picture
from tests.support.tus_phone import TusPhone, sha256
from tests.support.walk import take_photo
from tests.support.wire_phone import WirePhone
from tests.support.world import World

PHOTO = picture()


def seen(phone: WirePhone) -> list[tuple[Any, Any]]:
    """State and reason of every photo, as the phone is shown them."""
    return [(photo["blob_state"], photo["blob_reason"]) for photo in phone.pull().sees("photo")]


def test_a_photo_is_expected_until_its_bytes_come_and_are_looked_at(
    app: Flask, engineer: WirePhone, camera: TusPhone
) -> None:
    take_photo(engineer, hash=sha256(PHOTO))
    run_due_jobs(app)
    assert seen(engineer) == [("expected", None)]
    camera.send_all(PHOTO)
    assert seen(engineer) == [("expected", None)]
    run_due_jobs(app)
    assert seen(engineer) == [("verified", None)]


def test_bytes_that_came_first_wait_for_their_photo(app: Flask, engineer: WirePhone, camera: TusPhone) -> None:
    camera.send_all(PHOTO)
    run_due_jobs(app)
    take_photo(engineer, hash=sha256(PHOTO))
    run_due_jobs(app)
    assert seen(engineer) == [("verified", None)]


def test_one_look_serves_every_photo_with_these_bytes(app: Flask, engineer: WirePhone, camera: TusPhone) -> None:
    take_photo(engineer, hash=sha256(PHOTO))
    take_photo(engineer, hash=sha256(PHOTO), check_key="battery")
    camera.send_all(PHOTO)
    run_due_jobs(app)
    take_photo(engineer, hash=sha256(PHOTO), check_key=None)
    run_due_jobs(app)
    assert seen(engineer) == [("verified", None)] * 3


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (PHOTO[:-2000], "truncated"),
        (picture("GIF"), "not_an_image"),
        (b"<svg/>", "not_an_image"),
        (bomb(), "too_many_pixels"),
    ],
    ids=["truncated", "gif", "svg", "bomb"],
)
def test_what_is_no_picture_is_refused_by_name_and_nothing_else_is_lost(
    app: Flask, engineer: WirePhone, camera: TusPhone, data: bytes, reason: str
) -> None:
    engineer.answers(engineer.world.ups, "fan", value="normal")
    take_photo(engineer, hash=sha256(data))
    take_photo(engineer, hash=sha256(PHOTO))
    camera.send_all(data)
    camera.send_all(PHOTO)
    run_due_jobs(app)
    assert sorted(seen(engineer), key=str) == sorted([("refused", reason), ("verified", None)], key=str)
    assert engineer.answer(engineer.world.ups, "fan")["value"] == "normal"


def test_naming_a_hash_is_not_having_it(app: Flask, clock: FakeClock, engineer: WirePhone, camera: TusPhone) -> None:
    """Another company's engineer learns neither the picture nor whether it is here (T10)."""
    take_photo(engineer, hash=sha256(PHOTO))
    camera.send_all(PHOTO)
    run_due_jobs(app)
    world = engineer.world
    outsider = WirePhone(app.test_client(), clock, world, "outsider").sign_in().pull()
    outsider.does(
        "take_photo",
        doc=world.foreign_round,
        args={
            "asset_id": world.foreign_asset,
            "check_key": "fan",
            "purpose": "item",
            "hash": sha256(PHOTO),
            "bytes": 9,
            "width": 4,
            "height": 3,
            "mime": "image/jpeg",
            "taken_at": "2026-11-22T08:00:00Z",
        },
        after=[],
    )
    run_due_jobs(app)
    assert seen(outsider) == [("expected", None)]
    TusPhone(app, "outsider").send_all(PHOTO)
    run_due_jobs(app)
    assert seen(outsider) == [("verified", None)]


def test_a_colleague_s_bytes_are_not_the_engineer_s(app: Flask, engineer: WirePhone) -> None:
    take_photo(engineer, hash=sha256(PHOTO))
    TusPhone(app, "colleague").send_all(PHOTO)
    run_due_jobs(app)
    assert seen(engineer) == [("expected", None)]


def test_looking_twice_is_looking_once(app: Flask, engineer: WirePhone, camera: TusPhone) -> None:
    take_photo(engineer, hash=sha256(PHOTO))
    for _ in range(2):
        camera.send_all(PHOTO)
        run_due_jobs(app)
    with app.app_context(), reading() as session:
        told = session.scalars(select(Operation).where(Operation.name == "verify_blob")).all()
    assert [(one.actor_kind, one.actor_id, one.outcome) for one in told] == [("job", "check_blob", "applied")]


@pytest.mark.parametrize("point", ["job_after_claim", "check_after_decode", "check_after_verdict", "job_after_work"])
def test_a_worker_that_dies_over_a_photo_leaves_it_to_the_next_one(
    app: Flask, clock: FakeClock, engineer: WirePhone, camera: TusPhone, jobs: Callable[[str], list[Job]], point: str
) -> None:
    run_due_jobs(app)
    camera.send_all(PHOTO)
    take_photo(engineer, hash=sha256(PHOTO))
    dies_at(point, app, run_due_jobs)
    clock.advance(minutes=4)
    run_due_jobs(app)
    assert seen(engineer) == [("verified", None)]
    assert {job.state for job in jobs("check_blob")} == {"done"}


def test_a_photo_that_nobody_told_is_found_by_the_sweep(
    app: Flask, clock: FakeClock, engineer: WirePhone, camera: TusPhone
) -> None:
    """As if operation and upload had committed at the same moment, neither seeing the other."""
    take_photo(engineer, hash=sha256(PHOTO))
    camera.send_all(PHOTO)
    with app.app_context(), writing() as session:
        session.execute(delete(Job).where(Job.kind == "check_blob"))
    run_due_jobs(app)
    clock.advance(minutes=10)
    run_due_jobs(app)
    assert seen(engineer) == [("verified", None)]


def test_verified_bytes_belong_to_their_photo_alone(
    app: Flask, engineer: WirePhone, camera: TusPhone, world: World
) -> None:
    take_photo(engineer, hash=sha256(PHOTO))
    camera.send_all(PHOTO)
    run_due_jobs(app)
    (photo,) = engineer.pull().sees("photo")
    with app.app_context(), reading() as session:
        blob = session.get_one(Blob, (sha256(PHOTO), world.people["engineer"]))
        assert (blob.state, blob.mime, blob.width, blob.height) == ("verified", "image/jpeg", 640, 480)
        attached = custody.attached_to(session, photo["id"], sha256(PHOTO))
        assert attached is not None and attached.project_id == world.project
        assert custody.attached_in_project(session, world.foreign_project, sha256(PHOTO)) is None
