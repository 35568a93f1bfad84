"""Accepting what was parked makes nobody mightier: it is done with the rights of who accepts, where they have them."""

import pytest
from flask import Flask

from server.sync.apply import apply_operations
from tests.support.clock import FakeClock
from tests.support.walk import take_photo
from tests.support.wire_phone import WirePhone
from tests.support.world import SETTER, World, make_world, new_id, operation


@pytest.fixture
def world(app: Flask, clock: FakeClock) -> World:
    """The colleague works for the other company as well, as its supervisor, and no longer here."""
    world = make_world(app, clock)
    there = {"person_id": world.people["colleague"], "project_id": world.foreign_project, "roles": ["supervisor"]}
    here = {"person_id": world.people["colleague"], "project_id": world.project}
    with app.app_context():
        moved = [operation("grant_role", clock, args=there), operation("revoke_role", clock, args=here)]
        assert {one.record.outcome for one in apply_operations(SETTER, moved)} == {"applied"}
    return world


def phone(app: Flask, world: World, clock: FakeClock, name: str) -> WirePhone:
    return WirePhone(app.test_client(), clock, world, name).sign_in().pull()


def accept(chief: WirePhone, op: str) -> dict[str, str]:
    return chief.does("settle_parked", args={"op": op, "choice": "accept"}, seen={})


def test_a_supervisor_cannot_do_by_accepting_what_only_the_server_does(
    app: Flask, world: World, clock: FakeClock
) -> None:
    """(regression)"""
    engineer, chief = phone(app, world, clock, "engineer"), phone(app, world, clock, "supervisor")
    photo = take_photo(engineer)["op"]
    verdict = {"hash": engineer.pull().base[photo]["fields"]["hash"], "state": "verified"}
    forged = chief.does("verify_blob", doc=photo, args=verdict, after=[])
    assert forged["reason"] == "role_missing"
    assert accept(chief, forged["op"])["outcome"] == "applied"
    assert chief.pull().base[photo]["fields"]["blob_state"] == "expected"


def test_a_supervisor_elsewhere_cannot_settle_or_release_what_is_not_theirs(
    app: Flask, world: World, clock: FakeClock
) -> None:
    """(regression)"""
    engineer, stranger = phone(app, world, clock, "engineer"), phone(app, world, clock, "colleague")
    nowhere = engineer.does("comment_ticket", doc=new_id(), args={"text": "x"}, after=[])
    edit = engineer.edit(world.ups, "fan", remark="x") | {"was": {"remark": [new_id()]}}
    waiting = engineer.does("answer_item", edits=[edit])
    assert (nowhere["outcome"], waiting["outcome"]) == ("parked", "waiting")
    for result in (
        accept(stranger, nowhere["op"]),
        stranger.does("release_waiting", args={"op": waiting["op"]}, seen={}),
    ):
        assert (result["outcome"], result["reason"]) == ("parked", "unknown_document")


def test_what_a_stranger_sent_is_not_let_in_by_a_supervisor_of_another_project(
    app: Flask, world: World, clock: FakeClock
) -> None:
    """The document came into being after the operation was parked (regression)."""
    outsider, stranger = phone(app, world, clock, "outsider"), phone(app, world, clock, "colleague")
    chief = phone(app, world, clock, "supervisor")
    place = new_id()
    edit = {"doc": place, "type": "place", "set": {"code": "broken in"}, "was": {}}
    parked = outsider.does("describe_place", edits=[edit])
    made = {"kind": "room", "name_zh": "新", "name_en": "New"}
    chief.does("describe_place", edits=[{**edit, "key": {"project_id": world.project}, "set": made}])
    assert accept(stranger, parked["op"])["outcome"] == "applied"
    assert chief.pull().base[place]["fields"]["code"] is None
