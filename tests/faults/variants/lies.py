"""What a server that lies says of operations that it has not taken."""

from collections.abc import Sequence

from sqlalchemy import select

from server.database import reading
from server.models import Installation
from server.sync.actor import Actor
from server.sync.batch import Answered
from server.sync.checked import Checked
from server.sync.push import Pushed
from server.sync.record import new_record


def taken(person_id: str, device_id: str, operations: Sequence[Checked], now: str) -> Pushed:
    """All applied."""
    with reading() as session:
        incarnation = session.scalars(select(Installation.incarnation)).one()
    said = Pushed(incarnation, device_id, max(one.n or 0 for one in operations), 0)
    for checked in operations:
        record = new_record(checked, Actor("person", person_id, device_id), now)
        record.settle("applied")
        said.answers.append(Answered(record))
    return said
