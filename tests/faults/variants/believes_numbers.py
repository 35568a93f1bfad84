"""Known-bad: a number that the device has used already is taken for the operation that it was used for."""

from collections.abc import Sequence

from server.database import reading
from server.models import Device
from server.sync import routes
from server.sync.checked import Checked
from server.sync.push import Pushed, push
from tests.faults.variants.lies import taken


def _push(person_id: str, device_id: str, operations: Sequence[Checked], schema: int, now: str) -> Pushed:
    with reading() as session:
        device = session.get(Device, device_id)
        last_n = device.last_n if device else 0
    known = [one for one in operations if (one.n or 0) <= last_n]
    new = [one for one in operations if (one.n or 0) > last_n]
    if not known:
        return push(person_id, device_id, new, schema, now)
    said = taken(person_id, device_id, known, now)
    if new:
        pushed = push(person_id, device_id, new, schema, now)
        pushed.answers = said.answers + pushed.answers
        return pushed
    said.last_n = last_n
    return said


vars(routes)["push"] = _push
