"""The server dies between each two steps of a push and of an upload: what it acknowledged is there.

All else is sent again, as a phone does it. Afterwards every operation has one row and one effect
(I1, I6), and no photo is lost or doubled (I10).
"""

import hashlib
import re
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import func, select, text

from server import failpoints
from server.blobs import store
from server.database import reading
from server.models import Operation, Scan
from server.models.blob import Blob
from tests.server.faults.conftest import RealPhoneOf, Serve
from tests.server.sync.invariants import check_streams_have_no_holes
from tests.support.mortal_points import AFTER_ANSWER
from tests.support.real_server import GONE, RealClient, RealServer
from tests.support.tus_phone import BODY, metadata
from tests.support.wire_phone import HEADERS, WirePhone
from tests.support.world import World

SERVER = Path(failpoints.__file__).parent
IN_PUSH = [
    "after device lock", "before rows", "before sequence", "after sequence", "before operations", "after operations",
    "before commit", "after commit", AFTER_ANSWER,
]  # fmt: skip
OF_A_PIECE = ["upload_before_part", "upload_after_part", "upload_after_offset"]
OF_THE_LAST = ["upload_before_blob", "blob_before_rename", "blob_after_rename", "upload_after_blob",
               "upload_after_finish", AFTER_ANSWER]  # fmt: skip
IN_UPLOAD = OF_A_PIECE + OF_THE_LAST
MORTAL = {"X-Mortal": "1"}


def test_every_failpoint_of_push_and_upload_is_tried() -> None:
    code = [path.read_text() for folder in ("sync", "blobs") for path in (SERVER / folder).rglob("*.py")]
    named = {name for source in code for name in re.findall(r'failpoint\("([^"]+)"\)', source)}
    assert named == {*IN_PUSH, *IN_UPLOAD} - {AFTER_ANSWER}


def test_a_push_that_dies_anywhere_is_whole_after_it_was_sent_again(
    serve: Serve, phone_of: RealPhoneOf, world: World
) -> None:
    with serve() as server:
        phone = phone_of(server, "engineer")
        for point in IN_PUSH:
            assert push_and_die(server, phone, point) == [], point
        _check_books(server.app, phone)
        assert len(phone.pull().documents("scan")) == 2 * len(IN_PUSH)


def test_a_server_that_answers_before_it_commits_is_caught(serve: Serve, phone_of: RealPhoneOf) -> None:
    """The known-bad variant."""
    with serve(variant="answers before it commits") as server:
        assert push_and_die(server, phone_of(server, "engineer"), AFTER_ANSWER) != []


def test_an_upload_that_dies_anywhere_arrives_whole(serve: Serve, phone_of: RealPhoneOf) -> None:
    contents = {point: f"picture of {point} ".encode() * 100 for point in IN_UPLOAD}
    with serve() as server:
        client: Any = phone_of(server, "engineer").client
        for point, content in contents.items():
            upload_and_die(server, client, point, content)
        with server.app.app_context(), reading() as session:
            kept = list(session.scalars(select(Blob.hash)))
            assert sorted(kept) == sorted(_hash(content) for content in contents.values())
            for content in contents.values():
                assert store(server.app).path(_hash(content)).read_bytes() == content
        _check_integrity(server.app)


def push_and_die(server: RealServer, phone: WirePhone, point: str) -> list[str]:
    """Push two operations into a server that dies there, and again into its successor; gives what is wrong."""
    scan = {"asset_id": phone.world.ups, "raw": point, "method": "typed"}
    made = [phone.make("scan_asset", doc=phone.world.round, args=scan, after=[]) for _ in range(2)]
    client: Any = phone.client
    server.dies_at(point)
    client.extra = MORTAL
    try:
        acknowledged = [result["op"] for result in phone.push(*made)["results"]]
    except GONE:
        acknowledged = []
    assert bool(acknowledged) == (point == AFTER_ANSWER), f"it did not die at {point}"
    client.extra = {}
    server.lives()
    wrong = [f"{op} was acknowledged and is lost" for op in acknowledged if op not in _stored(server.app)]
    if not wrong:
        results = phone.push(*made)["results"]
        wrong += [f"{result}" for result in results if result["outcome"] != "applied"]
        again = {result.get("duplicate", False) for result in results}
        wrong += [] if again == {point in ("after commit", AFTER_ANSWER)} else [f"{point}: duplicate {again}"]
    return wrong


def upload_and_die(server: RealServer, client: RealClient, point: str, content: bytes) -> None:
    """Send a photo into a server that dies there; go on where the next one says that it is."""
    declared = metadata(hash=_hash(content), mime="image/jpeg")
    tus = {**HEADERS, "Tus-Resumable": "1.0.0"}
    begun = client.open("/files", "POST", b"", {**tus, "Upload-Length": str(len(content)), "Upload-Metadata": declared})
    assert begun.status_code == 201, begun.text
    url = begun.headers["Location"]
    server.dies_at(point)
    said = {**tus, "Content-Type": BODY}
    piece = content[: len(content) // 2] if point in OF_A_PIECE else content
    try:
        answer = client.open(url, "PATCH", piece, {**said, **MORTAL, "Upload-Offset": "0"})
        assert point == AFTER_ANSWER, f"it did not die at {point}: {answer.status_code} {answer.text}"
    except GONE:
        assert point != AFTER_ANSWER
    server.lives()
    offset = int(client.open(url, "HEAD", None, tus).headers["Upload-Offset"])
    if offset < len(content):
        rest = client.open(url, "PATCH", content[offset:], {**said, "Upload-Offset": str(offset)})
        assert rest.status_code == 204, (point, rest.text)
    assert client.open(url, "HEAD", None, tus).headers["Upload-Offset"] == str(len(content)), point


def _stored(app: Flask) -> set[str]:
    with app.app_context(), reading() as session:
        return set(session.scalars(select(Operation.op_id)))


def _check_books(app: Flask, phone: WirePhone) -> None:
    with app.app_context():
        with reading() as session:
            mine = select(Operation.op_id).where(Operation.device_id == phone.device)
            ops = list(session.scalars(mine))
            assert len(ops) == phone.n == 2 * len(IN_PUSH)
            assert session.scalar(select(func.count()).select_from(Scan)) == phone.n
            assert set(session.scalars(select(Scan.id))) == set(ops)
        check_streams_have_no_holes()
    _check_integrity(app)


def _check_integrity(app: Flask) -> None:
    with app.app_context(), reading() as session:
        if session.get_bind().dialect.name == "sqlite":
            assert session.scalar(text("PRAGMA integrity_check")) == "ok"


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
