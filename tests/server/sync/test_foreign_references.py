"""Every place where an operation names another row: one of a foreign project gets the answer of one that is not there.

Nothing is applied, nothing of the other project changes, and the two answers are the same to the letter.
"""

import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from server.database import reading
from server.models import Operation
from server.rules.ids import answer_id, member_id, ticket_id
from tests.server.sync.conftest import PhoneOf
from tests.support import walk
from tests.support.bad_input import push_between_good_ones
from tests.support.wire_phone import WirePhone
from tests.support.world import DAY, World, new_id, operation

Case = tuple[str, str, dict[str, Any]]
NAMES = {"name_zh": "名", "name_en": "Name"}


@pytest.fixture
def chief(phone_of: PhoneOf) -> WirePhone:
    """Her own project has a ticket; she may do everything there."""
    phone = phone_of("supervisor")
    walk.walk(phone, value="abnormal", severity=2, actual="风扇停转")
    return phone


def edit(kind: str, doc: str, key: dict[str, Any] | None, /, **fields: Any) -> dict[str, Any]:
    return {"edits": [{"doc": doc, "type": kind, "key": key, "set": fields, "was": {}}]}


def edits_that_name(world: World, asset: str, room: str, person: str, round_: str, project: str) -> list[Case]:
    """Each field of an edit that points to a row, pointing to this one."""
    home = {"project_id": world.project}
    made = {"category": "ups", "code": "X", "kind": "device", "importance": "normal", **NAMES}
    cell = {"round_id": world.round, "asset_id": asset, "check_key": "fan"}
    theirs = {"round_id": round_, "asset_id": None, "check_key": "whole"}
    return [
        ("answer.asset_id", "answer_item", edit("answer", answer_id(world.round, asset, "fan"), cell, remark="x")),
        ("answer.round_id", "answer_item", edit("answer", answer_id(round_, None, "whole"), theirs, remark="x")),
        ("round", "write_form", edit("round", round_, None, cause="x")),
        ("round of extra assets", "add_to_round", edit("round", round_, None, extra_asset_ids={"add": [world.ups]})),
        ("round.extra_asset_ids", "add_to_round", edit("round", world.round, None, extra_asset_ids={"add": [asset]})),
        ("asset", "describe_asset", edit("asset", asset, None, code="x")),
        ("asset.project_id", "describe_asset", edit("asset", new_id(), {"project_id": project}, **made)),
        ("asset.place_id", "describe_asset", edit("asset", world.ups, None, place_id=room)),
        ("new asset.place_id", "describe_asset", edit("asset", new_id(), home, place_id=room, **made)),
        ("asset.end_a_id", "describe_asset", edit("asset", world.ups, None, end_a_id=room)),
        ("asset.end_b_id", "describe_asset", edit("asset", world.ups, None, end_b_id=room)),
        ("place", "describe_place", edit("place", room, None, code="x")),
        ("place.parent_id", "describe_place", edit("place", world.room, None, parent_id=room)),
        ("route_point.asset_id", "describe_route_point",
         edit("route_point", new_id(), {**home, "asset_id": asset}, ordinal=1, **NAMES)),
        ("plan.place_id", "describe_plan", edit("plan", world.plan, None, place_id=room)),
        ("plan.asset_ids", "describe_plan", edit("plan", world.plan, None, asset_ids=[world.ups, asset])),
        ("plan.assignee_ids", "describe_plan", edit("plan", world.plan, None, assignee_ids=[person])),
        ("project", "describe_project", edit("project", project, {}, code="x")),
    ]  # fmt: skip


