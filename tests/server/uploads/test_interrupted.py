"""The server dies between any two steps of an upload; the phone goes on, and the photo is whole (I10, F5)."""

from collections.abc import Callable

import pytest
from flask import Flask

from server.blobs import store
from server.jobs import run_due_jobs
from server.models import Blob
from tests.support.clock import FakeClock
from tests.support.dying import dies_at
from tests.support.tus_phone import TusPhone, sha256

PHOTO = b"\xff\xd8\xff" + bytes(range(256)) * 20

PIECE_POINTS = ("upload_before_part", "upload_after_part", "upload_after_offset")
LAST_POINTS = (
    "upload_before_blob",
    "blob_before_rename",
    "blob_after_rename",
    "upload_after_blob",
    "upload_after_finish",
)


def of_the_same_server(phone: TusPhone, app: Flask) -> TusPhone:
    """The phone, with its cookie, at another process."""
    other = TusPhone.__new__(TusPhone)
    other.__dict__ = {**phone.__dict__, "_client": app.test_client()}
    other._client.set_cookie("roundsman_session", phone.cookie() or "")
    return other


@pytest.mark.parametrize("point", PIECE_POINTS)
def test_a_piece_that_the_server_died_over_is_sent_again(
    app: Flask, phone: TusPhone, blobs: Callable[[], list[Blob]], point: str
) -> None:
    url = phone.begin(PHOTO)
    dies_at(point, app, lambda twin: of_the_same_server(phone, twin).send(url, 0, PHOTO[:1000]))
    offset = phone.offset_of(url)
    assert offset == (1000 if point == "upload_after_offset" else 0)
    assert phone.send(url, offset, PHOTO[offset:]).status_code == 204
    assert store(app).path(sha256(PHOTO)).read_bytes() == PHOTO
    assert len(blobs()) == 1


@pytest.mark.parametrize("point", LAST_POINTS)
def test_a_last_piece_that_the_server_died_over_is_sent_again_or_was_enough(
    app: Flask,
    clock: FakeClock,
    phone: TusPhone,
    blobs: Callable[[], list[Blob]],
    checks: Callable[[], int],
    point: str,
) -> None:
    url = phone.begin(PHOTO)
    phone.send(url, 0, PHOTO[:1000])
    dies_at(point, app, lambda twin: of_the_same_server(phone, twin).send(url, 1000, PHOTO[1000:]))
    offset = phone.offset_of(url)
    if offset < len(PHOTO):
        assert blobs() == []
        assert phone.send(url, offset, PHOTO[offset:]).status_code == 204
    assert store(app).path(sha256(PHOTO)).read_bytes() == PHOTO
    assert (len(blobs()), checks()) == (1, 1)
    clock.advance(hours=1)
    run_due_jobs(app)
    assert not list((app.config["ROUNDSMAN"].blob_dir / "part").iterdir())


@pytest.mark.parametrize("point", LAST_POINTS[:-1])
def test_a_photo_that_came_whole_while_the_server_died_is_sent_again(
    app: Flask, phone: TusPhone, blobs: Callable[[], list[Blob]], point: str
) -> None:
    dies_at(point, app, lambda twin: of_the_same_server(phone, twin).send_all(PHOTO))
    assert blobs() == []
    assert phone.send_all(PHOTO).status_code == 201
    assert store(app).path(sha256(PHOTO)).read_bytes() == PHOTO
    assert len(blobs()) == 1
