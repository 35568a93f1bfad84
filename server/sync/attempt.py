"""Step 4 of the batch: one operation, in memory. It is applied, kept as a conflict, parked, or made to wait."""

from server.sync.merging import merge_edits
from server.sync.offered_again import as_it_was_told, causes_of, judge_right, moved_later, unnamed_causes
from server.sync.parked import Parked
from server.sync.placing import project_of
from server.sync.promises import promise_of_rows
from server.sync.registry import OperationEntry
from server.sync.rights import authorise
from server.sync.work import Acceptance, Work


def attempt(work: Work, *, released: bool = False, accepted: Acceptance | None = None) -> list[str]:
    """Try to apply; fixes the record's outcome and gives the causes that it waits for.

    `released`: a person let it go on without its causes. `accepted`: a supervisor took a parked operation
    upon themselves, so it is their rights that are asked, not its author's, also if it has to wait first.
    """
    record = work.record
    record.docs, record.conflicts, record.made = {}, [], {}
    work.books.begin()
    try:
        missing = _prepare(work, released, accepted)
        if missing:
            record.settle("waiting", waits_for=missing, accepted=accepted.op if accepted else None)
            return missing
        _perform(work)
    except Parked as why:
        work.books.undo()
        record.docs, record.conflicts, record.made = {}, [], {}
        record.settle("parked", why.code, reason=why.reason, details=why.details)
        return []
    record.project_id = work.project_id
    record.settled_by = accepted.op if accepted else None
    if work.came and work.checked.entry is not None and work.checked.entry.kind == "decision":
        work.made(promise_of_rows(work.op), ids=list(work.came))
    record.settle("conflict" if record.conflicts else "applied", conflicts=list(record.conflicts), causes=work.stood_on)
    return []


def _prepare(work: Work, released: bool, accepted: Acceptance | None) -> list[str]:
    checked, record = work.checked, work.record
    if checked.problem is not None:
        record.project_id = record.project_id or checked.aimed_at
        raise checked.problem
    assert checked.entry is not None
    missing = sorted(cause for cause in causes_of(work) if not _is_here(work, cause))
    if missing and checked.entry.kind == "decision" and not record.was_applied:
        raise Parked("stale", "unknown_cause")  # a decision never waits: nobody would be looking
    if missing and not released:
        _judge_if_possible(work, accepted)
        return missing
    work.project_id = project_of(work)
    record.project_id = work.project_id
    _judge(work, accepted)
    if accepted is None:
        as_it_was_told(record)
    return []


def _judge(work: Work, accepted: Acceptance | None) -> None:
    assert work.checked.entry is not None
    if accepted is None:
        judge_right(work)
    else:
        authorise(accepted.by, work.checked.entry, work.project_id)


def _judge_if_possible(work: Work, accepted: Acceptance | None) -> None:
    """Rights are those of the moment of receipt, also for what waits; unless it names a row that is not here."""
    try:
        work.project_id = project_of(work)
    except Parked:
        return
    work.record.project_id = work.project_id
    _judge(work, accepted)


def _is_here(work: Work, cause: str) -> bool:
    """An operation in the books, or a row that a rule made of one: that has an id of its own, and phones name it."""
    return work.history.is_here(cause) or work.books.get("ticket_event", cause) is not None or _is_row(work, cause)


def _is_row(work: Work, row_id: str) -> bool:
    """Asked only of what is offered again: it may have come before the row that it is about."""
    return work.record.was_applied and work.books.knows(row_id)


def _perform(work: Work) -> None:
    entry = work.checked.entry
    assert entry is not None
    if entry.kind == "edit":
        merge_edits(work, entry)
    elif entry.kind == "decision":
        _stale_if_moved(work, entry)
        work.stood_on = unnamed_causes(work)  # before its effect: what it settles is open no more
    if entry.effect is not None:
        entry.effect(work)


def _stale_if_moved(work: Work, entry: OperationEntry) -> None:
    """A decision stands on exactly what was on the screen (invariant I14). The server's own see everything."""
    if work.actor.is_server or entry.seen_set is None:
        return
    seen = dict(work.checked.seen)
    for row in entry.seen_set(work):
        if seen.pop(row.id, None) != row.all_writers() and not moved_later(work, row):
            raise Parked("stale", "screen_is_old", doc=row.id, type=row.type.name)
    if seen:
        raise Parked("stale", "screen_is_old", doc=next(iter(seen)))
