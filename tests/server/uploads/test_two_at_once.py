"""Two requests for one upload: the newer one has it, and no byte is written twice (P23)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from server.blobs import store
from server.models import Blob
from server.sync.tus import body, turnstile
from tests.support.stream import Body
from tests.support.tus_phone import TusPhone, sha256

PHOTO = b"\xff\xd8\xff" + bytes(range(256)) * 20


@pytest.fixture(autouse=True)
def many_threads(app: Flask) -> None:
    turnstile.set_up(app, threads=16)


def slowly(phone: TusPhone, url: str, *pieces: bytes, between: Callable[[], object]) -> TestResponse:
    """Send at offset 0; half-way, something else happens."""
    return phone.stream(url, 0, Body(*pieces, between=between), sum(map(len, pieces)))


def test_a_newer_request_takes_the_upload_from_one_that_hangs(
    app: Flask, phone: TusPhone, blobs: Callable[[], list[Blob]]
) -> None:
    url = phone.begin(PHOTO)
    newer: list[TestResponse] = []
    older = slowly(phone, url, PHOTO[:1000], PHOTO[1000:2000], between=lambda: newer.append(phone.send(url, 0, PHOTO)))
    assert (newer[0].status_code, older.status_code) == (204, 409)
    assert store(app).path(sha256(PHOTO)).read_bytes() == PHOTO
    assert len(blobs()) == 1


def test_asking_how_far_it_is_ends_the_request_that_hangs(phone: TusPhone) -> None:
    url = phone.begin(PHOTO)
    seen: list[int] = []
    older = slowly(phone, url, PHOTO[:1000], PHOTO[1000:2000], between=lambda: seen.append(phone.offset_of(url)))
    assert (seen, older.status_code) == ([0], 409)
    assert phone.offset_of(url) == 0
    assert phone.send(url, 0, PHOTO).status_code == 204


def test_a_request_that_lost_its_upload_stops_reading(phone: TusPhone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body, "LOOK_SECONDS", 0.0)
    url = phone.begin(PHOTO)
    rest = Body(PHOTO[:1000], PHOTO[1000:2000], PHOTO[2000:], between=lambda: phone.offset_of(url))
    answer = phone.stream(url, 0, rest, len(PHOTO))
    assert (answer.status_code, answer.get_json()["code"]) == (409, "stale")
    assert rest.read() == PHOTO[2000:]


def test_giving_up_ends_the_request_that_still_sends(app: Flask, phone: TusPhone) -> None:
    url = phone.begin(PHOTO)
    older = slowly(phone, url, PHOTO[:1000], PHOTO[1000:2000], between=lambda: phone.tus("DELETE", url))
    assert older.status_code == 409
    assert phone.tus("HEAD", url).status_code == 410


def test_of_parallel_copies_of_a_piece_exactly_one_counts(
    app: Flask, phone: TusPhone, blobs: Callable[[], list[Blob]], checks: Callable[[], int]
) -> None:
    url = phone.begin(PHOTO)
    phone.send(url, 0, PHOTO[:1000])
    with ThreadPoolExecutor(5) as pool:
        answers = list(pool.map(lambda _: phone.send(url, 1000, PHOTO[1000:]).status_code, range(5)))
    if 204 not in answers:  # each was overtaken by the next: whoever asks again gets through
        answers.append(phone.send(url, phone.offset_of(url), PHOTO[1000:]).status_code)
    assert sorted(set(answers)) in ([204], [204, 409])
    assert answers.count(204) == 1
    assert store(app).path(sha256(PHOTO)).read_bytes() == PHOTO
    assert (len(blobs()), checks()) == (1, 1)