def acts_that_name(world: World, asset: str, round_: str, plan: str, photo: str, person: str) -> list[Case]:
    """Each argument of an event or decision that points to a row, pointing to this one."""
    facts = {"purpose": "item", "hash": walk.HASH, "bytes": 9, "width": 4, "height": 3, "mime": "image/jpeg",
             "taken_at": f"{DAY}T08:00:00Z"}  # fmt: skip
    scan = {"raw": "x", "method": "typed"}
    content = '{"answers":[],"form":{}}'
    sign = {"party": "engineer", "signer_name": "甲", "content": content, "strokes": walk.STROKES,
            "content_hash": hashlib.sha256(content.encode()).hexdigest()}  # fmt: skip
    opened = {"occurrence_date": DAY, "template_id": world.template}
    ticket = ticket_id(world.round, world.ups, "fan")
    manifest: dict[str, Any] = {"answers": {}, "photos": [], "signed": []}
    tag = {"code": "7K3M2QA", "check": "ABCDEFGHIJKLMNOP"}
    acts: list[tuple[str, str, str | None, dict[str, Any]]] = [
        ("open_round of a round", "open_round", round_, {**opened, "plan_id": plan}),
        ("open_round.plan_id", "open_round", new_id(), {**opened, "plan_id": plan}),
        ("open_round.template_id", "open_round", new_id(), {**opened, "plan_id": world.plan, "template_id": new_id()}),
        ("scan_asset of a round", "scan_asset", round_, {**scan, "asset_id": world.ups}),
        ("scan_asset.asset_id", "scan_asset", world.round, {**scan, "asset_id": asset}),
        ("scan_asset.tag_id", "scan_asset", world.round, {**scan, "asset_id": world.ups, "tag_id": new_id()}),
        ("take_photo of a round", "take_photo", round_, facts),
        ("take_photo.asset_id", "take_photo", world.round, {**facts, "asset_id": asset}),
        ("sign_round of a round", "sign_round", round_, sign),
        ("sign_round.seal_photo_id", "sign_round", world.round, {**sign, "seal_photo_id": photo}),
        ("submit_round of a round", "submit_round", round_, {"manifest": manifest}),
        ("pin_comment of a round", "pin_comment", round_, {"text": "x"}),
        ("pin_comment.asset_id", "pin_comment", world.round, {"text": "x", "asset_id": asset}),
        ("pin_comment.photo_id", "pin_comment", world.round, {"text": "x", "photo_id": photo}),
        ("withdraw_photo", "withdraw_photo", photo, {"reason": "x"}),
        ("declare_photo_lost", "declare_photo_lost", photo, {"reason": "x"}),
        ("send_back of a round", "send_back", round_, {"comment_ids": [new_id()]}),
        ("approve_round of a round", "approve_round", round_, {}),
        ("issue_tag.asset_id", "issue_tag", new_id(), {**tag, "asset_id": asset}),
        ("revoke_tag", "revoke_tag", new_id(), {"reason": "x"}),
        ("assign_ticket.assignee_ids", "assign_ticket", ticket, {"assignee_ids": [person]}),
        ("comment_ticket of a round", "comment_ticket", round_, {"text": "x"}),
    ]
    return [(case, name, {"doc": doc, "args": args}) for case, name, doc, args in acts]


def foreign_photo(phone_of: PhoneOf, world: World) -> str:
    """A photo that the other company took."""
    facts = {"purpose": "item", "hash": walk.HASH, "bytes": 9, "width": 4, "height": 3, "mime": "image/jpeg",
             "taken_at": f"{DAY}T08:00:00Z"}  # fmt: skip
    taken = phone_of("outsider").does("take_photo", doc=world.foreign_round, args=facts, after=[])
    assert taken["outcome"] == "applied", taken
    return str(taken["op"])


def fault_of(result: dict[str, Any]) -> tuple[str, str, str]:
    return result["outcome"], result.get("code", ""), result.get("reason", "")


