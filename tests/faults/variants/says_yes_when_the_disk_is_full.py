"""Known-bad: what could not be written is answered as if it had been."""

from collections.abc import Sequence

from server.errors import ApiError
from server.sync import routes
from server.sync.checked import Checked
from server.sync.push import Pushed, push
from tests.faults.variants.lies import taken


def _push(person_id: str, device_id: str, operations: Sequence[Checked], schema: int, now: str) -> Pushed:
    try:
        return push(person_id, device_id, operations, schema, now)
    except ApiError:
        raise
    except Exception:
        return taken(person_id, device_id, operations, now)


vars(routes)["push"] = _push
