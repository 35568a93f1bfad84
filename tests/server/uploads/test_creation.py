"""An upload begins: what is declared, and what is refused before its first byte."""

from collections.abc import Callable

import pytest
from flask import Flask

from server.blobs import store
from server.database import writing
from server.models import Blob
from tests.conftest import AppMaker
from tests.support.people import add_cast
from tests.support.stream import Body
from tests.support.tus_phone import BODY, TusPhone, checksum, metadata, sha256

PHOTO = b"\xff\xd8\xff" + bytes(range(256)) * 20


def test_the_server_says_what_it_speaks_to_anybody(app: Flask) -> None:
    answer = app.test_client().options("/files")
    assert answer.status_code == 204
    assert answer.headers["Tus-Version"] == "1.0.0"
    assert "creation-defer-length" in answer.headers["Tus-Extension"].split(",")
    assert answer.headers["Tus-Checksum-Algorithm"] == "sha1,sha256"
    assert int(answer.headers["Tus-Max-Size"]) > 1_000_000


def test_an_upload_begins_empty_at_an_address_nobody_can_guess(phone: TusPhone) -> None:
    first, second = phone.create(PHOTO), phone.create(PHOTO)
    assert (first.status_code, first.headers["Tus-Resumable"]) == (201, "1.0.0")
    assert first.headers["Location"] != second.headers["Location"]
    assert len(first.headers["Location"].removeprefix("/files/")) >= 22  # 128 bits
    head = phone.tus("HEAD", first.headers["Location"])
    assert head.headers["Upload-Offset"] == "0"
    assert head.headers["Upload-Length"] == str(len(PHOTO))
    assert head.headers["Upload-Metadata"] == metadata(hash=sha256(PHOTO), mime="image/jpeg")
    assert head.headers["Cache-Control"] == "no-store"
    assert head.headers["Upload-Expires"].endswith("GMT")


def test_a_photo_that_comes_with_its_creation_is_done_in_one_request(
    app: Flask, phone: TusPhone, blobs: Callable[[], list[Blob]], checks: Callable[[], int]
) -> None:
    answer = phone.send_all(PHOTO)
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (201, str(len(PHOTO)))
    assert [(blob.hash, blob.bytes, blob.state) for blob in blobs()] == [(sha256(PHOTO), len(PHOTO), "received")]
    assert store(app).path(sha256(PHOTO)).read_bytes() == PHOTO
    assert phone.offset_of(answer.headers["Location"]) == len(PHOTO)
    assert checks() == 1


def test_the_first_piece_may_come_with_the_creation(phone: TusPhone, blobs: Callable[[], list[Blob]]) -> None:
    said = {"Upload-Length": str(len(PHOTO)), "Upload-Metadata": metadata(hash=sha256(PHOTO), mime="image/jpeg")}
    answer = phone.tus("POST", "/files", {**said, "Content-Type": BODY}, data=PHOTO[:1000])
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (201, "1000")
    assert phone.send(answer.headers["Location"], 1000, PHOTO[1000:]).status_code == 204
    assert len(blobs()) == 1


def test_a_file_sent_twice_is_kept_once(phone: TusPhone, blobs: Callable[[], list[Blob]]) -> None:
    assert phone.send_all(PHOTO).status_code == phone.send_all(PHOTO).status_code == 201
    assert len(blobs()) == 1


def test_the_same_bytes_of_two_people_are_two_blobs(
    app: Flask, phone: TusPhone, blobs: Callable[[], list[Blob]]
) -> None:
    phone.send_all(PHOTO)
    TusPhone(app, "outsider").send_all(PHOTO)
    assert len({blob.person_id for blob in blobs()}) == 2


def test_a_creation_that_breaks_off_leaves_nothing(phone: TusPhone, blobs: Callable[[], list[Blob]]) -> None:
    said = {
        "Upload-Length": str(len(PHOTO)),
        "Upload-Metadata": metadata(hash=sha256(PHOTO), mime="image/jpeg"),
        "Content-Type": BODY,
    }
    answer = phone.tus("POST", "/files", said, environ_overrides=Body(PHOTO[:1000]).environ(len(PHOTO)))
    assert (answer.status_code, answer.get_json()["code"]) == (400, "bad_request")
    assert blobs() == []


