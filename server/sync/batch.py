"""The batch inside its transaction: attempt each operation in order, wake who waited, write everything at once.

checked operations ──► known id? stored outcome ──► attempt ──► wake waiting ──► rows, feed, books
"""

import json
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.models import OperationWait, Refused
from server.prepared import Prepared, among
from server.rules.ids import natural_id
from server.sync.actor import Actor
from server.sync.attempt import attempt
from server.sync.books import Books
from server.sync.checked import Checked, check_operation
from server.sync.feed import write_books
from server.sync.history import History
from server.sync.ledger import write_operations
from server.sync.promises import keep_promises, promise_of_rows
from server.sync.record import Record, new_record
from server.sync.registry import AFTERWARDS
from server.sync.rights import person_actor
from server.sync.status import tell_author
from server.sync.tickets_in_play import TicketsInPlay
from server.sync.wire import is_fresh
from server.sync.work import Acceptance, Work

OPEN_OUTCOMES = frozenset({"parked", "waiting"})
_VERDICT = frozenset({"value", "severity"})  # fields of an answer that a ticket may follow from
_ONLY_ADDS = frozenset({"scan_asset"})  # about a round, and nothing follows for tickets
_WAITS = OperationWait.metadata.tables[OperationWait.__tablename__]
_WAITING = Prepared(select(_WAITS.c.op_id, _WAITS.c.cause).where(among(_WAITS.c.cause, "causes")))


@dataclass(frozen=True)
class Answered:
    """An outcome to give back; `reused` says that the id holds another body."""

    record: Record
    duplicate: bool = False
    reused: bool = False


