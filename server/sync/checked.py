"""Checking one operation as it came, before any transaction: its shape, its schema, its size.

What is found wrong is kept with it and parks it alone; the rest of the batch is unharmed.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from marshmallow import ValidationError

from server.models.types import instant_text, parse_instant
from server.sync.bodies import is_deeper
from server.sync.parked import Parked
from server.sync.quick_load import load
from server.sync.registry import REGISTRY, EditTarget, OperationEntry
from server.sync.upconversion import up_to_date
from server.sync.wire import EditSchema, EditsSchema, is_id

MAX_OPERATION_BYTES = 128 * 1024
MAX_OPERATION_DEPTH = 40  # the deepest has a dozen levels
SIGNED_PARTS = frozenset({"op", "schema", "name", "at", "doc", "edits", "args", "after", "seen"})
UNSIGNED_PARTS = frozenset({"n", "device", "receipt"})
# NUL or half a surrogate pair, in escapes; an escaped backslash before such letters is just text.
_FORBIDDEN = re.compile(r"(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])")
_NAME = re.compile(r"[a-z][a-z_]{1,39}")
_EDIT, _EDITS = EditSchema(), EditsSchema()
_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


@dataclass(frozen=True)
class Edit:
    """One document's part of an edit operation, validated."""

    doc: str
    type: str
    key: dict[str, Any] | None
    set: dict[str, Any]
    was: dict[str, list[str]]


@dataclass(frozen=True)
class Receipt:
    """What we said of an operation before a restore. `right` is null where nobody could tell; `made` is what could
    come out differently now; `causes` are operations that a decision stood on without naming them."""

    at: str
    outcome: str
    code: str | None = None
    reason: str | None = None
    right: bool | None = None
    device: str | None = None
    made: dict[str, Any] = field(default_factory=dict)
    causes: list[str] = field(default_factory=list)

    def said(self) -> dict[str, Any]:
        """What is kept with the operation until its outcome is known."""
        said = {"outcome": self.outcome, "code": self.code, "reason": self.reason, "device": self.device}
        return {**said, "causes": self.causes}


@dataclass(frozen=True)
class Checked:
    """An operation as received, with what could be read of it; `problem` parks it, in the project `aimed_at`."""

    op: str
    name: str
    schema: int
    at: str
    body_text: str
    body_hash: str
    n: int | None = None
    entry: OperationEntry | None = None
    doc: str | None = None
    args: dict[str, Any] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    after: tuple[str, ...] = ()
    seen: Mapping[str, list[str]] = field(default_factory=dict)
    problem: Parked | None = None
    aimed_at: str | None = None
    receipt: Receipt | None = None

    @cached_property
    def causes(self) -> frozenset[str]:
        """Operations that must be in the books before this one can be applied."""
        named = set(self.after)
        for edit in self.edits:
            named.update(op for ops in edit.was.values() for op in ops)
            for value in edit.set.values():
                if isinstance(value, dict) and "remove" in value:
                    named.update(op for ops in value["remove"].values() for op in ops)
        return frozenset(named - {self.op})


def check_operation(raw: Mapping[str, Any], schema: int, received_at: str) -> Checked:
    """Read one operation whose `op` is an id; never raises for what is wrong inside it."""
    text = body_text(raw)
    data = text.encode()
    said = up_to_date(raw, schema)
    name = said.get("name")
    base: dict[str, Any] = {
        "op": raw["op"],
        "n": raw.get("n"),
        "schema": schema,
        "body_text": text,
        "body_hash": hashlib.sha256(data).hexdigest(),
        "name": name if isinstance(name, str) and _NAME.fullmatch(name) else "unknown",
        "at": received_at,
    }
    try:
        base["entry"] = _entry(base["name"], text, len(data), said)
        base["at"] = _instant(said.get("at"))
        return Checked(**base, **_parts(said, base["entry"]))
    except Parked as problem:
        return Checked(**base, problem=problem)


def was_of(body: Mapping[str, Any], doc: str, name: str) -> list[str]:
    """What a stored operation says that its author saw of a field; nothing where its edits cannot be read."""
    try:
        edits = load(_EDITS, body)["edits"]
    except ValidationError:
        return []
    return [op for edit in edits if edit["doc"] == doc and name in edit["set"] for op in _was(edit).get(name, [])]