def test_a_creation_whose_bytes_are_not_the_declared_ones_is_refused_by_name(
    phone: TusPhone, blobs: Callable[[], list[Blob]]
) -> None:
    said = {
        "Upload-Length": str(len(PHOTO)),
        "Upload-Metadata": metadata(hash=sha256(b"another"), mime="image/jpeg"),
        "Content-Type": BODY,
    }
    answer = phone.tus("POST", "/files", said, data=PHOTO)
    problem = answer.get_json()
    assert (answer.status_code, problem["code"], problem["reason"]) == (460, "checksum_mismatch", "whole_file")
    assert blobs() == []


def test_a_creation_with_a_wrong_checksum_is_refused(phone: TusPhone, blobs: Callable[[], list[Blob]]) -> None:
    said = {
        "Upload-Length": str(len(PHOTO)),
        "Upload-Metadata": metadata(hash=sha256(PHOTO), mime="image/jpeg"),
        "Upload-Checksum": checksum("sha1", b"another"),
        "Content-Type": BODY,
    }
    assert phone.tus("POST", "/files", said, data=PHOTO).status_code == 460
    assert blobs() == []


def test_a_photo_above_the_limit_is_refused_before_its_first_byte(make_app: AppMaker) -> None:
    app = make_app(max_photo_bytes=1000)
    with app.app_context(), writing() as session:
        add_cast(session)
    answer = TusPhone(app, "engineer").create(PHOTO)
    assert (answer.status_code, answer.get_json()["limit"]) == (413, 1000)


@pytest.mark.parametrize("mime", ["image/gif", "image/svg+xml", "image/tiff", "application/json"])
def test_only_three_kinds_of_picture_may_be_declared(phone: TusPhone, mime: str) -> None:
    answer = phone.create(PHOTO, mime=mime)
    assert (answer.status_code, answer.get_json()["mime"]) == (415, mime)


@pytest.mark.parametrize(
    "headers",
    [
        {"Upload-Metadata": ""},
        {"Upload-Metadata": "hash"},
        {"Upload-Metadata": "hash !!!"},
        {"Upload-Metadata": metadata(hash="ABC", mime="image/jpeg")},
        {"Upload-Metadata": metadata(hash="a" * 64, mime="image/jpeg", name="x" * 2000)},
        {"Upload-Length": "-1"},
        {"Upload-Length": "٣"},
        {"Upload-Length": "9" * 30},
        {"Upload-Defer-Length": "1"},
        {"Upload-Defer-Length": "2"},
    ],
)
def test_a_header_that_makes_no_sense_is_refused(phone: TusPhone, headers: dict[str, str]) -> None:
    said = {"Upload-Length": "10", "Upload-Metadata": metadata(hash="a" * 64, mime="image/jpeg")}
    answer = phone.tus("POST", "/files", {**said, **headers})
    assert (answer.status_code, answer.get_json()["code"]) == (400, "bad_request")


def test_no_length_at_all_is_refused(phone: TusPhone) -> None:
    said = {"Upload-Metadata": metadata(hash="a" * 64, mime="image/jpeg")}
    assert phone.tus("POST", "/files", said).status_code == 400


def test_another_version_of_tus_is_refused_with_ours(phone: TusPhone) -> None:
    answer = phone.tus("POST", "/files", {"Tus-Resumable": "0.2.2"})
    assert (answer.status_code, answer.headers["Tus-Version"]) == (412, "1.0.0")


def test_a_device_with_too_many_unfinished_uploads_is_slowed(make_app: AppMaker) -> None:
    app = make_app(max_open_uploads=2)
    with app.app_context(), writing() as session:
        add_cast(session)
    phone = TusPhone(app, "engineer")
    phone.begin(PHOTO), phone.begin(PHOTO)
    answer = phone.create(PHOTO)
    assert (answer.status_code, answer.get_json()["code"]) == (429, "slow_down")
    assert phone.send_all(PHOTO).status_code == 201  # what comes whole is never unfinished
