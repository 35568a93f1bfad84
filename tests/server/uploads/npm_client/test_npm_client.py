"""tus-js-client from npm against the real server: what it sends arrives once, whole, whatever happens on the way."""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from flask import Flask

from server.blobs import store
from server.database import writing
from server.models import Upload as Row
from tests.server.uploads.npm_client.conftest import MOST_BYTES
from tests.server.uploads.npm_client.phone import NpmPhone, Upload, follow, npm_phone
from tests.support.crowding import crowding
from tests.support.tus_phone import sha256

PIECE = 60_000
Arrived = Callable[[bytes], None]
ReadRow = Callable[[str | None], Row]


@pytest.fixture
def photo(request: pytest.FixtureRequest) -> bytes:
    """Bytes of this test's own, no multiple of a piece."""
    return b"\xff\xd8\xff" + random.Random(request.node.name).randbytes(5 * PIECE + 1_234)


@pytest.fixture
def arrived(app: Flask, vouched: Callable[[str], tuple[int, int]]) -> Arrived:
    """Asserts that these bytes are kept, vouched for and looked at, each once."""

    def check(photo: bytes) -> None:
        assert store(app).path(sha256(photo)).read_bytes() == photo
        assert vouched(sha256(photo)) == (1, 1)

    return check


def has_parts(app: Flask, path: str | None) -> bool:
    assert path is not None
    return path.rpartition("/")[2] in store(app).uploads_with_parts()


def test_a_photo_in_pieces(phone: NpmPhone, photo: bytes, arrived: Arrived, row: ReadRow, app: Flask) -> None:
    sent = phone.sends(photo, options={"chunkSize": PIECE})
    assert (sent.how, sent.told("POST"), sent.told("PATCH")) == ("success", [201], [204] * 6)
    assert sent.pieces == [PIECE] * 5 + [1_237]
    arrived(photo)
    assert (row(sent.path).state, row(sent.path).offset) == ("finished", len(photo))
    assert not has_parts(app, sent.path)


@pytest.mark.parametrize("options", [{}, {"uploadDataDuringCreation": True}])
def test_a_photo_at_once(phone: NpmPhone, photo: bytes, arrived: Arrived, options: dict[str, bool]) -> None:
    sent = phone.sends(photo, options=options)
    assert (sent.how, len(sent.answers)) == ("success", 1 if options else 2), sent
    arrived(photo)


def test_the_first_piece_with_the_creation(phone: NpmPhone, photo: bytes, arrived: Arrived) -> None:
    sent = phone.sends(photo, options={"chunkSize": PIECE, "uploadDataDuringCreation": True})
    assert (sent.how, sent.told("POST"), sent.told("PATCH")) == ("success", [201], [204] * 5)
    arrived(photo)


def test_a_network_that_lets_only_post_through(phone: NpmPhone, photo: bytes, arrived: Arrived) -> None:
    sent = phone.sends(photo, options={"chunkSize": PIECE, "overridePatchMethod": True})
    assert (sent.how, sent.told("POST")) == ("success", [201] + [204] * 6)
    arrived(photo)


def test_aborted_and_resumed_no_byte_leaves_twice(phone: NpmPhone, photo: bytes, arrived: Arrived) -> None:
    begun = phone.sends(photo, abort_after=2, options={"chunkSize": PIECE})
    assert (begun.how, begun.pieces[:2]) == ("aborted", [PIECE, PIECE])
    resumed = phone.sends(photo, path=begun.path, options={"chunkSize": PIECE})
    assert (resumed.how, resumed.path, resumed.told("HEAD"), resumed.told("POST")) == ("success", begun.path, [200], [])
    assert resumed.answers[0]["offset"] == str(2 * PIECE)
    assert sum(resumed.pieces) == len(photo) - 2 * PIECE
    arrived(photo)


@contextmanager
def halted(processes: set[int]) -> Iterator[None]:
    """These do nothing any more; the others have all the work."""
    for process in processes:
        os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in processes:
            os.kill(process, signal.SIGCONT)


def test_resumed_on_another_process(phone: NpmPhone, photo: bytes, arrived: Arrived) -> None:
    begun = phone.sends(photo, abort_after=1, options={"chunkSize": PIECE})
    one = {begun.answers[-1]["process"]}
    with halted(one):
        resumed = phone.sends(photo, path=begun.path, options={"chunkSize": PIECE})
    assert (resumed.how, resumed.answers[0]["offset"]) == ("success", str(PIECE))
    assert not resumed.processes() & one
    arrived(photo)


def test_a_length_that_is_told_at_the_end(phone: NpmPhone, photo: bytes, arrived: Arrived, row: ReadRow) -> None:
    options = {"chunkSize": PIECE, "uploadLengthDeferred": True}
    sent = phone.sends(photo, as_stream=True, options=options)
    assert (sent.how, set(sent.told("PATCH"))) == ("success", {204}), sent
    assert row(sent.path).length == len(photo)
    arrived(photo)


def test_given_up(phone: NpmPhone, photo: bytes, row: ReadRow, app: Flask, vouched: Callable[[str], object]) -> None:
    begun = phone.sends(photo, abort_after=2, terminates=True, options={"chunkSize": PIECE})
    assert (begun.how, begun.told("DELETE")) == ("aborted", [204])
    assert row(begun.path).state == "terminated"
    assert not has_parts(app, begun.path)
    again = phone.sends(photo, path=begun.path, options={"chunkSize": PIECE})
    assert (again.how, again.told("HEAD"), again.path != begun.path) == ("success", [410], True)


