"""One transaction of many operations: all of them are applied, or none is in the books.

They are `describe_place` and `describe_asset` as a person's are, by an import on behalf of the person who decided.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from server.rules.ids import natural_id
from server.sync.actor import Actor
from server.sync.batch import Batch
from server.sync.checked import Checked, check_operation
from server.sync.upconversion import SCHEMA_VERSION

MOST_EDITS = 50
MOST_CHARACTERS = 30_000  # of one operation; its limit is in bytes
Edit = Mapping[str, Any]


class NotAsSeen(Exception):
    """Somebody changed what the preview stood on; `lines` of the file, where they can be told."""

    def __init__(self, lines: Iterable[int] = ()) -> None:
        super().__init__("changed meanwhile")
        self.lines = sorted(lines)


def in_chunks(edits: Iterable[Edit]) -> Iterator[list[Edit]]:
    """As many edits together as one operation may carry."""
    chunk: list[Edit] = []
    size = 0
    for edit in edits:
        length = len(json.dumps(edit, ensure_ascii=False))
        if chunk and (len(chunk) == MOST_EDITS or size + length > MOST_CHARACTERS):
            yield chunk
            chunk, size = [], 0
        chunk.append(edit)
        size += length
    if chunk:
        yield chunk


def operation_id(step: str, import_id: str, k: int) -> str:
    """The same operation when a job that was cut short begins anew."""
    return natural_id(step, import_id, str(k))


def edits_operation(op: str, name: str, edits: Sequence[Edit], at: str) -> Checked:
    return check_operation({"op": op, "name": name, "at": at, "edits": list(edits)}, SCHEMA_VERSION, at)


def decision_operation(op: str, name: str, args: Mapping[str, Any], at: str) -> Checked:
    return check_operation({"op": op, "name": name, "at": at, "args": dict(args)}, SCHEMA_VERSION, at)


def importer(import_id: str, person_id: str | None) -> Actor:
    return Actor("import", import_id, on_behalf_of=person_id)


def write_all(session: Session, actor: Actor, operations: Sequence[Checked], at: str) -> None:
    """Raises NotAsSeen, and the caller's transaction must end, when one of them is not simply applied."""
    batch = Batch(session, at)
    batch.prepare(operations)
    for checked in operations:
        answered = batch.receive(checked, actor)
        if answered.reused or answered.record.outcome != "applied":
            raise NotAsSeen
    batch.write()
