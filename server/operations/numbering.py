"""Human numbers (工单号): given once, by the server, counted per project."""

from sqlalchemy import Executable, bindparam

from server.models import Counter
from server.prepared import INSERTS, Prepared
from server.sync.work import Work

_COUNTERS = Counter.metadata.tables[Counter.__tablename__]


def _counting(database: str) -> Executable:
    first = INSERTS[database](_COUNTERS).values(project_id=bindparam("project"), name=bindparam("counter"), value=1)
    counting: Executable = first.on_conflict_do_update(
        index_elements=["project_id", "name"], set_={"value": _COUNTERS.c.value + 1}
    ).returning(_COUNTERS.c.value)
    return counting


_NEXT = Prepared(_counting)


def next_number(work: Work, name: str) -> int:
    """The next number of this counter; its row stays locked until commit. A gap is possible, a repetition is not."""
    (counted,) = _NEXT.rows(work.books.session, project=work.project_id, counter=name)
    return int(counted.value)


def ticket_number(work: Work, promised: str | None = None) -> str:
    """The number given for it before a restore, unless another ticket has it by now; else the next one."""
    if promised and not work.books.find("ticket", project_id=work.project_id, number=promised):
        return promised
    return f"GD-{next_number(work, 'ticket'):04d}"


def round_number(work: Work, occurrence_date: str) -> str:
    promise = work.promised(promise_of_round(work.doc_id))
    if promise and not work.books.find("round", project_id=work.project_id, number=promise["number"]):
        return str(promise["number"])
    day = occurrence_date.replace("-", "")
    return f"XJ-{day}-{next_number(work, f'round-{day}'):02d}"


def promise_of_round(round_id: str) -> str:
    return f"round/{round_id}"


def promise_of_ticket(ticket_id: str) -> str:
    return f"ticket/{ticket_id}"
