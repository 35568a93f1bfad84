"""A waiter that was parked so that its cause could be taken is tried once more, in a transaction of its own.

Stopping before or in the middle leaves it parked as `not_stored`, in the attention of whoever may accept it.
"""

import logging

from server.database import writing
from server.sync.batch import Batch

logger = logging.getLogger(__name__)


def try_alone(op: str, now: str) -> None:
    """Apply it if it can be; where it is at fault itself it stays as it is."""
    try:
        with writing() as session:
            batch = Batch(session, now)
            record = batch.history.get(op)
            if record is not None and record.outcome == "parked":
                batch.again(record)
                batch.write()
    except Exception as fault:  # whatever it is, its cause was taken, and it is parked
        logger.error("waiting operation %s is not stored", op, exc_info=fault)
