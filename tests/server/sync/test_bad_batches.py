"""Requests that cannot be taken as a whole: a problem says why, and nothing has changed."""

import gzip
import json
from typing import Any

import brotli  # type: ignore[import-untyped]  # ships no stubs
import pytest

from tests.server.sync.conftest import PhoneOf
from tests.support.bad_input import PULL, PUSH, is_problem, send
from tests.support.wire_phone import WirePhone
from tests.support.world import World

KIB = 1024
LIMIT = 512 * KIB


@pytest.fixture
def phone(phone_of: PhoneOf) -> WirePhone:
    return phone_of("engineer")


def batch(phone: WirePhone, *ops: Any, **more: Any) -> str:
    return json.dumps({"device": phone.device, "schema": 1, "ops": ops, **more})


def answered(phone: WirePhone, **more: Any) -> dict[str, Any]:
    return {**phone.make("answer_item", edits=[phone.edit(phone.world.ups, "fan", value="normal")]), **more}


NO_JSON: dict[str, bytes] = {
    "nothing": b"",
    "a word": b"hello",
    "a page of a captive portal": b"<!doctype html><title>WLAN</title>",
    "cut off": b'{"device":"d_x","schema":1,"ops":[{',
    "bytes that are no UTF-8": b'{"device":"\xff\xfe\xfa"}',
    "NaN": b'{"device":"d_x","schema":NaN,"ops":[]}',
    "Infinity": b'{"device":"d_x","schema":Infinity,"ops":[]}',
    "a float beyond all floats": b'{"device":"d_x","schema":1e400,"ops":[]}',
    "a whole number of 5,000 digits": b'{"device":"d_x","schema":' + b"9" * 5_000 + b',"ops":[]}',
    "the same key twice": b'{"device":"d_x","device":"d_y","schema":1,"ops":[]}',
    "lists 100,000 deep": b"[" * 100_000,
    "lists 900 deep": b"[" * 900 + b"]" * 900,
    "objects 900 deep": b'{"a":' * 900 + b"1" + b"}" * 900,
}


def test_what_is_no_json_is_a_bad_request(phone: WirePhone) -> None:
    for path in (PUSH, PULL):
        for case, data in NO_JSON.items():
            assert is_problem(send(phone, data, path), 400, 422), (path, case)


def test_json_of_another_shape_is_named_by_field(phone: WirePhone) -> None:
    good = answered(phone)
    shapes: dict[str, Any] = {
        "a list": [],
        "null": None,
        "a number": 7,
        "no operations": {"device": phone.device, "schema": 1},
        "operations in an object": {"device": phone.device, "schema": 1, "ops": {"0": good}},
        "an operation that is a word": {"device": phone.device, "schema": 1, "ops": ["answer_item"]},
        "an operation that is null": {"device": phone.device, "schema": 1, "ops": [None]},
        "a field too many": {"device": phone.device, "schema": 1, "ops": [good], "__proto__": {"admin": True}},
        "a field that is half a character": {"device": phone.device, "schema": 1, "ops": [good], "\ud83d": 1},
        "a field with NUL": {"device": phone.device, "schema": 1, "ops": [good], "\0": 1},
        "a schema in words": {"device": phone.device, "schema": "1", "ops": [good]},
        "a schema that is true": {"device": phone.device, "schema": True, "ops": [good]},
        "a schema of -1": {"device": phone.device, "schema": -1, "ops": [good]},
        "a device that is a number": {"device": 5, "schema": 1, "ops": [good]},
        "201 operations": {"device": phone.device, "schema": 1, "ops": [good] * 201},
        "an operation without id": {"device": phone.device, "schema": 1, "ops": [{**good, "op": None}]},
        "an id in capitals": {"device": phone.device, "schema": 1, "ops": [{**good, "op": good["op"].upper()}]},
        "an id that is too long": {"device": phone.device, "schema": 1, "ops": [{**good, "op": good["op"] + "\n"}]},
        "a number of 0": {"device": phone.device, "schema": 1, "ops": [{**good, "n": 0}]},
        "a number of -1": {"device": phone.device, "schema": 1, "ops": [{**good, "n": -1}]},
        "a number of 2**31": {"device": phone.device, "schema": 1, "ops": [{**good, "n": 2**31}]},
        "a number of 2**64": {"device": phone.device, "schema": 1, "ops": [{**good, "n": 2**64}]},
        "a number of 1.5": {"device": phone.device, "schema": 1, "ops": [{**good, "n": 1.5}]},
        "a number in words": {"device": phone.device, "schema": 1, "ops": [{**good, "n": "1"}]},
        "a number that is true": {"device": phone.device, "schema": 1, "ops": [{**good, "n": True}]},
    }
    for case, shape in shapes.items():
        answer = send(phone, json.dumps(shape))
        assert is_problem(answer, 422), case
        assert answer.get_json()["errors"], case
    assert phone.push(good)["results"][0]["outcome"] == "applied"


