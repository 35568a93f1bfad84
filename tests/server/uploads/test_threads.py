"""Uploads never hold every thread, and no silent phone holds one for long."""

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from server.sync.tus import body, turnstile
from tests.support.stream import Body
from tests.support.tus_phone import TusPhone

PHOTO = b"\xff\xd8\xff" + bytes(range(256)) * 20


class Connection:
    """What gunicorn hands over: the phone's end of the line."""

    def __init__(self) -> None:
        self.timeouts: list[float | None] = []

    def gettimeout(self) -> float | None:
        return None

    def settimeout(self, seconds: float | None) -> None:
        self.timeouts.append(seconds)


class Silence(Body):
    """A line that goes dead after its pieces."""

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the stub's Buffer has no slices
        return super().readinto(buffer) or self._time_out()

    def _time_out(self) -> int:
        raise TimeoutError("timed out")


def test_where_half_of_the_threads_hold_uploads_the_next_one_comes_back_later(app: Flask, phone: TusPhone) -> None:
    turnstile.set_up(app, threads=2)
    first, second = phone.begin(PHOTO), phone.begin(PHOTO)
    answers: list[TestResponse] = []
    stream = Body(PHOTO[:10], PHOTO[10:20], between=lambda: answers.append(phone.send(second, 0, PHOTO)))
    assert phone.stream(first, 0, stream, 20).status_code == 204
    assert (answers[0].status_code, answers[0].headers["Retry-After"]) == (503, "2")
    assert answers[0].get_json()["retryable"] is True
    assert phone.send(second, 0, PHOTO).status_code == 204


def test_a_request_that_carries_no_bytes_needs_no_place(app: Flask, phone: TusPhone) -> None:
    turnstile.set_up(app, threads=2)
    url = phone.begin(PHOTO)
    seen: list[int] = []
    stream = Body(PHOTO[:10], PHOTO[10:20], between=lambda: seen.append(phone.create(PHOTO).status_code))
    phone.stream(url, 0, stream, 20)
    assert seen == [201]


def test_a_silent_phone_is_given_twenty_seconds_and_loses_nothing(phone: TusPhone) -> None:
    url, connection = phone.begin(PHOTO), Connection()
    phone.stream(url, 0, Silence(PHOTO[:300], connection=connection), len(PHOTO))
    assert connection.timeouts == [20.0, None]
    assert phone.offset_of(url) == 300


def test_a_request_does_not_last_for_ever(phone: TusPhone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body, "LONGEST_SECONDS", 0.0)
    url = phone.begin(PHOTO)
    stream = Body(*[PHOTO[at : at + 100] for at in range(0, len(PHOTO), 100)])
    answer = phone.stream(url, 0, stream, len(PHOTO))
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, "100")
    assert phone.send(url, 100, PHOTO[100:]).status_code == 204
