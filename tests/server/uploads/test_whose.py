"""An upload belongs to one person on one device; for everybody else it is not there."""

from collections.abc import Callable

import pytest
from flask import Flask

from server.models import Blob
from tests.support.browser import OURS
from tests.support.tus_phone import TusPhone

PHOTO = b"\xff\xd8\xff" + bytes(range(256)) * 20


@pytest.mark.parametrize("name", ["supervisor", "client", "outsider"])
def test_another_person_finds_nothing(app: Flask, phone: TusPhone, name: str) -> None:
    url = phone.begin(PHOTO)
    other = TusPhone(app, name)
    for answer in (other.tus("HEAD", url), other.send(url, 0, PHOTO), other.tus("DELETE", url)):
        assert answer.status_code == 404
    assert phone.offset_of(url) == 0


def test_another_device_of_the_same_person_finds_nothing(app: Flask, phone: TusPhone) -> None:
    url = phone.begin(PHOTO)
    other = TusPhone(app, "engineer")
    assert other.device_id != phone.device_id
    assert other.tus("HEAD", url).status_code == 404
    assert other.send(url, 0, PHOTO).status_code == 404


def test_an_address_that_was_never_given_out_is_not_found(phone: TusPhone) -> None:
    for path in ("/files/x", "/files/..%2f..%2fetc", f"/files/{'a' * 300}"):
        assert phone.tus("HEAD", path).status_code == 404


@pytest.mark.parametrize("method", ["POST", "HEAD", "PATCH", "DELETE"])
def test_nobody_sends_without_signing_in(app: Flask, phone: TusPhone, method: str) -> None:
    path = "/files" if method == "POST" else phone.begin(PHOTO)
    answer = app.test_client().open(path, method=method, headers={**OURS, "Tus-Resumable": "1.0.0"})
    assert (answer.status_code, answer.headers["Tus-Resumable"]) == (401, "1.0.0")


@pytest.mark.parametrize("method", ["POST", "PATCH", "DELETE"])
def test_a_foreign_page_cannot_send(phone: TusPhone, method: str, blobs: Callable[[], list[Blob]]) -> None:
    path = "/files" if method == "POST" else phone.begin(PHOTO)
    assert phone.tus(method, path, {"X-Roundsman": ""}).status_code == 403
    assert phone.tus(method, path, {"Sec-Fetch-Site": "cross-site"}).status_code == 403