def test_a_device_that_is_not_the_persons_own_has_to_sign_in(phone: WirePhone, phone_of: PhoneOf) -> None:
    ben = phone_of("colleague")
    good = answered(phone)
    for device in (ben.device, "d_nobody", "", "\0", "\ud83d", "d_" + "a" * 26, "😀"):
        for path, body in ((PUSH, {"ops": [good]}), (PUSH, {"ops": []}), (PULL, {"cursors": {}})):
            answer = send(phone, json.dumps({"device": device, "schema": 1, **body}), path)
            assert is_problem(answer, 401, 422), (device, path)
    assert ben.answers(phone.world.ups, "fan", remark="mine")["outcome"] == "applied"


def test_too_much_is_refused_with_the_limit_however_it_is_packed(phone: WirePhone) -> None:
    much = batch(phone, answered(phone, pad="x" * LIMIT)).encode()
    bomb = b"[" + b" " * (40 * 1024 * KIB) + b"]"
    for case, answer in {
        "plain": send(phone, much),
        "gzip": send(phone, gzip.compress(much), **{"Content-Encoding": "gzip"}),
        "br": send(phone, brotli.compress(much), **{"Content-Encoding": "br"}),
        "a gzip bomb": send(phone, gzip.compress(bomb), **{"Content-Encoding": "gzip"}),
        "a brotli bomb": send(phone, brotli.compress(bomb, quality=3), **{"Content-Encoding": "br"}),
        "more than any request": send(phone, b" " * (10 * 1024 * KIB)),
    }.items():
        assert is_problem(answer, 413), case
        assert answer.get_json()["limit"] > 0, case


def test_a_broken_packing_is_a_bad_request(phone: WirePhone) -> None:
    good = batch(phone, answered(phone)).encode()
    zipped, packed = gzip.compress(good), brotli.compress(good)
    for case, (data, encoding) in {
        "gzip cut off": (zipped[:-12], "gzip"),
        "gzip that is none": (good, "gzip"),
        "gzip of nothing": (b"", "gzip"),
        "gzip with a wrong checksum": (zipped[:-8] + bytes(8), "gzip"),
        "br cut off": (packed[:-3], "br"),
        "br that is none": (good, "br"),
        "br of nothing": (b"", "br"),
    }.items():
        assert is_problem(send(phone, data, **{"Content-Encoding": encoding}), 400), case
    for encoding in ("zstd", "gzip, br", "deflate", "\xff"):
        assert is_problem(send(phone, good, **{"Content-Encoding": encoding}), 415), encoding


def test_a_good_packing_is_taken(phone: WirePhone) -> None:
    for pack, encoding in ((gzip.compress, "gzip"), (brotli.compress, "br"), (gzip.compress, "GZIP")):
        one = phone.make("write_form", edits=[{"doc": phone.world.round, "type": "round", "set": {"cause": encoding}}])
        data: bytes = pack(batch(phone, one).encode())
        answer = send(phone, data, **{"Content-Encoding": encoding})
        assert answer.status_code == 200, answer.text


