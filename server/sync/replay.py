"""One operation of a batch that was refused as a whole: tried alone, parked if the fault is its own.

A database that cannot work at all (down, full, locked for long) parks nothing.
"""

import logging
from collections.abc import Callable
from typing import Protocol, TypeVar

from sqlalchemy.exc import IntegrityError, OperationalError

from server.database import writing
from server.errors import ApiError
from server.sync.actor import Actor
from server.sync.books import Books, RowMoved
from server.sync.checked import Checked
from server.sync.history import History
from server.sync.parked import Parked
from server.sync.placing import project_of
from server.sync.put_off import try_alone
from server.sync.record import new_record
from server.sync.work import Work

logger = logging.getLogger(__name__)
ATTEMPTS = 5
DEADLOCK = "40P01"  # PostgreSQL's code for it


class _Taken(Protocol):
    put_off: list[str]


T = TypeVar("T", bound=_Taken)
Once = Callable[[Checked, bool], T]


def may_be_a_lost_race(refusal: Exception) -> bool:
    """Somebody else was quicker: judged anew, the batch finds what that one wrote. A database in trouble stays so."""
    deadlock = isinstance(refusal, OperationalError) and getattr(refusal.orig, "sqlstate", None) == DEADLOCK
    return deadlock or isinstance(refusal, IntegrityError | RowMoved)


def log_refusal(refusal: Exception) -> None:
    """A lost race is to be expected; a value that a column does not take is a fault of ours."""
    race = isinstance(refusal, IntegrityError | OperationalError | RowMoved)
    message = "a batch was not taken as a whole; its operations are replayed one by one: %s"
    logger.log(logging.INFO if race else logging.ERROR, message, type(refusal).__name__)


def take_alone(once: Once[T], checked: Checked, now: str) -> T:
    """`once` applies it in a transaction of its own and says who was put off; its flag asks for putting off waiters."""
    for left in reversed(range(ATTEMPTS)):
        try:
            return once(checked, False)
        except ApiError:
            raise
        except OperationalError:
            if not left:
                raise  # nothing is wrong with the operation
        except Exception as fault:
            if not left:
                logger.error("operation %s (%s) is not stored", checked.op, checked.name, exc_info=fault)
    return _take_despite_waiters(once, checked, now)


def _take_despite_waiters(once: Once[T], checked: Checked, now: str) -> T:
    """One that waits for it may be at fault: they are parked, so that it is taken, then each is tried alone."""
    try:
        taken = once(checked, True)
    except OperationalError:
        raise
    except Exception:  # it is at fault itself; said above
        taken = once(_refused(checked, _place(checked, now)), True)
    for op in taken.put_off:
        try_alone(op, now)
    return taken


def _place(checked: Checked, now: str) -> str | None:
    """The project that it was aimed at, so that those see it whom it concerns; None where not even that can be told."""
    actor = Actor("job", "placing")
    try:
        with writing() as session:
            record = new_record(checked, actor, now)
            return project_of(Work(Books(session), History(session), actor, checked, record, now))
    except Exception:  # said above; it is kept all the same
        return None


def _refused(checked: Checked, project_id: str | None) -> Checked:
    return Checked(
        checked.op,
        checked.name,
        checked.schema,
        checked.at,
        checked.body_text,
        checked.body_hash,
        checked.n,
        checked.entry,
        problem=Parked("invalid", "not_stored"),
        aimed_at=project_id,
    )
