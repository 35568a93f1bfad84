"""A phone without a network gives its work away as a file; whoever carries it to the server, it is the author's."""

import hashlib
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from server.database import reading, writing
from server.models import Blob, Device, Operation, Person
from tests.support.clock import FakeClock
from tests.support.pictures import picture
from tests.support.rescue_files import RescueFile, hand_in
from tests.support.walk import open_round
from tests.support.wire_phone import HEADERS, WirePhone
from tests.support.world import World

NOTHING = {"applied": 0, "conflict": 0, "parked": 0, "waiting": 0, "known": 0}


@pytest.fixture
def unsent(author: WirePhone, world: World) -> list[dict[str, Any]]:
    """Three answers that no network took."""
    open_round(author)
    fan = author.make("answer_item", edits=[author.edit(world.ups, "fan", value="abnormal", severity=2)])
    battery = author.make("answer_item", edits=[author.edit(world.ups, "battery", reading="24.5", value="normal")])
    whole = author.make("answer_item", edits=[author.edit(None, "whole", value="normal")])
    return [fan, battery, whole]


def stored(app: Flask, op: str) -> Operation | None:
    with app.app_context(), reading() as session:
        return session.get(Operation, op)


def test_a_colleague_hands_it_in_and_it_counts_as_the_authors(
    app: Flask, author: WirePhone, carrier: WirePhone, unsent: list[dict[str, Any]]
) -> None:
    bytes_ = picture()
    file = RescueFile(unsent, [bytes_]).saved_on(author)
    status, said = hand_in(carrier, file)
    assert (status, said["operations"]) == (200, {**NOTHING, "applied": 3})
    assert said["photos"] == {"taken": 1, "known": 0, "damaged": 0, "missing": 0}
    assert said["parked"] == []
    with app.app_context(), reading() as session:
        engineer = session.scalars(select(Person).where(Person.name == "engineer")).one()
        made = session.scalars(select(Operation).where(Operation.op_id.in_([op["op"] for op in unsent]))).all()
        assert {row.actor_id for row in made} == {engineer.id}
        assert session.get_one(Blob, (hashlib.sha256(bytes_).hexdigest(), engineer.id)).bytes == len(bytes_)
    assert said["person"]["id"] == engineer.id
    answers = {row["check_key"]: row for row in carrier.pull().sees("answer")}
    assert (answers["fan"]["value"], answers["battery"]["reading"]) == ("abnormal", "24.5")


def test_handing_it_in_twice_changes_nothing(
    app: Flask, author: WirePhone, carrier: WirePhone, unsent: list[dict[str, Any]]
) -> None:
    file = RescueFile(unsent, [picture()]).saved_on(author)
    hand_in(carrier, file)
    status, said = hand_in(author, file)
    assert (status, said["operations"]) == (200, {**NOTHING, "applied": 3, "known": 3})
    assert said["photos"] == {"taken": 0, "known": 1, "damaged": 0, "missing": 0}
    with app.app_context(), reading() as session:
        assert len(session.scalars(select(Device).where(Device.label.startswith("救援文件"))).all()) == 1


def test_the_phone_itself_comes_back_with_the_same_work_and_more(
    author: WirePhone, carrier: WirePhone, unsent: list[dict[str, Any]], world: World
) -> None:
    hand_in(carrier, RescueFile(unsent).saved_on(author))
    more = author.make("answer_item", edits=[author.edit(world.recorder, "picture", value="normal")])
    body = author.push(*unsent, more)
    assert body["stop"] is None
    assert [(one["outcome"], one.get("duplicate", False)) for one in body["results"]] == [
        ("applied", True), ("applied", True), ("applied", True), ("applied", False),
    ]  # fmt: skip


def test_an_older_file_and_a_newer_one_of_the_same_phone_both_come(
    author: WirePhone, carrier: WirePhone, unsent: list[dict[str, Any]]
) -> None:
    newer = RescueFile(unsent).saved_on(author)
    hand_in(carrier, RescueFile(unsent[:1]).saved_on(author))
    assert hand_in(carrier, newer)[1]["operations"] == {**NOTHING, "applied": 3, "known": 1}


def test_more_than_one_push_holds_comes_in_several(author: WirePhone, carrier: WirePhone, world: World) -> None:
    open_round(author)
    many = [
        author.make("answer_item", edits=[author.edit(world.ups, "fan", value="normal", remark=f"第 {k} 次")])
        for k in range(205)
    ]
    said = hand_in(carrier, RescueFile(many).saved_on(author))[1]
    assert sum(said["operations"].values()) == 205


def test_work_of_a_revoked_phone_is_kept_but_not_applied(
    app: Flask, author: WirePhone, carrier: WirePhone, unsent: list[dict[str, Any]]
) -> None:
    file = RescueFile(unsent).saved_on(author)
    with app.app_context(), writing() as session:
        session.get_one(Device, author.device).revoked_at = "2026-03-02T10:00:00.000Z"
    said = hand_in(carrier, file)[1]
    assert said["operations"] == {**NOTHING, "parked": 3}
    assert {one["reason"] for one in said["parked"]} == {"device_revoked"}
    assert stored(app, unsent[0]["op"]) is not None