def test_a_newer_app_is_asked_to_come_back_and_loses_nothing(phone: WirePhone) -> None:
    good = answered(phone)
    answer = send(phone, batch(phone, good, schema=9_999)).get_json()
    assert (answer["results"], answer["stop"]["reason"]) == ([], "retry")
    assert phone.push(good)["results"][0]["outcome"] == "applied"


def test_an_empty_batch_is_answered(phone: WirePhone) -> None:
    assert phone.push()["results"] == []


def test_a_cursor_that_this_server_never_gave_begins_its_stream_anew(phone: WirePhone, world: World) -> None:
    stream = f"project:{world.project}"
    real = dict(phone.cursors[stream])
    for cursor in ({**real, "s": 2**62}, {**real, "s": real["s"] + 1}, {"e": "", "s": 0}, {"e": "\ud83d", "s": 3}):
        answer = send(phone, json.dumps({"device": phone.device, "schema": 1, "cursors": {stream: cursor}}), PULL)
        assert answer.status_code == 200, (cursor, answer.text)
        (page,) = [one for one in answer.get_json()["pages"] if one["stream"] == stream]
        assert page["reset"] and page["docs"], cursor
    assert phone.pull().documents("asset")


def test_streams_that_are_nobodys_or_foreign_are_dropped_alike(phone: WirePhone, world: World) -> None:
    strange = [f"project:{world.foreign_project}", f"user:{world.people['supervisor']}", "project:x", "__proto__", ""]
    cursors = {name: {"e": "e", "s": 1} for name in strange}
    answer = send(phone, json.dumps({"device": phone.device, "schema": 1, "cursors": cursors}), PULL)
    assert answer.get_json()["drop"] == sorted(strange)
    for name in ("\0", "\ud83d", "x" * 81):
        body = {"device": phone.device, "schema": 1, "cursors": {name: {"e": "e", "s": 1}}}
        assert send(phone, json.dumps(body), PULL).status_code in (200, 422), name


def test_cursors_of_another_shape_are_refused_by_name(phone: WirePhone) -> None:
    shapes: list[Any] = [
        None, [], "x", {"s": 1}, {"org": None}, {"org": 5}, {"org": {"e": "e", "s": -1}}, {"org": {"e": "e", "s": "1"}},
        {"org": {"e": "e", "s": 2**63}}, {"org": {"e": "e", "s": 1.5}}, {"org": {"e": 1, "s": 1}},
        {f"project:{n}": {"e": "e", "s": 0} for n in range(1_001)},
    ]  # fmt: skip
    for shape in shapes:
        body = {"device": phone.device, "schema": 1, "cursors": shape}
        assert is_problem(send(phone, json.dumps(body), PULL), 422), shape
    for limit in ({"max_docs": 0}, {"max_docs": 501}, {"max_docs": "5"}, {"max_bytes": -1}, {"max_bytes": 2**63}):
        body = {"device": phone.device, "schema": 1, "cursors": {}, **limit}
        assert is_problem(send(phone, json.dumps(body), PULL), 422), limit


