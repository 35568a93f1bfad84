"""The demo's operations in wire shape, each with an id that comes from its moment and its name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.demo.ids import operation_id
from server.models.types import instant_text

Operation = dict[str, Any]
Fields = Mapping[str, Any]


@dataclass(frozen=True)
class Moment:
    """Makes the operations of one moment; the name of each must be its own."""

    at: datetime

    def edit(self, name: str, *about: str, edits: Sequence[Operation]) -> Operation:
        return self._operation(name, about) | {"edits": list(edits)}

    def describe(self, doc_type: str, doc: str, values: Fields, key: Fields) -> Operation:
        edit = {"doc": doc, "type": doc_type, "key": dict(key), "set": dict(values), "was": {}}
        return self.edit(f"describe_{doc_type}", doc, edits=[edit])

    def event(self, name: str, *about: str, doc: str, args: Fields, after: Sequence[str] = ()) -> Operation:
        return self._operation(name, (doc, *about)) | {"doc": doc, "args": dict(args), "after": list(after)}

    def decide(self, name: str, *about: str, doc: str | None, args: Fields, seen: Fields | None = None) -> Operation:
        named = {} if doc is None else {"doc": doc}
        return self._operation(name, (doc or "-", *about)) | named | {"args": dict(args), "seen": dict(seen or {})}

    def _operation(self, name: str, about: Sequence[str]) -> Operation:
        return {"op": operation_id(self.at, name, *about), "name": name, "at": instant_text(self.at)}
