"""The batch, step by step (docs/protocol.md, "Push"): one transaction; shapes and images are checked outside it.

    1 lock the device ─ 2 numbers: replay, gap, fork ─ 3 load and lock rows ─ 4 attempt each
    ─ 5 rows and sequences ─ 6 last_n and the books ─ 7 COMMIT, then answer

An integrity error, a deadlock or a fault of ours rolls everything back. What may be a lost race is judged once more as
a whole; else the batch is replayed operation by operation, so that only the faulty one parks and no phone is held up
by it for ever. A database that cannot work at all (down, full, locked for long) parks nothing: the phone is told to
come back.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from server.backup.durable import durable_n
from server.database import writing
from server.errors import ApiError
from server.failpoints import failpoint
from server.models import DeviceNumber
from server.models.person import KnownDevice
from server.prepared import Prepared
from server.sync.actor import Actor
from server.sync.batch import Answered, Batch
from server.sync.checked import Checked
from server.sync.devices import lock_device, new_device, note_numbers
from server.sync.replay import log_refusal, may_be_a_lost_race, take_alone
from server.sync.revoked import as_deposit, is_revoked
from server.sync.rights import person_actor

_NUMBERED = Prepared(insert(DeviceNumber.metadata.tables[DeviceNumber.__tablename__]))
StopReason = Literal["gap", "fork", "retry"]


@dataclass
class Pushed:
    """What a push answers. `device` is a new id after a fork; `put_off` were parked and are to be tried alone."""

    incarnation: str
    device: str
    last_n: int
    durable_n: int
    answers: list[Answered] = field(default_factory=list)
    stop: dict[str, Any] | None = None
    put_off: list[str] = field(default_factory=list)


def push(person_id: str, device_id: str, operations: Sequence[Checked], schema: int, now: str) -> Pushed:
    """Receive a batch; answers every operation up to where it stopped."""
    for is_last in (False, True):
        try:
            return _push_once(person_id, device_id, operations, schema, now)
        except ApiError:
            raise
        except Exception as refusal:
            if not operations:
                raise
            if is_last or not may_be_a_lost_race(refusal):
                log_refusal(refusal)
                break
    return _push_one_by_one(person_id, device_id, operations, schema, now)


def _push_one_by_one(person_id: str, device_id: str, operations: Sequence[Checked], schema: int, now: str) -> Pushed:
    """Replay a batch that the database refused as a whole; the faulty operation is parked, the rest is unharmed."""

    def once(checked: Checked, puts_off_waiters: bool) -> Pushed:
        return _push_once(person_id, device_id, [checked], schema, now, puts_off_waiters)

    total: Pushed | None = None
    for checked in operations:
        pushed = take_alone(once, checked, now)
        if total is None:
            total = pushed
        else:
            total.answers += pushed.answers
            total.last_n, total.durable_n = pushed.last_n, pushed.durable_n
            total.stop, total.device = pushed.stop, pushed.device
        if pushed.stop:
            break
    assert total is not None
    return total


def _push_once(
    person_id: str,
    device_id: str,
    operations: Sequence[Checked],
    schema: int,
    now: str,
    puts_off_waiters: bool = False,
) -> Pushed:
    with writing() as session:
        device = lock_device(session, device_id, person_id)
        failpoint("after device lock")
        if is_revoked(session, device):
            operations = [as_deposit(checked) for checked in operations]
        batch = Batch(session, now, puts_off_waiters)
        pushed = Pushed(batch.books.incarnation, device.id, device.last_n, device.durable_n)
        batch.prepare(operations)
        actor = person_actor(session, person_id, device.id)
        numbers = _receive_in_order(session, batch, actor, device, operations, pushed)
        batch.write()
        if numbers:
            _NUMBERED.run(session, numbers)
        note_numbers(session, device, pushed.last_n, schema, now)
        pushed.put_off = batch.put_off
        pushed.durable_n = durable_n(device, pushed.last_n)
        failpoint("before commit")
    failpoint("after commit")
    return pushed


def _receive_in_order(
    session: Session, batch: Batch, actor: Actor, device: KnownDevice, operations: Sequence[Checked], pushed: Pushed
) -> list[dict[str, Any]]:
    """Step 2 and 4: numbers without gaps; a known operation is replayed and, after a fork, consumes its number."""
    held = _numbers(session, device, operations)
    numbers: list[dict[str, Any]] = []
    for checked in operations:
        assert checked.n is not None
        expected = pushed.last_n + 1
        if checked.n > expected:
            pushed.stop = {"reason": "gap", "expected": expected}
            break
        if checked.n < expected and held.get(checked.n) != checked.op:
            # This number is another operation's: a clone or an old backup of the phone.
            child = new_device(session, device.person_id, batch.now, parent_id=device.id, label=device.label)
            pushed.stop = {"reason": "fork", "device": child.id}
            break
        answered = batch.receive(checked, actor)
        pushed.answers.append(answered)
        if checked.n == expected:
            pushed.last_n = expected
            held[expected] = checked.op
            numbers.append({"device_id": device.id, "n": expected, "op_id": checked.op})
    return numbers


def _numbers(session: Session, device: KnownDevice, operations: Sequence[Checked]) -> dict[int, str]:
    old = [checked.n for checked in operations if checked.n is not None and checked.n <= device.last_n]
    if not old:
        return {}
    rows = session.execute(
        select(DeviceNumber.n, DeviceNumber.op_id).where(DeviceNumber.device_id == device.id, DeviceNumber.n.in_(old))
    )
    return {row.n: row.op_id for row in rows}
