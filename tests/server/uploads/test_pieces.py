"""A photo arrives in pieces, in order, whole, and only as it was declared."""

from collections.abc import Callable

import pytest
from flask import Flask

from server.blobs import store
from server.database import writing
from server.models import Blob
from tests.conftest import AppMaker
from tests.support.people import add_cast
from tests.support.stream import Body
from tests.support.tus_phone import TusPhone, checksum, sha256

PHOTO = b"\xff\xd8\xff" + bytes(range(256)) * 20


def test_pieces_add_up_to_the_photo(
    app: Flask, phone: TusPhone, blobs: Callable[[], list[Blob]], checks: Callable[[], int]
) -> None:
    url = phone.begin(PHOTO)
    for start in range(0, len(PHOTO), 1000):
        assert blobs() == []
        answer = phone.send(url, start, PHOTO[start : start + 1000])
        assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, str(min(start + 1000, len(PHOTO))))
    assert [blob.hash for blob in blobs()] == [sha256(PHOTO)]
    assert store(app).path(sha256(PHOTO)).read_bytes() == PHOTO
    assert checks() == 1
    assert "Upload-Expires" not in answer.headers


def test_pieces_are_let_go_when_the_photo_is_whole(app: Flask, phone: TusPhone) -> None:
    url = phone.begin(PHOTO)
    phone.send(url, 0, PHOTO[:1000])
    folder = app.config["ROUNDSMAN"].blob_dir
    assert [path for path in (folder / "part").rglob("*") if path.is_file()]
    phone.send(url, 1000, PHOTO[1000:])
    assert not list((folder / "part").rglob("*"))
    assert not list((folder / "incoming").iterdir())


def test_what_came_before_the_line_broke_is_kept(phone: TusPhone, blobs: Callable[[], list[Blob]]) -> None:
    url = phone.begin(PHOTO)
    phone.stream(url, 0, Body(PHOTO[:700]), len(PHOTO))
    assert phone.offset_of(url) == 700
    assert phone.send(url, 700, PHOTO[700:]).status_code == 204
    assert len(blobs()) == 1


def test_an_empty_piece_changes_nothing(phone: TusPhone) -> None:
    url = phone.begin(PHOTO)
    assert phone.send(url, 0, b"").status_code == 204
    assert phone.offset_of(url) == 0


@pytest.mark.parametrize("offset", [0, 999, 1001, 10**9])
def test_a_piece_at_the_wrong_offset_is_refused_with_the_right_one(phone: TusPhone, offset: int) -> None:
    url = phone.begin(PHOTO)
    phone.send(url, 0, PHOTO[:1000])
    answer = phone.send(url, offset, PHOTO[1000:])
    assert (answer.status_code, answer.get_json()["offset"]) == (409, 1000)
    assert phone.offset_of(url) == 1000


def test_a_piece_sent_again_after_the_end_is_refused(phone: TusPhone, blobs: Callable[[], list[Blob]]) -> None:
    url = phone.begin(PHOTO)
    phone.send(url, 0, PHOTO)
    assert phone.send(url, 0, PHOTO).status_code == 409
    assert len(blobs()) == 1


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_a_piece_with_its_checksum_is_taken(phone: TusPhone, algorithm: str) -> None:
    url = phone.begin(PHOTO)
    assert phone.send(url, 0, PHOTO[:9], {"Upload-Checksum": checksum(algorithm, PHOTO[:9])}).status_code == 204
    assert phone.offset_of(url) == 9


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_a_damaged_piece_is_not_kept(phone: TusPhone, algorithm: str) -> None:
    url = phone.begin(PHOTO)
    answer = phone.send(url, 0, PHOTO[:9], {"Upload-Checksum": checksum(algorithm, b"another")})
    assert (answer.status_code, answer.get_json()["code"]) == (460, "checksum_mismatch")
    assert "reason" not in answer.get_json()
    assert phone.offset_of(url) == 0


def test_a_piece_with_a_checksum_that_breaks_off_is_not_kept(phone: TusPhone) -> None:
    url = phone.begin(PHOTO)
    said = {"Upload-Checksum": checksum("sha1", PHOTO[:900])}
    assert phone.stream(url, 0, Body(PHOTO[:500]), 900, said).status_code == 460
    assert phone.offset_of(url) == 0


@pytest.mark.parametrize("text", ["crc32 AAAA", "sha1 !!!", "sha1"])
def test_a_checksum_that_cannot_be_read_is_refused(phone: TusPhone, text: str) -> None:
    url = phone.begin(PHOTO)
    assert phone.send(url, 0, PHOTO, {"Upload-Checksum": text}).status_code in (400, 460)
    assert phone.offset_of(url) == 0


def test_more_bytes_than_declared_are_refused(phone: TusPhone) -> None:
    url = phone.begin(PHOTO)
    answer = phone.send(url, 0, PHOTO + b"more")
    assert (answer.status_code, answer.get_json()["limit"]) == (413, len(PHOTO))
    assert phone.offset_of(url) == 0


def test_a_piece_above_the_limit_is_refused(make_app: AppMaker) -> None:
    app = make_app(max_chunk_bytes=1000)
    with app.app_context(), writing() as session:
        add_cast(session)
    phone = TusPhone(app, "engineer")
    url = phone.begin(PHOTO)
    assert phone.send(url, 0, PHOTO[:1001]).get_json()["limit"] == 1000
    assert phone.send_all(PHOTO).status_code == 413
    assert phone.send(url, 0, PHOTO[:1000]).status_code == 204


def test_a_piece_of_another_type_is_refused(phone: TusPhone) -> None:
    answer = phone.send(phone.begin(PHOTO), 0, PHOTO, {"Content-Type": "image/jpeg"})
    assert (answer.status_code, answer.get_json()["code"]) == (415, "unsupported_type")


def test_a_file_with_another_hash_is_refused_by_name_and_gone(
    app: Flask, phone: TusPhone, blobs: Callable[[], list[Blob]]
) -> None:
    url = phone.begin(PHOTO)
    phone.send(url, 0, PHOTO[:1000])
    answer = phone.send(url, 1000, bytes(len(PHOTO) - 1000))
    assert (answer.status_code, answer.get_json()["reason"]) == (460, "whole_file")
    assert phone.tus("HEAD", url).status_code == 410
    assert blobs() == []
    assert not list((app.config["ROUNDSMAN"].blob_dir / "part").rglob("*"))
    assert phone.send_all(PHOTO).status_code == 201


def test_a_file_of_which_a_piece_was_lost_is_asked_for_again(app: Flask, phone: TusPhone) -> None:
    url = phone.begin(PHOTO)
    phone.send(url, 0, PHOTO[:1000])
    store(app).drop_parts(url.removeprefix("/files/"))
    answer = phone.send(url, 1000, PHOTO[1000:])
    assert (answer.status_code, answer.get_json()["reason"]) == (460, "whole_file")
    assert phone.tus("HEAD", url).status_code == 410
