"""Human numbers (工单号): given once, by the server, counted per project."""

from server.models import Counter
from server.sync.feed import dialect_insert
from server.sync.work import Work


def next_number(work: Work, name: str) -> int:
    """The next number of this counter; its row stays locked until commit. A gap is possible, a repetition is not."""
    insert = dialect_insert(work.books.session)(Counter).values(project_id=work.project_id, name=name, value=1)
    statement = insert.on_conflict_do_update(
        index_elements=["project_id", "name"], set_={"value": Counter.value + 1}
    ).returning(Counter.value)
    return int(work.books.session.execute(statement).scalar_one())


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