def test_a_packing_in_a_packing_or_with_something_behind_it_is_a_bad_request(phone: WirePhone) -> None:
    """What lies behind the end would be lost without a word (regression)."""
    good = batch(phone, answered(phone)).encode()
    zipped, packed, bomb = gzip.compress(good), brotli.compress(good), gzip.compress(bytes(40 * 1024 * KIB))
    for case, (data, encoding) in {
        "gzip in gzip": (gzip.compress(zipped), "gzip"),
        "a bomb in gzip": (gzip.compress(bomb), "gzip"),
        "two gzips": (zipped + gzip.compress(b" "), "gzip"),
        "gzip with words behind it": (zipped + b"more", "gzip"),
        "br with words behind it": (packed + b"more", "br"),
        "gzip in br": (brotli.compress(zipped), "br"),
        "gzip that says it is br": (zipped, "br"),
        "br that says it is gzip": (packed, "gzip"),
        "gzip that says nothing": (zipped, "identity"),
    }.items():
        assert is_problem(send(phone, data, **{"Content-Encoding": encoding}), 400), case
    for encoding in ("gzip, gzip", "gzip,gzip", "x-gzip", "br, gzip", ""):
        assert is_problem(send(phone, bomb, **{"Content-Encoding": encoding}), 400, 415), encoding
    assert send(phone, zipped, **{"Content-Encoding": "gzip"}).get_json()["results"][0]["outcome"] == "applied"


def test_one_id_twice_in_a_batch_is_one_operation(phone: WirePhone, world: World) -> None:
    cause = [{"doc": world.round, "type": "round", "set": {"cause": "甲"}, "was": {}}]
    one = phone.make("write_form", edits=cause)
    other = [{**cause[0], "set": {"cause": "乙"}}]
    after = phone.make("write_form", edits=[{**cause[0], "set": {"solution": "丙"}}])
    ops = [one, {**one, "n": one["n"] + 1}, {**one, "n": one["n"] + 2, "edits": other}, {**after, "n": one["n"] + 3}]
    answer = send(phone, batch(phone, *ops)).get_json()
    told = [(result["outcome"], result.get("code"), result.get("duplicate", False)) for result in answer["results"]]
    assert told == [
        ("applied", None, False),
        ("applied", None, True),
        ("parked", "op_id_reused", False),
        ("applied", None, False),
    ]
    assert (answer["last_n"], answer["stop"]) == (one["n"] + 3, None)
    shown = phone.pull().base[world.round]["fields"]
    assert (shown["cause"], shown["solution"]) == ("甲", "丙")


def test_numbers_in_disorder_stop_the_batch_where_they_break(phone: WirePhone) -> None:
    scans = [
        phone.make("scan_asset", doc=phone.world.round, after=[],
                   args={"asset_id": phone.world.ups, "raw": str(k), "method": "typed"})
        for k in range(3)
    ]  # fmt: skip
    first, second, third = scans
    backwards = send(phone, batch(phone, third, second, first)).get_json()
    assert (backwards["results"], backwards["stop"]["reason"]) == ([], "gap")
    same = send(phone, batch(phone, first, {**second, "n": first["n"]}, third)).get_json()
    assert ([result["op"] for result in same["results"]], same["stop"]["reason"]) == ([first["op"]], "fork")
    rest = [{**one, "n": k} for k, one in enumerate(scans, start=1)]
    again = send(phone, json.dumps({"device": same["stop"]["device"], "schema": 1, "ops": rest})).get_json()
    assert [result["outcome"] for result in again["results"]] == ["applied"] * 3
    assert sorted(row["raw"] for row in phone.pull().sees("scan")) == ["0", "1", "2"]


def test_a_receipt_of_any_shape_is_none_and_harms_nothing(phone: WirePhone) -> None:
    receipts: list[Any] = [
        None,
        5,
        True,
        [],
        {},
        {"__proto__": 1},
        "",
        ".",
        "x.y",
        "é.é",
        "\0",
        "a" * 70_000,
        "e30.",
        "e30.AAAA",
    ]
    ops = [
        {**phone.make("scan_asset", doc=phone.world.round, after=[],
                      args={"asset_id": phone.world.ups, "raw": str(k), "method": "typed"}), "receipt": receipt}
        for k, receipt in enumerate(receipts)
    ]  # fmt: skip
    answer = send(phone, batch(phone, *ops))
    assert answer.status_code == 200, answer.text
    assert {result["outcome"] for result in answer.get_json()["results"]} == {"applied"}