@dataclass
class Batch:
    """Operations of one actor, in one transaction.

    `puts_off_waiters`: who waited for one of them is parked instead of tried, and named in `put_off`.
    """

    session: Session
    now: str
    puts_off_waiters: bool = False
    put_off: list[str] = field(default_factory=list, init=False)
    books: Books = field(init=False)
    history: History = field(init=False)
    _waits: dict[str, set[str]] = field(default_factory=dict)
    _awake: deque[tuple[Record, bool]] = field(default_factory=deque)

    def __post_init__(self) -> None:
        self.books = Books(self.session)
        self.history = History(self.session)

    def prepare(self, operations: Sequence[Checked]) -> None:
        """Load what the operations name in a few statements: other operations, rows, open conflicts, who waits."""
        ids = {checked.op for checked in operations}
        self.history.load(ids | {cause for checked in operations for cause in checked.causes})
        wanted: dict[str, set[str]] = {}
        edited: dict[str, str] = {}
        for checked in operations:
            for edit in checked.edits:
                wanted.setdefault(edit.type, set()).add(edit.doc)
                edited[edit.doc] = edit.type
                for name, key in (("round", "round_id"), ("asset", "asset_id")):
                    if edit.key and edit.key.get(key):
                        wanted.setdefault(name, set()).add(edit.key[key])
            if checked.doc and checked.entry and checked.entry.doc_type:
                wanted.setdefault(checked.entry.doc_type, set()).add(checked.doc)
        self.books.load(wanted, edited)
        self._lock_tickets(operations)
        standing = {doc for doc, name in edited.items() if self.books.get(name, doc) is not None}
        self.books.find_among("conflict", "doc_id", standing, state="open")
        self.books.expect_none("conflict", "doc_id", edited.keys() - standing, state="open")
        for row in _WAITING.rows(self.session, causes=list(ids)):
            self._waits.setdefault(row.cause, set()).add(row.op_id)

    def _lock_tickets(self, operations: Sequence[Checked]) -> None:
        """Of what is judged, of every round that has findings already, and of what is handed over."""
        answers = [edit for checked in operations for edit in checked.edits if edit.type == "answer" and edit.key]
        about_rounds = (c for c in operations if c.entry and c.entry.doc_type == "round" and c.name not in _ONLY_ADDS)
        told = {checked.doc for checked in about_rounds if checked.doc}
        named = {edit.key["round_id"] for edit in answers if edit.key} | told
        rounds = {round_.id: round_.project_id for round_ in (self.books.get("round", one) for one in named) if round_}
        in_play = TicketsInPlay({project for project in rounds.values() if project})
        with_findings = in_play.add_rounds(self.session, rounds)
        in_play.add_drafts(self.session, {c.doc for c in operations if c.name == "submit_round" and c.doc in rounds})
        for edit in answers:
            if edit.key and (edit.key["round_id"] in with_findings or not _VERDICT.isdisjoint(edit.set)):
                in_play.judge(edit.key.get("asset_id"), edit.key["check_key"])
        self.books.lock_tickets(in_play)
        self.books.expect_none("finding", "round_id", rounds.keys() - with_findings)

    def receive(self, checked: Checked, actor: Actor) -> Answered:
        """Answer one operation: replay a known one, judge a new one, then whoever waited for it."""
        known = self.history.get(checked.op)
        if known is not None:
            if known.body_hash != checked.body_hash:
                return self._refuse(checked, actor)
            return Answered(known, duplicate=True)
        if actor.is_remote and checked.receipt is None and not is_fresh(checked.op):
            return self._refuse(checked, actor, "id_not_fresh")
        record = new_record(checked, actor, self.now)
        self.history.add(record)
        if checked.receipt is not None:
            keep_promises(self.session, checked.receipt)
        work = self._work(checked, record, actor)
        self._attempt(work)
        if record.outcome in OPEN_OUTCOMES:
            tell_author(self.books, record, self.now)
        self._wake(record, work.came)
        self._try_the_awake()
        return Answered(record)

    def again(self, record: Record) -> None:
        """Try a stored operation once more, then whoever waited for it."""
        self._again(record)
        self._try_the_awake()

    def _again(self, record: Record, *, released: bool = False, accepted: Acceptance | None = None) -> None:
        """Its cause came, or a person decided. Whom it wakes is tried later."""
        checked = check_operation(json.loads(record.body_text), record.schema, record.received_at)
        work = self._work(checked, record, self._author(record))
        self._attempt(work, released=released, accepted=accepted or self._acceptance_of(record))
        tell_author(self.books, record, self.now)
        self._wake(record, work.came)

    def _work(self, checked: Checked, record: Record, actor: Actor) -> Work:
        """Offered again, it is applied as of its first receipt, from the device that it came from then."""
        if record.told is None:
            return Work(self.books, self.history, actor, checked, record, self.now)
        first = replace(actor, device_id=record.first_device_id)
        return Work(self.books, self.history, first, checked, record, record.received_at)

    def write(self) -> None:
        """Rows and feed first: the stored outcomes name their revisions."""
        for follow in AFTERWARDS:
            follow(self.books)
        write_books(self.books)
        self.books.finish()
        write_operations(self.books, self.history)

    def _acceptance_of(self, record: Record) -> Acceptance | None:
        """It was accepted before, and had to wait first."""
        decision = self.history.get(record.result["accepted"]) if "accepted" in record.result else None
        return Acceptance(decision.op, self._author(decision)) if decision else None

    def _attempt(self, work: Work, *, released: bool = False, accepted: Acceptance | None = None) -> None:
        for cause in attempt(work, released=released, accepted=accepted):
            self._waits.setdefault(cause, set()).add(work.record.op)
        self._run_second_thoughts(work)
        if work.record.was_applied and work.record.outcome == "parked":
            self._release_from(work)

    def _release_from(self, work: Work) -> None:
        """It was applied before a restore and cannot be now: what its rules had made then will not come."""
        rows = (work.promised(promise_of_rows(work.op)) or {}).get("ids", [])
        for op in sorted(self._sleepers_of(rows)):
            sleeper = self.history.get(op)
            if sleeper is not None:
                self._awake.append((sleeper, True))

    def _run_second_thoughts(self, work: Work) -> None:
        """A decision about other operations (settle_parked, release_waiting) has them tried here, after itself."""
        for op, released, accepted in work.second_thoughts:
            record = self.history.get(op)
            if record is not None:
                self._again(record, released=released, accepted=accepted)
                if record.outcome in OPEN_OUTCOMES:
                    work.record.result["subject"] = {"op": op, "outcome": record.outcome, **_why(record)}
        work.second_thoughts.clear()

    def _wake(self, record: Record, came: Sequence[str] = ()) -> None:
        """A cause came, or the rows that it made: those that waited for them are tried next, oldest first."""
        if record.outcome == "waiting":
            return
        sleepers = self._waits.pop(record.op, set()) | self._stored_sleepers([record.op])
        rows = [*came, *record.docs] if self.books.was_restored else came
        for row_id in rows:
            sleepers |= self._waits.pop(row_id, set())
        sleepers |= self._sleepers_of(rows)
        self.history.load(sleepers)
        waiting = [r for r in (self.history.get(op) for op in sleepers) if r and r.outcome == "waiting"]
        latest_first = sorted(waiting, key=lambda r: (r.received_at, r.op), reverse=True)
        self._awake.extendleft((sleeper, False) for sleeper in latest_first)

    def _try_the_awake(self) -> None:
        """One after the other, however long the chain: what one wakes comes before what was woken with it."""
        while self._awake:
            sleeper, released = self._awake.popleft()
            if sleeper.outcome != "waiting":
                continue  # one that was tried before it has woken it
            if self.puts_off_waiters and not released:
                self._put_off(sleeper)
            else:
                self._again(sleeper, released=released)

    def _put_off(self, sleeper: Record) -> None:
        sleeper.settle("parked", "invalid", reason="not_stored", accepted=sleeper.result.get("accepted"))
        tell_author(self.books, sleeper, self.now)
        self.put_off.append(sleeper.op)
        self._wake(sleeper)

    def _stored_sleepers(self, causes: Iterable[str]) -> set[str]:
        """Who waits in the table; for operations of this batch `prepare` has asked already."""
        unasked = [cause for cause in causes if self.history.was_stored(cause)]
        return self._sleepers_of(unasked)

    def _sleepers_of(self, causes: Sequence[str]) -> set[str]:
        if not causes:
            return set()
        return {row.op_id for row in _WAITING.rows(self.session, causes=list(causes))}

    def _author(self, record: Record) -> Actor:
        if record.actor_kind == "person":
            return person_actor(self.session, record.actor_id, record.device_id)
        return Actor(record.actor_kind, record.actor_id, on_behalf_of=record.on_behalf_of)

    def _refuse(self, checked: Checked, actor: Actor, reason: str = "op_id_reused") -> Answered:
        """Keep the body that came under an id that is taken, or kept for the server; the phone gives it a new one."""
        refused_id = natural_id("refused", checked.op, checked.body_hash)
        if self.session.get(Refused, refused_id) is None:
            self.session.add(
                Refused(
                    id=refused_id,
                    op_id=checked.op,
                    device_id=actor.device_id,
                    person_id=actor.person_id,
                    body=checked.body_text,
                    body_hash=checked.body_hash,
                    received_at=self.now,
                )
            )
            self.session.flush()
        record = new_record(checked, actor, self.now)
        record.settle("parked", "op_id_reused", reason=reason)
        return Answered(record, reused=True)


def _why(record: Record) -> dict[str, Any]:
    """What an answer says of another operation that is still open."""
    return {
        "code": record.code,
        **{name: record.result[name] for name in ("reason", "details") if name in record.result},
    }