def body_text(raw: Mapping[str, Any]) -> str:
    """The signed parts as JSON text: what is hashed, and what is kept (parts that nobody knows as well)."""
    signed = {name: value for name, value in raw.items() if name not in UNSIGNED_PARTS}
    text = _CANONICAL(signed)
    return text.encode(errors="backslashreplace").decode()  # half a surrogate pair is kept in escapes, refused below


def _entry(name: str, text: str, size: int, raw: Mapping[str, Any]) -> OperationEntry:
    entry = REGISTRY.get(name)
    if entry is None:
        raise Parked("unknown_name", "unknown_name")
    if size > MAX_OPERATION_BYTES:
        raise Parked("invalid", "operation_too_large", limit=MAX_OPERATION_BYTES)
    if "\\u" in text and _FORBIDDEN.search(text):
        raise Parked("invalid", "forbidden_character")
    if is_deeper(raw, MAX_OPERATION_DEPTH):
        raise Parked("invalid", "malformed", errors={"": [f"nested deeper than {MAX_OPERATION_DEPTH} levels"]})
    unknown = raw.keys() - SIGNED_PARTS - UNSIGNED_PARTS
    if unknown:
        raise Parked("invalid", "malformed", errors={part: ["not a part of an operation"] for part in sorted(unknown)})
    return entry


def _instant(value: Any) -> str:
    try:
        return instant_text(parse_instant(value))
    except (TypeError, ValueError, OverflowError):
        raise Parked("invalid", "malformed", errors={"at": ["an instant with its offset from UTC"]}) from None


def _parts(raw: Mapping[str, Any], entry: OperationEntry) -> dict[str, Any]:
    if entry.kind == "edit":
        return {"edits": _edits(raw.get("edits"), entry)}
    doc = raw.get("doc")
    if entry.doc_type is not None and not is_id(doc):
        raise Parked("invalid", "malformed", errors={"doc": ["an id"]})
    parts: dict[str, Any] = {"doc": doc if entry.doc_type is not None else None, "args": _args(raw, entry)}
    if entry.kind == "event":
        return parts | {"after": _ids(raw.get("after", []), "after")}
    return parts | {"seen": _seen(raw.get("seen", {}))}


def _args(raw: Mapping[str, Any], entry: OperationEntry) -> dict[str, Any]:
    assert entry.args is not None
    try:
        return load(entry.args, raw.get("args", {}))
    except ValidationError as error:
        raise Parked("invalid", "malformed", errors={"args": error.messages}) from None


def _edits(raw: Any, entry: OperationEntry) -> tuple[Edit, ...]:
    if not isinstance(raw, list) or not raw:
        raise Parked("invalid", "malformed", errors={"edits": ["at least one edit"]})
    return tuple(_one_edit(item, entry) for item in raw)


def _one_edit(raw: Any, entry: OperationEntry) -> Edit:
    try:
        shape = load(_EDIT, raw)
        target = entry.edits.get(shape["type"])
        if target is None:
            raise Parked("invalid", "malformed", errors={"type": [f"not one that {entry.name} may edit"]})
        key, values = _key(shape, target), load(target.fields, shape["set"])
        return Edit(shape["doc"], shape["type"], key, values, _was(shape))
    except ValidationError as error:
        raise Parked("invalid", "malformed", errors={"edits": error.messages}) from None


def _key(shape: dict[str, Any], target: EditTarget) -> dict[str, Any] | None:
    if target.key is None or shape.get("key") is None:
        return None
    return load(target.key, shape["key"])


def _was(shape: dict[str, Any]) -> dict[str, list[str]]:
    """Null is nothing seen."""
    return {name: ops or [] for name, ops in (shape["was"] or {}).items()}


def _ids(raw: Any, name: str) -> tuple[str, ...]:
    if not isinstance(raw, list) or not all(is_id(item) for item in raw):
        raise Parked("invalid", "malformed", errors={name: ["a list of ids"]})
    return tuple(raw)


def _seen(raw: Any) -> dict[str, list[str]]:
    if not isinstance(raw, dict) or not all(is_id(doc) for doc in raw):
        raise Parked("invalid", "malformed", errors={"seen": ["an object of document ids"]})
    return {doc: sorted(set(_ids(ops, "seen"))) for doc, ops in raw.items()}
