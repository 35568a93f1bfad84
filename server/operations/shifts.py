"""Operations on the duty roster (S5): planned, swapped, cancelled. A shift is never deleted."""

from marshmallow import Schema

from server.operations.fields import InstantField, Nothing, ProjectKey, an_id, one_of, text
from server.operations.projects import partial
from server.rules.ids import member_id
from server.rules.roster import DUTIES, ends_before_it_starts
from server.sync.document import Document
from server.sync.parked import Parked
from server.sync.registry import DESK, EditTarget, edit, event
from server.sync.rights import STAFF_ROLES
from server.sync.work import Work


class ShiftFields(Schema):
    person_id = an_id()
    starts_at = InstantField(required=True)
    ends_at = InstantField(required=True)
    duty = one_of(*DUTIES, required=True)
    note = text(most=500)


def _check_planned(work: Work) -> None:
    for one in work.checked.edits:
        check_shift(work, work.books.need("shift", one.doc))


def check_shift(work: Work, shift: Document) -> None:
    """It ends after it starts, and whoever is on duty is of the project's staff."""
    if ends_before_it_starts(shift.fields):
        raise Parked("invalid", "shift_ends_first", doc=shift.id)
    assert work.project_id is not None
    member = work.require("member", member_id(work.project_id, shift["person_id"]))
    if member is None or not STAFF_ROLES & set(member["roles"]):
        raise Parked("invalid", "not_staff", doc=shift.id)


# Two people change places by one operation with two edits: both are written or neither is.
edit(
    "plan_shift",
    roles=DESK,
    targets={"shift": EditTarget(partial(ShiftFields), ProjectKey())},
    effect=_check_planned,
)


@event("cancel_shift", roles=DESK, doc_type="shift", args=Nothing())
def cancel_shift(work: Work) -> None:
    """Nobody is on duty by it any more; it stays in the books. Cancelling twice changes nothing."""
    shift = work.doc()
    if shift["cancelled_at"] is None:
        work.books.write(shift, "cancelled_at", work.now, [work.op])
    work.record.docs[shift.id] = shift