def test_operations_that_are_no_good_park_alone(
    author: WirePhone, carrier: WirePhone, unsent: list[dict[str, Any]]
) -> None:
    wrong = {**unsent[1], "name": "no_such_thing"}
    said = hand_in(carrier, RescueFile([unsent[0], wrong, unsent[2]]).saved_on(author))[1]
    assert said["operations"] == {**NOTHING, "applied": 2, "parked": 1}
    assert said["parked"][0]["op"] == wrong["op"] and said["parked"][0]["message"]


def test_photos_that_are_missing_or_damaged_are_counted_and_the_rest_is_taken(
    author: WirePhone, carrier: WirePhone, unsent: list[dict[str, Any]]
) -> None:
    whole, gone, hurt = picture(size=(8, 6)), picture(size=(6, 8)), picture(size=(10, 10))
    file = RescueFile(unsent, [whole, gone, hurt], leave_out=[gone], swap={hurt: hurt[:-1] + b"x"}).saved_on(author)
    said = hand_in(carrier, file)[1]
    assert said["photos"] == {"taken": 1, "known": 0, "damaged": 1, "missing": 1}
    assert said["operations"]["applied"] == 3


@pytest.mark.parametrize("spoiled", ["local header", "packed"])
def test_one_spoiled_photo_does_not_keep_the_others_out(
    author: WirePhone, carrier: WirePhone, unsent: list[dict[str, Any]], spoiled: str
) -> None:
    first, second = picture(size=(6, 8)), picture(size=(8, 6))
    file = RescueFile(unsent, [first, second]).saved_on(author)
    name = f"photos/{hashlib.sha256(first).hexdigest()}".encode()
    if spoiled == "local header":
        at = file.index(name) - 30
        file = file[:at] + b"XX" + file[at + 2 :]
    else:  # its entry in the directory says that it is packed
        at = file.rindex(name) - 46 + 10
        file = file[:at] + b"\x08\x00" + file[at + 2 :]
    status, said = hand_in(carrier, file)
    assert (status, said["photos"]) == (200, {"taken": 1, "known": 0, "damaged": 1, "missing": 0})


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"person": "01a205a8-da9c-7524-b369-b79a35e41066"}, "rescue_file_changed"),
        ({"device": "d_somebodyelses"}, "rescue_file_changed"),
        ({"made_at": "2020-01-01T00:00:00Z"}, "rescue_file_changed"),
    ],
)
def test_a_changed_file_is_refused_whole(
    app: Flask,
    author: WirePhone,
    carrier: WirePhone,
    unsent: list[dict[str, Any]],
    claims: dict[str, Any],
    reason: str,
) -> None:
    status, said = hand_in(carrier, RescueFile(unsent, lies=claims).saved_on(author))
    assert (status, said["code"], said["reason"]) == (422, "invalid_input", reason)
    assert "重新存一份" in said["detail"]
    assert stored(app, unsent[0]["op"]) is None


def test_nobody_can_seal_work_of_somebody_else(
    author: WirePhone, carrier: WirePhone, unsent: list[dict[str, Any]]
) -> None:
    person = author.client.get("/api/session").get_json()["person"]["id"]
    forged = RescueFile(unsent, claims={"person": person}).saved_on(carrier)
    assert hand_in(carrier, forged)[1]["reason"] == "rescue_file_changed"


@pytest.mark.parametrize("file", [b"", b"PK", b"no zip at all", b"PK\x05\x06" + bytes(18)])
def test_another_file_altogether_is_named_as_such(carrier: WirePhone, file: bytes) -> None:
    status, said = hand_in(carrier, file, language="en")
    assert (status, said["reason"]) == (422, "not_a_rescue_file")
    assert "no rescue file" in said["detail"]


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"operations": [{"body": {"op": "x"}, "schema": 1}]}, "not_a_rescue_file"),
        ({"operations": "all of them"}, "not_a_rescue_file"),
        ({"photos": [{"hash": "../../etc/passwd", "bytes": 3}]}, "not_a_rescue_file"),
        ({"format": "roundsman-rescue/2"}, "rescue_file_too_new"),
    ],
)
def test_a_file_of_another_shape_is_refused_whole(
    author: WirePhone, carrier: WirePhone, unsent: list[dict[str, Any]], claims: dict[str, Any], reason: str
) -> None:
    status, said = hand_in(carrier, RescueFile(unsent, claims=claims).saved_on(author))
    assert (status, said["reason"]) == (422, reason)


def test_work_of_a_newer_app_is_to_be_kept_until_the_server_is_newer(
    author: WirePhone, carrier: WirePhone, unsent: list[dict[str, Any]]
) -> None:
    operations = [{"schema": 99, "receipt": None, "body": {"op": unsent[0]["op"]}}]
    said = hand_in(carrier, RescueFile(claims={"operations": operations}).saved_on(author))[1]
    assert said["reason"] == "rescue_file_too_new"


def test_a_packed_file_is_not_unfolded(author: WirePhone, carrier: WirePhone, unsent: list[dict[str, Any]]) -> None:
    assert hand_in(carrier, RescueFile(unsent, packed=True).saved_on(author))[1]["reason"] == "not_a_rescue_file"


def test_it_has_to_say_that_it_is_a_zip_and_who_hands_it_in(app: Flask, carrier: WirePhone, clock: FakeClock) -> None:
    headers = {**HEADERS, "Content-Type": "text/plain"}
    assert carrier.client.post("/api/rescue", data=b"x", headers=headers).status_code == 415
    stranger = app.test_client()
    assert stranger.post("/api/rescue", data=b"x", headers=HEADERS).status_code == 401