def test_a_row_of_another_project_is_not_to_be_told_from_one_that_is_not_there(
    app: Flask, phone_of: PhoneOf, chief: WirePhone, world: World
) -> None:
    photo, person = foreign_photo(phone_of, world), world.people["outsider"]
    theirs = snapshot(phone_of, world)
    foreign = [
        *edits_that_name(world, world.foreign_asset, world.foreign_room, person, world.foreign_round,
                         world.foreign_project),
        *acts_that_name(world, world.foreign_asset, world.foreign_round, world.foreign_plan, photo, person),
    ]  # fmt: skip
    nowhere = [
        *edits_that_name(world, new_id(), new_id(), new_id(), new_id(), new_id()),
        *acts_that_name(world, new_id(), new_id(), new_id(), new_id(), new_id()),
    ]
    push = pusher(app, chief)
    for (case, name, parts), (_, _, other) in zip(foreign, nowhere, strict=True):
        result = push(name, parts)
        assert result["outcome"] == "parked", (case, result)
        assert result["code"] in ("forbidden", "invalid", "stale"), (case, result)
        assert fault_of(push(name, other)) == fault_of(result), case
    assert snapshot(phone_of, world) == theirs


def pusher(app: Flask, phone: WirePhone) -> Callable[[str, dict[str, Any]], dict[str, Any]]:
    def push(name: str, parts: dict[str, Any]) -> dict[str, Any]:
        return push_between_good_ones(app, phone, operation(name, phone.clock, **parts))

    return push


def snapshot(phone_of: PhoneOf, world: World) -> dict[str, Any]:
    """Everything of the other project, as its engineer is shown it by a first sync."""
    docs = phone_of("outsider").base
    return {doc: row for doc, row in docs.items() if row["stream"] == f"project:{world.foreign_project}"}


def test_edits_of_two_projects_in_one_operation_are_refused_whole(app: Flask, phone_of: PhoneOf, world: World) -> None:
    chief = phone_of("supervisor")
    both = (
        edit("round", world.round, None, cause="x")["edits"]
        + edit("round", world.foreign_round, None, cause="x")["edits"]
    )
    result = pusher(app, chief)("write_form", {"edits": both})
    assert fault_of(result) == ("parked", "invalid", "several_projects")
    assert chief.pull().base[world.round]["fields"]["cause"] is None


def test_an_id_that_another_document_has_is_not_given_twice(app: Flask, phone_of: PhoneOf, world: World) -> None:
    """Two documents of one id would share one place in the feed (regression)."""
    chief, push = phone_of("supervisor"), None
    push = pusher(app, chief)
    made = {"kind": "room", **NAMES}
    taken = push("describe_place", edit("place", world.ups, {"project_id": world.project}, **made))
    assert fault_of(taken)[:2] == ("parked", "invalid"), taken
    scan = operation("scan_asset", chief.clock, doc=world.round, after=[],
                     args={"asset_id": world.ups, "raw": "x", "method": "typed"}) | {"op": world.recorder}  # fmt: skip
    assert fault_of(push_between_good_ones(app, chief, scan))[:2] == ("parked", "invalid")
    fresh = phone_of("supervisor")
    assert {fresh.base[doc]["type"] for doc in (world.ups, world.recorder)} == {"asset"}


def test_a_member_has_the_id_that_follows_from_project_and_person(app: Flask, phone_of: PhoneOf, world: World) -> None:
    chief = phone_of("supervisor")
    key = {"project_id": world.project, "person_id": world.people["outsider"]}
    fields = {"display_name_zh": "甲", "display_name_en": "A", "roles": ["engineer"]}
    push = pusher(app, chief)
    assert fault_of(push("describe_member", edit("member", new_id(), key, **fields)))[:2] == ("parked", "invalid")
    doc = member_id(world.project, key["person_id"])
    assert push("describe_member", edit("member", doc, key, **fields))["outcome"] == "applied"
    nobody = {**key, "person_id": new_id()}
    doc = member_id(world.project, nobody["person_id"])
    assert fault_of(push("describe_member", edit("member", doc, nobody, **fields)))[:2] == ("parked", "invalid")


def test_every_refused_body_is_in_the_books(app: Flask, phone_of: PhoneOf, chief: WirePhone, world: World) -> None:
    pusher(app, chief)("write_form", edit("round", world.foreign_round, None, cause="不该到的"))
    with app.app_context(), reading() as session:
        bodies = list(session.scalars(select(Operation.body).where(Operation.outcome == "parked")))
    assert any("不该到的" in body for body in bodies)
