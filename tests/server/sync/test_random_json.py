"""Whatever JSON comes, the two doors never answer with a fault of the server. Seeded, bounded, replayable."""

import json
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from server.database import reading
from server.models import Operation
from server.sync.registry import REGISTRY
from tests.server.sync.conftest import PhoneOf
from tests.support.bad_input import PULL, PUSH, send
from tests.support.wire_phone import WirePhone
from tests.support.world import World, new_id

BOUNDED = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
ANY_TEXT = st.text(st.characters(), max_size=20) | st.sampled_from(["", "\0", "\ud83d", "__proto__", "2026-11-22"])
NUMBERS = st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False)
LEAVES = st.none() | st.booleans() | NUMBERS | ANY_TEXT
ANYTHING = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4), max_leaves=12
)


def words_of(world: World) -> list[str]:
    """Ids that are there, so that random operations meet real rows."""
    ids = [world.project, world.foreign_project, world.round, world.foreign_round, world.ups, world.foreign_asset]
    return [*ids, world.plan, world.template, world.room, *world.people.values(), new_id()]


def fields_of(name: str) -> list[str]:
    """Names that this operation's schema knows."""
    entry = REGISTRY[name]
    schemas = [entry.args] if entry.args is not None else [target.fields for target in entry.edits.values()]
    return [field for schema in schemas for field in schema.fields]


def an_operation(name: str, ids: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    """One that looks right from far: known parts and fields, values of any kind."""
    value = st.sampled_from(ids) | ANYTHING | st.sampled_from(["normal", "abnormal", 1, "24.5", "2026-11-22"])
    fields = st.dictionaries(st.sampled_from(fields_of(name) or ["x"]) | ANY_TEXT, value, max_size=6)
    doc = st.sampled_from(ids) | value
    kinds = list(REGISTRY[name].edits) or ["answer"]
    edit = st.fixed_dictionaries(
        {"doc": doc, "type": st.sampled_from(kinds), "set": fields},
        optional={"key": fields | value, "was": st.dictionaries(ANY_TEXT, value, max_size=3) | value},
    )
    return st.fixed_dictionaries(
        {"name": st.just(name)},
        optional={
            "doc": doc, "args": fields | value, "edits": st.lists(edit | value, max_size=3) | value,
            "after": st.lists(st.sampled_from(ids), max_size=2) | value,
            "seen": st.dictionaries(st.sampled_from(ids), st.just([]), max_size=3) | value,
            "at": st.just("2026-11-22T08:00:00Z") | value,
        },
    )  # fmt: skip


@pytest.fixture
def phone(phone_of: PhoneOf) -> WirePhone:
    """A supervisor's: most operations get past the question of rights."""
    return phone_of("supervisor")


def test_no_json_at_all_makes_the_server_fail(phone: WirePhone) -> None:
    @BOUNDED
    @given(body=ANYTHING, path=st.sampled_from([PUSH, PULL]))
    def check(body: Any, path: str) -> None:
        answer = send(phone, json.dumps(body), path)
        assert answer.status_code in (400, 401, 413, 422), answer.text

    check()


def test_no_operation_makes_the_server_fail_and_each_is_kept(app: Flask, phone: WirePhone, world: World) -> None:
    ids = words_of(world)
    one = st.sampled_from(sorted(REGISTRY)).flatmap(lambda name: an_operation(name, ids))

    @BOUNDED
    @given(operations=st.lists(one, min_size=1, max_size=4))
    def check(operations: list[dict[str, Any]]) -> None:
        sent = [{**each, "op": new_id(), "n": phone.n + k} for k, each in enumerate(operations, start=1)]
        answer = send(phone, json.dumps({"device": phone.device, "schema": 1, "ops": sent}))
        assert answer.status_code == 200, answer.text
        body = answer.get_json()
        phone.n = body["last_n"]
        assert [result["op"] for result in body["results"]] == [each["op"] for each in sent]
        assert not [result for result in body["results"] if result.get("reason") == "not_stored"], body
        mine = [each["op"] for each in sent]
        with app.app_context(), reading() as session:
            kept = {
                row.op_id: row.body
                for row in session.execute(select(Operation.op_id, Operation.body).where(Operation.op_id.in_(mine)))
            }
        for each in sent:
            assert json.loads(kept[each["op"]]) == {part: each[part] for part in each if part != "n"}

    check()
    assert phone.pull().documents("project")


def test_no_cursors_make_a_pull_fail(phone: WirePhone, world: World) -> None:
    names = st.sampled_from([f"project:{world.project}", f"project:{world.foreign_project}"]) | ANY_TEXT
    real = phone.cursors[f"project:{world.project}"]["e"]
    cursor = st.fixed_dictionaries({"e": st.just(real) | ANY_TEXT, "s": st.integers(-1, 2**63)}) | ANYTHING
    limits = st.fixed_dictionaries({}, optional={"max_docs": st.integers(0, 600) | LEAVES, "max_bytes": NUMBERS})

    @BOUNDED
    @given(cursors=st.dictionaries(names, cursor, max_size=4), more=limits)
    def check(cursors: dict[str, Any], more: dict[str, Any]) -> None:
        body = {"device": phone.device, "schema": 1, "cursors": cursors, **more}
        answer = send(phone, json.dumps(body), PULL)
        assert answer.status_code in (200, 422), answer.text
        json.loads(answer.data)

    check()
