"""Step 4 of the batch: one operation, in memory. It is applied, kept as a conflict, parked, or made to wait."""

from server.sync.actor import Actor
from server.sync.merging import merge_edits
from server.sync.parked import Parked
from server.sync.placing import project_of
from server.sync.record import Record
from server.sync.registry import OperationEntry
from server.sync.rights import authorise
from server.sync.work import Work


def attempt(work: Work, *, released: bool = False, accepted_by: Actor | None = None) -> list[str]:
    """Try to apply; fixes the record's outcome and gives the causes that it waits for.

    `released`: a person let it go on without its causes. `accepted_by`: a supervisor took a parked operation
    upon themselves, so it is their rights that are asked, not its author's.
    """
    record = work.record
    record.docs, record.conflicts = {}, []
    work.books.begin()
    try:
        missing = _prepare(work, released, accepted_by or work.actor)
        if missing:
            record.settle("waiting", waits_for=missing)
            return missing
        _perform(work)
    except Parked as why:
        work.books.undo()
        record.docs, record.conflicts = {}, []
        record.settle("parked", why.code, reason=why.reason, details=why.details)
        return []
    record.project_id = work.project_id
    record.settle("conflict" if record.conflicts else "applied", conflicts=list(record.conflicts))
    return []


def _prepare(work: Work, released: bool, responsible: Actor) -> list[str]:
    checked = work.checked
    if checked.problem is not None:
        raise checked.problem
    assert checked.entry is not None
    missing = sorted(cause for cause in checked.causes() if not _is_here(work, cause))
    if missing and checked.entry.kind == "decision":
        raise Parked("stale", "unknown_cause")  # a decision never waits: nobody would be looking
    if missing and not released:
        return missing
    work.project_id = project_of(work)
    work.record.project_id = work.project_id
    authorise(responsible, checked.entry, work.project_id)
    return []


def _is_here(work: Work, cause: str) -> bool:
    """An operation in the books, or an event that a rule made of one: that has an id of its own, and phones name it."""
    return work.history.is_here(cause) or work.books.get("ticket_event", cause) is not None


def _perform(work: Work) -> None:
    entry = work.checked.entry
    assert entry is not None
    if entry.kind == "edit":
        merge_edits(work, entry)
    elif entry.kind == "decision":
        _stale_if_moved(work, entry)
    if entry.effect is not None:
        entry.effect(work)


def _stale_if_moved(work: Work, entry: OperationEntry) -> None:
    """A decision stands on exactly what was on the screen (invariant I14). The server's own see everything."""
    if work.actor.is_server or entry.seen_set is None:
        return
    seen = dict(work.checked.seen)
    for row in entry.seen_set(work):
        if seen.pop(row.id, None) != row.all_writers():
            raise Parked("stale", "screen_is_old", doc=row.id, type=row.type.name)
    if seen:
        raise Parked("stale", "screen_is_old", doc=next(iter(seen)))


def is_final(record: Record) -> bool:
    return record.outcome != "waiting"
