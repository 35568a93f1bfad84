"""Operations from inside the server (jobs, imports, the command line, the demo): the same code, no device numbers."""

from collections.abc import Iterable, Mapping
from typing import Any

from server.clock import now as clock_now
from server.database import writing
from server.models.types import instant_text
from server.sync.actor import Actor
from server.sync.batch import Answered, Batch
from server.sync.checked import check_operation
from server.sync.wire import MAX_OPERATIONS, SCHEMA_VERSION


def apply_operations(
    actor: Actor, operations: Iterable[Mapping[str, Any]], *, received_at: str | None = None
) -> list[Answered]:
    """Apply in chunks, one transaction each. A known id is replayed, so that doing it again changes nothing.

    `received_at` is the server's moment of receipt (wire instant); now, unless an import brings its own.
    """
    moment = received_at or instant_text(clock_now())
    answers: list[Answered] = []
    checked_all = [check_operation(raw, SCHEMA_VERSION, moment) for raw in operations]
    for start in range(0, len(checked_all), MAX_OPERATIONS):
        checked = checked_all[start : start + MAX_OPERATIONS]
        with writing() as session:
            batch = Batch(session, moment)
            batch.prepare(checked)
            answers += [batch.receive(one, actor) for one in checked]
            batch.write()
    return answers
