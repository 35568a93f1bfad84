"""Decisions about other operations: what was parked is accepted or set aside, what waits is let go on."""

from marshmallow import Schema

from server.operations.fields import an_id, one_of, text
from server.sync.actor import SERVER_KINDS
from server.sync.parked import Parked
from server.sync.record import Record
from server.sync.registry import SUPERVISORS, decision
from server.sync.rights import grants_of
from server.sync.status import tell_author
from server.sync.work import Acceptance, Work


class SettleParked(Schema):
    op = an_id()
    choice = one_of("accept", "set_aside", required=True)
    note = text()


class ReleaseWaiting(Schema):
    op = an_id()


def _subject(work: Work) -> Record:
    record = work.history.get(work.args["op"])
    if record is None:
        raise Parked("forbidden", "unknown_document", doc=work.args["op"])
    return record


def _project_of_subject(work: Work) -> str | None:
    """Where it was aimed at. What could not even be placed is for those who may decide where its author works.

    The server's own is for everybody who may decide at all.
    """
    record = _subject(work)
    if record.project_id is not None or work.actor.is_server:
        return record.project_id
    shared = set(work.actor.grants)
    if record.author is not None:
        shared &= grants_of(work.books.session, record.author).keys()
    if not shared:
        raise Parked("forbidden", "unknown_document", doc=record.op)
    return min(shared, key=lambda project: ("supervisor" not in work.actor.roles_in(project), project))


@decision("settle_parked", roles=SUPERVISORS, args=SettleParked(), project_of=_project_of_subject)
def settle_parked(work: Work) -> None:
    """Accept on one's own responsibility, or set aside with a note; the body is kept either way.

    What cannot be applied although it was accepted stays open with its new reason; the answer names it as `subject`.
    """
    record = _subject(work)
    if record.outcome != "parked" or record.settled_by is not None:
        raise Parked("stale", "already_settled")
    accepted = work.args["choice"] == "accept"
    if accepted and record.kind == "decision":
        raise Parked("invalid", "decide_again")  # it stood on a screen that nobody sees any more
    record.changed = True
    if accepted:
        # The server's own needs nobody's rights: it is only tried again.
        acceptance = Acceptance(work.op, work.actor) if record.actor_kind not in SERVER_KINDS else None
        work.second_thoughts.append((record.op, False, acceptance))
    else:
        record.settled_by = work.op
        tell_author(work.books, record, work.now, outcome="settled")


@decision("release_waiting", roles=SUPERVISORS, args=ReleaseWaiting(), project_of=_project_of_subject)
def release_waiting(work: Work) -> None:
    """Its cause will not come: an edit merges with the cause as unseen, an event is applied and flagged."""
    record = _subject(work)
    if record.outcome != "waiting":
        raise Parked("stale", "already_settled")
    work.second_thoughts.append((record.op, True, None))
