"""`quick_load.load` is marshmallow's `load`: the same values, and refused where marshmallow refuses, with its words."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from marshmallow import INCLUDE, Schema, ValidationError, fields, post_load

import server.operations  # noqa: F401  # registers every operation
from server.operations.signing import SignedContent
from server.sync import quick_load
from server.sync.registry import REGISTRY
from server.sync.wire import EditSchema, EditsSchema, OperationEnvelope, PullRequest, PushRequest
from tests.server.sync.test_random_json import ANYTHING
from tests.support.world import new_id

BOUNDED = settings(
    max_examples=60, deadline=None, derandomize=True, database=None, phases=[Phase.generate, Phase.shrink]
)
ID = new_id()
# Values that some field somewhere takes, and their neighbours.
LIKELY = st.sampled_from([
    None, True, False, 0, 1, 3, 5, 2**31, 1.5, 10.0, 2**60, ID, ID.upper(), "", "normal", "abnormal", "1.50", "f" * 64,
    "2026-11-22", "2026-02-30", "2026-11-22T08:00:00.000Z", "2026-11-22T16:00:00+08:00", "2026-11-22T08:00:00", "word",
    "engineer", "x" * 201, [], [ID], [None], ["a", "b"], {}, {"a": [ID]}, {"a": None},
    {"add": ["a"], "remove": {"a": [ID]}},
])  # fmt: skip


def schemas() -> dict[str, Schema]:
    """Every schema that the doors of the protocol read with."""
    found: dict[str, Schema] = {
        kind.__name__: kind()
        for kind in (EditSchema, EditsSchema, OperationEnvelope, PullRequest, PushRequest, SignedContent)
    }
    for name, entry in REGISTRY.items():
        if entry.args is not None:
            found[name] = entry.args
        for kind, target in entry.edits.items():
            found[f"{name} {kind}"] = target.fields
            if target.key is not None:
                found[f"{name} {kind} key"] = target.key
    return found


def value_for(field: fields.Field[Any]) -> st.SearchStrategy[Any]:
    """Something that the field may take, as often as something else."""
    if isinstance(field, fields.Nested):
        return data_for(field.schema) | LIKELY
    if isinstance(field, fields.List):
        return st.lists(value_for(field.inner), max_size=3) | LIKELY
    if isinstance(field, fields.Dict) and field.value_field is not None:
        return st.dictionaries(st.sampled_from(["a", ID]), value_for(field.value_field), max_size=2) | LIKELY
    return LIKELY


def data_for(schema: Schema) -> st.SearchStrategy[dict[str, Any]]:
    known = {name: value_for(field) for name, field in schema.load_fields.items()}
    required = {name: value for name, value in known.items() if schema.load_fields[name].required}
    optional = {name: value for name, value in known.items() if name not in required}
    whole = st.fixed_dictionaries(required, optional=optional)
    return whole | st.fixed_dictionaries({}, optional={**known, "__proto__": ANYTHING})


def outcome(load: Callable[[Any], Any], data: Any) -> tuple[str, Any]:
    try:
        return "taken", load(data)
    except ValidationError as error:
        return "refused", error.messages


@pytest.mark.parametrize("name", schemas())
def test_it_takes_and_refuses_what_marshmallow_does(name: str) -> None:
    schema = schemas()[name]

    @BOUNDED
    @given(data=data_for(schema) | ANYTHING)
    def check(data: Any) -> None:
        quick, slow = outcome(lambda one: quick_load.load(schema, one), data), outcome(schema.load, data)
        assert quick == slow
        assert _kinds(quick[1]) == _kinds(slow[1])
        if isinstance(quick[1], dict) and schema.unknown != INCLUDE:
            assert list(quick[1]) == list(slow[1])  # fields are merged in this order

    check()


def _kinds(value: Any) -> Any:
    """`True == 1 == 1.0`, but they are not the same on the wire."""
    if isinstance(value, dict):
        return {name: _kinds(inner) for name, inner in value.items()}
    return [_kinds(inner) for inner in value] if isinstance(value, list) else type(value)


def test_what_is_right_is_not_left_to_marshmallow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it would be slow and nobody would see it."""
    target = REGISTRY["answer_item"].edits["answer"]
    assert target.key is not None
    key = {"round_id": ID, "asset_id": None, "check_key": "fan"}
    edit = {"doc": ID, "type": "answer", "key": key, "set": {"value": "normal", "severity": 3}, "was": {"value": None}}
    quick_load.load(EditSchema(), edit)
    monkeypatch.setattr(Schema, "load", None)
    assert quick_load.load(target.key, key) == key
    assert quick_load.load(target.fields, edit["set"]) == edit["set"]
    assert quick_load.load(EditSchema(), edit) == edit


def test_a_schema_that_does_more_than_read_its_fields_is_left_to_marshmallow() -> None:
    class Doubled(Schema):
        number = fields.Integer()

        @post_load
        def double(self, data: dict[str, int], **_: Any) -> dict[str, int]:
            return {"number": 2 * data["number"]}

    assert quick_load.load(Doubled(), {"number": 2}) == {"number": 4}