def test_a_wrong_offset_is_refused_and_the_client_asks_where_to_go_on(
    phone: NpmPhone, photo: bytes, arrived: Arrived
) -> None:
    sent = phone.sends(photo, hurt_patch=3, options={"chunkSize": PIECE, "retryDelays": [0]})
    assert (sent.how, sent.told("PATCH"), sent.told("HEAD")) == ("success", [204, 204, 409, 204, 204, 204, 204], [200])
    arrived(photo)


def test_a_piece_that_arrives_damaged_is_not_kept(phone: NpmPhone, photo: bytes, arrived: Arrived) -> None:
    options = {"chunkSize": PIECE, "retryDelays": [0]}
    sent = phone.sends(photo, checksums=True, hurt_patch=2, retries_statuses=[460], options=options)
    assert (sent.how, sent.told("PATCH")) == ("success", [204, 460, 204, 204, 204, 204, 204])
    assert [answer["offset"] for answer in sent.answers if answer["method"] == "HEAD"] == [str(PIECE)]
    arrived(photo)


def test_another_file_than_declared_is_not_vouched_for(
    phone: NpmPhone, photo: bytes, row: ReadRow, vouched: Callable[[str], tuple[int, int]]
) -> None:
    declared = sha256(b"another")
    sent = phone.sends(photo, hash=declared, options={"chunkSize": PIECE})
    assert (sent.how, sent.status, '"whole_file"' in sent.body) == ("error", 460, True)
    assert row(sent.path).state == "refused"
    assert vouched(declared) == vouched(sha256(photo)) == (0, 0)


def test_too_large_is_said_before_a_byte_is_sent(phone: NpmPhone) -> None:
    sent = phone.sends(bytes(MOST_BYTES + 1), options={"chunkSize": PIECE})
    assert (sent.how, sent.status, sent.told("PATCH"), sent.path) == ("error", 413, [], None)
    assert str(MOST_BYTES) in sent.body


def test_a_stream_that_grows_too_large_is_ended(phone: NpmPhone, row: ReadRow) -> None:
    options = {"chunkSize": 100_000, "uploadLengthDeferred": True}
    sent = phone.sends(bytes(MOST_BYTES + 1), as_stream=True, options=options)
    assert (sent.how, sent.status, sent.told("PATCH")) == ("error", 413, [204] * 10 + [413]), sent
    assert (row(sent.path).state, row(sent.path).offset) == ("open", MOST_BYTES)


def test_a_photo_as_large_as_it_may_be(phone: NpmPhone, arrived: Arrived) -> None:
    photo = random.Random(1).randbytes(MOST_BYTES)
    assert phone.sends(photo, options={"chunkSize": 300_000}).how == "success"
    arrived(photo)


def test_a_hung_request_is_ended_by_the_newer_one(
    phone: NpmPhone, photo: bytes, arrived: Arrived, row: ReadRow
) -> None:
    with phone.begins(photo, dies_after=2 * PIECE + 30_000, options={"chunkSize": PIECE}) as process:
        older = follow(process, Upload(), until="hangs")
        began = time.monotonic()
        newer = phone.sends(photo, path=older.path, options={"chunkSize": PIECE})
        assert newer.how == "success"
        head = newer.answers[0]
        assert (head["method"], head["status"]) == ("HEAD", 200) and head["ms"] < 2_000 * crowding(), head
        follow(process, older)
        assert (older.how, older.status) == ("error", 409), older
        assert time.monotonic() - began < 15 * crowding(), "only the silence ended it"
    assert row(older.path).offset == len(photo)
    arrived(photo)


def test_a_line_that_broke_off_keeps_what_came(phone: NpmPhone, photo: bytes, arrived: Arrived) -> None:
    with phone.begins(photo, dies_after=2 * PIECE + 30_000, options={"chunkSize": PIECE}) as process:
        older = follow(process, Upload(), until="hangs")
    resumed = phone.sends(photo, path=older.path, options={"chunkSize": PIECE})
    assert resumed.how == "success"
    arrived(photo)


def test_two_clients_on_one_upload_end_with_one_photo(
    phone: NpmPhone, photo: bytes, arrived: Arrived, row: ReadRow
) -> None:
    begun = phone.sends(photo, abort_after=1, options={"chunkSize": PIECE})
    options = {"chunkSize": 20_000, "retryDelays": [0, 20, 100, 300, 900, 1500]}
    with (
        phone.begins(photo, path=begun.path, options=options) as one,
        phone.begins(photo, path=begun.path, options=options) as other,
    ):
        ends = [follow(one, Upload()), follow(other, Upload())]
    assert [end.how for end in ends] == ["success", "success"], ends
    assert row(begun.path).offset == len(photo)
    arrived(photo)


def test_an_upload_that_ran_out_begins_anew(phone: NpmPhone, photo: bytes, arrived: Arrived, app: Flask) -> None:
    begun = phone.sends(photo, abort_after=2, options={"chunkSize": PIECE})
    assert begun.path is not None
    with app.app_context(), writing() as session:
        session.get_one(Row, begun.path.rpartition("/")[2]).expires_at = "2020-01-01T00:00:00.000Z"
    again = phone.sends(photo, path=begun.path, options={"chunkSize": PIECE})
    assert (again.how, again.told("HEAD"), again.told("POST")) == ("success", [410], [201])
    assert again.path != begun.path
    arrived(photo)


def test_another_device_does_not_find_the_upload(phone: NpmPhone, photo: bytes, arrived: Arrived) -> None:
    begun = phone.sends(photo, abort_after=1, options={"chunkSize": PIECE})
    other = npm_phone(phone.server, phone.folder, "supervisor")
    sent = other.sends(photo, path=begun.path, options={"chunkSize": PIECE})
    assert (sent.how, sent.told("HEAD"), sent.path != begun.path) == ("success", [404], True)
