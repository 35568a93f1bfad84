"""A phone may say later how long the file is."""

from collections.abc import Callable

import pytest

from server.database import writing
from server.models import Blob
from tests.conftest import AppMaker
from tests.support.people import add_cast
from tests.support.tus_phone import TusPhone, metadata, sha256

PHOTO = b"\xff\xd8\xff" + bytes(range(256)) * 20


def begin(phone: TusPhone) -> str:
    said = {"Upload-Defer-Length": "1", "Upload-Metadata": metadata(hash=sha256(PHOTO), mime="image/jpeg")}
    return phone.tus("POST", "/files", said).headers["Location"]


def test_it_is_asked_for_until_it_is_known(phone: TusPhone) -> None:
    url = begin(phone)
    phone.send(url, 0, PHOTO[:1000])
    before = phone.tus("HEAD", url).headers
    assert (before["Upload-Defer-Length"], "Upload-Length" in before) == ("1", False)
    phone.send(url, 1000, PHOTO[1000:2000], {"Upload-Length": str(len(PHOTO))})
    after = phone.tus("HEAD", url).headers
    assert (after["Upload-Length"], "Upload-Defer-Length" in after) == (str(len(PHOTO)), False)


def test_the_piece_that_says_it_may_be_the_last(phone: TusPhone, blobs: Callable[[], list[Blob]]) -> None:
    url = begin(phone)
    assert phone.send(url, 0, PHOTO, {"Upload-Length": str(len(PHOTO))}).status_code == 204
    assert len(blobs()) == 1


def test_it_may_be_said_with_no_bytes_at_all(phone: TusPhone, blobs: Callable[[], list[Blob]]) -> None:
    url = begin(phone)
    phone.send(url, 0, PHOTO)
    assert blobs() == []
    assert phone.send(url, len(PHOTO), b"", {"Upload-Length": str(len(PHOTO))}).status_code == 204
    assert len(blobs()) == 1


@pytest.mark.parametrize("length", ["999", "6000"])
def test_it_is_said_once_and_not_below_what_is_here(phone: TusPhone, length: str) -> None:
    url = begin(phone)
    phone.send(url, 0, PHOTO[:1000])
    if length == "6000":
        phone.send(url, 1000, PHOTO[1000:2000], {"Upload-Length": "5500"})
    offset = phone.offset_of(url)
    assert phone.send(url, offset, PHOTO[:1], {"Upload-Length": length}).status_code == 400


def test_the_limit_holds_before_and_after_it_is_known(make_app: AppMaker) -> None:
    app = make_app(max_photo_bytes=1500)
    with app.app_context(), writing() as session:
        add_cast(session)
    phone = TusPhone(app, "engineer")
    url = begin(phone)
    assert phone.send(url, 0, PHOTO[:1501]).get_json()["limit"] == 1500
    assert phone.send(url, 0, PHOTO[:1000]).status_code == 204
    assert phone.send(url, 1000, PHOTO[:501]).status_code == 413
    assert phone.send(url, 1000, b"", {"Upload-Length": "1501"}).get_json()["limit"] == 1500
