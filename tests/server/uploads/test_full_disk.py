"""The disk is full. RLIMIT_FSIZE stands in for it: that too fails a write half-way."""

import resource
import signal
from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from server.models import Blob
from tests.support.stream import Body
from tests.support.tus_phone import TusPhone

PHOTO = b"\xff\xd8\xff" + bytes(range(256)) * 20


@pytest.fixture
def disk() -> Iterator[Callable[[int], None]]:
    """`disk(n)` lets files grow to n bytes; all is as before when the test ends."""
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda room: resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    signal.signal(signal.SIGXFSZ, before)


def test_it_is_said_and_what_was_confirmed_stays(
    app: Flask, phone: TusPhone, blobs: Callable[[], list[Blob]], disk: Callable[[int], None]
) -> None:
    url = phone.begin(PHOTO)
    phone.send(url, 0, PHOTO[:1000])
    body = Body(PHOTO[1000:2000], PHOTO[2000:], between=lambda: disk(0))
    answer = phone.stream(url, 1000, body, len(PHOTO) - 1000)
    disk(resource.RLIM_INFINITY)
    problem = answer.get_json()
    assert (answer.status_code, problem["code"], problem["retryable"]) == (507, "no_space", True)
    assert blobs() == []
    assert not list((app.config["ROUNDSMAN"].blob_dir / "incoming").iterdir())
    assert phone.offset_of(url) == 1000
    assert phone.send(url, 1000, PHOTO[1000:]).status_code == 204
    assert len(blobs()) == 1
