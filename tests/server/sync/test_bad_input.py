"""One bad operation in a batch: it alone is parked, with a reason; the others are applied; its body is kept."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from server.database import reading
from server.models import Refused
from tests.server.sync.conftest import PhoneOf
from tests.support import walk
from tests.support.bad_input import push_between_good_ones
from tests.support.wire_phone import WirePhone
from tests.support.world import DAY, World, new_id, operation

Bad = Callable[..., dict[str, Any]]


@pytest.fixture
def phone(phone_of: PhoneOf) -> WirePhone:
    return phone_of("engineer")


@pytest.fixture
def outcome(app: Flask, phone: WirePhone) -> Bad:
    """`outcome("answer_item", edits=…)` is its result between two good operations."""

    def push(name: Any, **parts: Any) -> dict[str, Any]:
        return push_between_good_ones(app, phone, {**operation("x", phone.clock), "name": name, **parts})

    return push


def is_refused(result: dict[str, Any], case: object, reason: str = "malformed", code: str = "invalid") -> bool:
    assert (result["outcome"], result["code"], result["reason"]) == ("parked", code, reason), (case, result)
    return bool(result["message"])


def test_a_name_that_nobody_registered_is_unknown(outcome: Bad) -> None:
    words = ("delete_everything", "__proto__", "constructor", "Answer_Item", "", "x" * 200, "\0")
    names: list[Any] = [*words, None, 5, {"a": 1}, ["a"]]
    for name in names:
        assert is_refused(outcome(name, doc=new_id(), args={}), name, "unknown_name", "unknown_name")


def test_what_an_operation_names_may_be_no_id_at_all(outcome: Bad) -> None:
    for doc in (None, 5, "", "x" * 1_000, {"id": 1}, ["a"], "../../etc/passwd", new_id().upper(), new_id() + " "):
        assert is_refused(outcome("scan_asset", doc=doc, args={}, after=[]), doc)
        assert is_refused(outcome("gone", doc=doc), doc, "unknown_name", "unknown_name")
    assert is_refused(outcome("gone", doc="\0"), "NUL", "unknown_name", "unknown_name")


def test_parts_of_another_shape_are_named(outcome: Bad, world: World) -> None:
    scan = {"asset_id": world.ups, "raw": "x", "method": "typed"}
    wrong: list[tuple[str, dict[str, Any]]] = [
        ("no arguments", {"args": None}),
        ("arguments in a list", {"args": [scan]}),
        ("arguments in words", {"args": "x"}),
        ("an argument missing", {"args": {"asset_id": world.ups}}),
        ("an argument too many", {"args": {**scan, "__proto__": {"admin": True}}}),
        ("a state set by hand", {"args": {**scan, "state": "sealed"}}),
        ("a number for a word", {"args": {**scan, "raw": 5}}),
        ("a word that is none of the choices", {"args": {**scan, "method": "telepathy"}}),
        ("a choice that cannot be compared", {"args": {**scan, "method": {"a": []}}}),
        ("a place that is a list", {"args": {**scan, "place": [1, 2]}}),
        ("a place in words", {"args": {**scan, "place": {"lat": "north"}}}),
        ("a place beyond all floats", {"args": {**scan, "place": {"lat": 10**400}}}),
        ("causes in words", {"args": scan, "after": "x"}),
        ("causes that are no ids", {"args": scan, "after": [1]}),
        ("causes that are missing", {"args": scan, "after": None}),
        ("no moment", {"args": scan, "at": None}),
        ("a moment without an offset", {"args": scan, "at": "2026-11-22T08:00:00"}),
        ("a moment that is a number", {"args": scan, "at": 1_700_000_000}),
        ("a moment before all calendars", {"args": scan, "at": "0001-01-01T00:00:00+14:00"}),
        ("a moment after all calendars", {"args": scan, "at": "9999-12-31T23:59:59-14:00"}),
        ("a day that there is not", {"args": scan, "at": "2026-02-30T08:00:00Z"}),
        ("a part that nobody knows", {"args": scan, "rights": ["supervisor"]}),
        ("a part called __proto__", {"args": scan, "__proto__": {"roles": ["supervisor"]}}),
    ]
    for case, parts in wrong:
        result = outcome("scan_asset", **{"doc": world.round, "after": [], **parts})
        assert is_refused(result, case), case
        assert result["details"]["errors"], case


def test_edits_of_another_shape_are_named(outcome: Bad, phone: WirePhone, world: World) -> None:
    good = phone.edit(world.ups, "fan", value="normal")
    wrong: list[tuple[str, Any]] = [
        ("none", []),
        ("missing", None),
        ("an object", good),
        ("a word in the list", ["x"]),
        ("a document of another type", [{**good, "type": "asset"}]),
        ("a type that nobody knows", [{**good, "type": "__proto__"}]),
        ("nothing set", [{**good, "set": {}}]),
        ("a list set", [{**good, "set": [1]}]),
        ("a field that nobody knows", [{**good, "set": {"colour": "red"}}]),
        ("a field called __proto__", [{**good, "set": {"__proto__": {"value": "normal"}}}]),
        ("a field that the server derives", [{**good, "set": {"answered_by": world.people["supervisor"]}}]),
        ("the row's own bookkeeping", [{**good, "set": {"rev": 99}}]),
        ("its project", [{**good, "set": {"project_id": world.foreign_project}}]),
        ("its key", [{**good, "set": {"round_id": world.foreign_round}}]),
        ("severity 99", [{**good, "set": {"severity": 99}}]),
        ("severity 0", [{**good, "set": {"severity": 0}}]),
        ("severity 1.5", [{**good, "set": {"severity": 1.5}}]),
        ("severity true", [{**good, "set": {"severity": True}}]),
        ("severity 2**63", [{**good, "set": {"severity": 2**63}}]),
        ("a reading in words", [{**good, "set": {"reading": "warm"}}]),
        ("a reading in other digits", [{**good, "set": {"reading": "٣٤"}}]),
        ("a reading that is a number", [{**good, "set": {"reading": 24.5}}]),
        ("a reading beyond all", [{**good, "set": {"reading": "9" * 40}}]),
        ("a reading NaN", [{**good, "set": {"reading": "NaN"}}]),
        ("a switch in words", [{**good, "set": {"separate_ticket": "perhaps"}}]),
        ("a key of another shape", [{**good, "key": ["round"]}]),
        ("a key too long", [{**good, "key": {**good["key"], "check_key": "x" * 61}}]),
        ("a key in other letters", [{**good, "key": {**good["key"], "check_key": "风扇"}}]),
        ("a part too many", [{**good, "force": True}]),
        ("writers that are no ids", [{**good, "was": {"value": ["x"]}}]),
        ("writers in words", [{**good, "was": {"value": "x"}}]),
        ("one good and one bad", [good, {**good, "set": {"colour": "red"}}]),
    ]
    for case, edits in wrong:
        assert is_refused(outcome("answer_item", edits=edits), case), case
    assert phone.pull().documents("answer") == []


def test_an_operation_that_is_nested_too_deep_parks_alone(outcome: Bad, world: World) -> None:
    scan = {"asset_id": world.ups, "raw": "x", "method": "typed"}
    for levels in (38, 60, 150):
        lists = json.loads("[" * levels + "]" * levels)
        objects = json.loads('{"a":' * levels + "1" + "}" * levels)
        for deep in (lists, objects):
            assert is_refused(outcome("scan_asset", doc=world.round, args={**scan, "place": deep}, after=[]), levels)
            assert is_refused(outcome("scan_asset", doc=world.round, args=scan, after=[], more=deep), levels)
            edit = {"doc": world.round, "type": "round", "set": {"cause": deep}, "was": {}}
            assert is_refused(outcome("write_form", edits=[edit]), levels)
            assert is_refused(outcome("gone", args=deep), levels, "unknown_name", "unknown_name")


def test_numbers_beyond_a_column_are_refused(outcome: Bad, app: Flask, phone_of: PhoneOf, world: World) -> None:
    facts = {"purpose": "item", "hash": walk.HASH, "bytes": 9, "width": 4, "height": 3, "mime": "image/jpeg",
             "taken_at": f"{DAY}T08:00:00Z"}  # fmt: skip
    for field, value in (
        ("bytes", 2**63),
        ("bytes", 2**31),
        ("bytes", 0),
        ("bytes", -1),
        ("width", 10**30),
        ("height", 1e30),
    ):
        result = outcome("take_photo", doc=world.round, args={**facts, field: value}, after=[])
        assert is_refused(result, (field, value))
    chief = phone_of("supervisor")
    point = {"doc": new_id(), "type": "route_point", "key": {"project_id": world.project, "asset_id": world.ups},
             "was": {}}  # fmt: skip
    for ordinal, distance in ((2**31, 1), (1, 2**63), (-(2**63), 1), (10**300, 1), (1, 1.5)):
        fields = {"ordinal": ordinal, "name_zh": "井", "name_en": "Manhole", "distance_m": distance}
        made = {**operation("describe_route_point", chief.clock), "edits": [{**point, "set": fields}]}
        assert is_refused(push_between_good_ones(app, chief, made), (ordinal, distance))


def test_an_operation_of_more_than_its_bytes_is_kept_and_told_the_limit(outcome: Bad, world: World) -> None:
    result = outcome("comment_ticket", doc=world.round, args={"text": "长" * 44_000}, after=[])
    assert is_refused(result, "130 KB", "operation_too_large")
    assert result["details"]["limit"] == 128 * 1024
    assert str(128 * 1024) in result["message"]


def test_a_clock_that_is_years_off_is_believed_and_written_down(outcome: Bad, phone: WirePhone, world: World) -> None:
    scan = {"asset_id": world.ups, "raw": "x", "method": "typed"}
    moments = ("0001-01-01T00:00:00Z", "0999-12-31T23:59:59.999Z", "1970-01-01T00:00:00Z", "2056-11-22T08:00:00+08:00",
               "9999-12-31T23:59:59.999Z")  # fmt: skip
    for at in moments:
        assert outcome("scan_asset", doc=world.round, args=scan, after=[], at=at)["outcome"] == "applied", at
    said = sorted(row["at"] for row in phone.pull().sees("scan") if row["raw"] == "x")
    assert said == ["0001-01-01T00:00:00.000Z", "0999-12-31T23:59:59.999Z", "1970-01-01T00:00:00.000Z",
                    "2056-11-22T00:00:00.000Z", "9999-12-31T23:59:59.999Z"]  # fmt: skip
    assert {row["received_at"][:10] for row in phone.sees("scan")} == {DAY}


def test_a_round_of_an_impossible_day_is_refused(outcome: Bad, world: World) -> None:
    for day in (
        "2026-13-01",
        "26-11-22",
        "２０２６-11-22",
        20261122,
        None,
        "0000-01-01",
        "99999-01-01",
        "2026-11-22\n",
    ):
        args = {"plan_id": world.plan, "occurrence_date": day, "template_id": world.template}
        assert is_refused(outcome("open_round", doc=world.round, args=args, after=[]), day)


def test_plans_that_could_never_be_computed_are_refused(app: Flask, phone_of: PhoneOf, world: World) -> None:
    chief = phone_of("supervisor")
    wrong: list[tuple[str, str, dict[str, Any]]] = [
        ("describe_plan", "plan", {"rule": {"every": "blue moon"}}),
        ("describe_plan", "plan", {"rule": {"every": "week", "on": 9}}),
        ("describe_plan", "plan", {"rule": {"every": "day", "__proto__": 1}}),
        ("describe_plan", "plan", {"rule": "daily"}),
        ("describe_plan", "plan", {"due_time": "25:00"}),
        ("describe_plan", "plan", {"due_time": "1٣:00"}),
        ("describe_plan", "plan", {"starts_on": None}),
        ("describe_plan", "plan", {"asset_ids": "all"}),
        ("describe_plan", "plan", {"asset_ids": [None]}),
        ("describe_project", "project", {"time_zone": "Mars/Phobos"}),
        ("describe_project", "project", {"time_zone": "../../etc/passwd"}),
        ("describe_project", "project", {"time_zone": ""}),
        ("describe_project", "project", {"name_zh": ""}),
    ]
    docs = {"plan": world.plan, "project": world.project}
    for name, kind, fields in wrong:
        edit = {"doc": docs[kind], "type": kind, "set": fields, "was": {}}
        result = push_between_good_ones(app, chief, {**operation(name, chief.clock), "edits": [edit]})
        assert is_refused(result, fields), fields


def test_a_signature_for_what_is_no_round_is_refused(outcome: Bad, world: World) -> None:
    """It would stand in the way of every approval (regression)."""
    contents = ("55", "[]", "{}", '{"answers":5,"form":{}}', '{"answers":[1],"form":{}}', '{"answers":[{}],"form":{}}',
                '{"answers":[{"asset_id":[],"check_key":"fan"}],"form":{}}',
                '{"answers":[],"form":{"problem":{"a":1}}}',
                '{"answers":[],"form":{},"form":{}}', '{"answers":[],"form":{},"x":1e400}', "[" * 50_000)  # fmt: skip
    for content in contents:
        digest = hashlib.sha256(content.encode()).hexdigest()
        args = {"party": "engineer", "signer_name": "甲", "content": content, "content_hash": digest,
                "strokes": walk.STROKES}  # fmt: skip
        result = outcome("sign_round", doc=world.round, args=args, after=[])
        assert is_refused(result, content[:40], "wrong_content_hash")
    wrong_hash = {**args, "content": '{"answers":[],"form":{}}', "content_hash": "0" * 64}
    assert is_refused(outcome("sign_round", doc=world.round, args=wrong_hash, after=[]), "hash", "wrong_content_hash")


def test_a_signature_that_is_on_no_pad_is_refused(outcome: Bad, world: World) -> None:
    """Sealed, it could never be printed (regression)."""
    content = '{"answers":[],"form":{}}'
    digest = hashlib.sha256(content.encode()).hexdigest()
    args = {"party": "engineer", "signer_name": "甲", "content": content, "content_hash": digest}
    path = [[10, 10], [50, 60]]
    for wrong in (
        {"width": 1e308, "height": 1e308, "paths": [[[1e10, 1], [2, 3]]]},
        {"width": 0, "height": 120, "paths": [path]},
        {"width": 300, "height": -120, "paths": [path]},
        {"width": 300, "height": 20_001, "paths": [path]},
        {"width": 300, "height": 120, "paths": [path, [[1e300, 10]]]},
        {"width": 300, "height": 120, "paths": [[[10, -60]]]},
        {"width": 300, "height": 120, "paths": [[[10, 200]]]},
    ):
        result = outcome("sign_round", doc=world.round, args={**args, "strokes": wrong}, after=[])
        assert is_refused(result, wrong), wrong
    good = {"width": 300.4, "height": 120, "paths": [[[0, 0], [300.5, 120.1, 0.5]]]}
    assert outcome("sign_round", doc=world.round, args={**args, "strokes": good}, after=[])["outcome"] == "applied"


def test_marks_beyond_all_pictures_are_refused(app: Flask, phone_of: PhoneOf, world: World) -> None:
    """A finger may leave the picture, but not by a thousand of its widths."""
    engineer = phone_of("engineer")
    photo = walk.take_photo(engineer)["op"]

    def mark(x: float, width: float = 4) -> str:
        markup = {"width": width, "height": 3, "marks": [{"kind": "draw", "points": [[0.5, 0.5], [x, 0.5]]}]}
        edit = {"doc": photo, "type": "photo", "set": {"markup": markup}, "was": {}}
        return str(engineer.does("mark_photo", edits=[edit])["outcome"])

    assert [mark(x) for x in (1e300, -1_000)] == ["parked", "parked"]
    assert [mark(0.5, width) for width in (1e308, 0)] == ["parked", "parked"]
    assert mark(-6.5) == "applied"


def test_a_decision_with_a_broken_screen_is_refused(app: Flask, phone_of: PhoneOf, world: World) -> None:
    chief = phone_of("supervisor")
    screens: tuple[Any, ...] = (None, [], "all", {"x": []}, {new_id(): "x"}, {new_id(): [1]}, {new_id(): None})
    for seen in screens:
        made = {**operation("approve_round", chief.clock), "doc": world.round, "args": {}, "seen": seen}
        assert is_refused(push_between_good_ones(app, chief, made), seen)


def test_another_body_under_a_taken_id_is_refused_and_kept(app: Flask, phone_of: PhoneOf, world: World) -> None:
    phone, ben = phone_of("engineer"), phone_of("colleague")
    first = phone.make("write_form", edits=[{"doc": world.round, "type": "round", "set": {"cause": "甲"}, "was": {}}])
    phone.push(first)
    edits = [{"doc": world.round, "type": "round", "set": {"cause": "乙"}, "was": {}}]
    for other in (phone, ben):
        bad = {**operation("write_form", other.clock, edits=edits), "op": first["op"]}
        assert is_refused(push_between_good_ones(app, other, bad), other.name, "op_id_reused", "op_id_reused")
    with app.app_context(), reading() as session:
        assert len(list(session.scalars(select(Refused)))) >= 1
    assert walk.round_of(phone)["cause"] == "甲"


def test_3000_causes_are_waited_for(outcome: Bad, world: World) -> None:
    causes = [new_id() for _ in range(3_000)]
    scan = {"asset_id": world.ups, "raw": "x", "method": "typed"}
    assert outcome("scan_asset", doc=world.round, args=scan, after=causes)["outcome"] == "waiting"


def test_the_same_document_twice_in_one_operation_ends_with_the_last_value(
    outcome: Bad, phone: WirePhone, world: World
) -> None:
    edits = [phone.edit(world.ups, "fan", remark="one"), phone.edit(world.ups, "fan", remark="two")]
    result = outcome("answer_item", edits=edits)
    kept = {phone.pull().answer(world.ups, "fan")["remark"]} | {row["kept_value"] for row in phone.sees("conflict")}
    assert kept >= {"two"} or result["outcome"] == "parked", result
