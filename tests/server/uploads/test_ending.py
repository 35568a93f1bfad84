"""Uploads that end without a photo: given up, or run out."""

from collections.abc import Callable
from pathlib import Path

from flask import Flask

from server.jobs import run_due_jobs
from server.models import Blob
from tests.support.clock import FakeClock
from tests.support.tus_phone import TusPhone, sha256

PHOTO = b"\xff\xd8\xff" + bytes(range(256)) * 20


def parts(app: Flask) -> list[Path]:
    return list((app.config["ROUNDSMAN"].blob_dir / "part").rglob("*"))


def test_an_upload_that_was_given_up_is_gone_with_its_pieces(app: Flask, phone: TusPhone) -> None:
    url = phone.begin(PHOTO)
    phone.send(url, 0, PHOTO[:1000])
    assert phone.tus("DELETE", url).status_code == 204
    assert parts(app) == []
    for answer in (phone.tus("HEAD", url), phone.send(url, 1000, PHOTO[1000:]), phone.tus("DELETE", url)):
        assert answer.status_code == 410


def test_giving_up_a_finished_upload_leaves_the_photo(phone: TusPhone, blobs: Callable[[], list[Blob]]) -> None:
    url = phone.send_all(PHOTO).headers["Location"]
    assert phone.tus("DELETE", url).status_code == 204
    assert [blob.hash for blob in blobs()] == [sha256(PHOTO)]


def test_an_upload_runs_out_when_nobody_goes_on_with_it(clock: FakeClock, phone: TusPhone) -> None:
    url = phone.begin(PHOTO)
    clock.advance(days=13)
    assert phone.send(url, 0, PHOTO[:1000]).status_code == 204  # going on begins the days anew
    clock.advance(days=13)
    assert phone.offset_of(url) == 1000
    clock.advance(days=1)
    answer = phone.send(url, 1000, PHOTO[1000:])
    assert (answer.status_code, answer.get_json()["code"]) == (410, "expired")


def test_the_pieces_of_an_upload_that_ran_out_are_swept(app: Flask, clock: FakeClock, phone: TusPhone) -> None:
    url = phone.begin(PHOTO)
    phone.send(url, 0, PHOTO[:1000])
    clock.advance(days=15)
    run_due_jobs(app)
    assert parts(app) == []
    assert phone.tus("HEAD", url).status_code == 410
    clock.advance(days=14)  # the session lasts 30 days
    assert phone.tus("HEAD", url).status_code == 410


def test_what_is_still_going_on_is_not_swept(app: Flask, clock: FakeClock, phone: TusPhone) -> None:
    url = phone.begin(PHOTO)
    phone.send(url, 0, PHOTO[:1000])
    clock.advance(days=13)
    run_due_jobs(app)
    assert phone.send(url, 1000, PHOTO[1000:]).status_code == 204


def test_a_network_that_lets_only_post_through_is_enough(phone: TusPhone, blobs: Callable[[], list[Blob]]) -> None:
    url = phone.begin(PHOTO)
    said = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    assert phone.tus("POST", url, said | {"X-HTTP-Method-Override": "PATCH"}, data=PHOTO).status_code == 204
    assert len(blobs()) == 1
    head = phone.tus("POST", url, {"X-HTTP-Method-Override": "HEAD"})
    assert head.headers["Upload-Offset"] == str(len(PHOTO))
    assert phone.tus("POST", url, {"X-HTTP-Method-Override": "DELETE"}).status_code == 204
    assert phone.tus("POST", url).status_code == 405
