"""All kinds of job, registered by being imported; one file each."""

from server.jobs import (
    apply_import,
    back_up,
    chain_operations,
    check_blob,
    keep_scopes,
    make_rounds,
    mark_missed,
    retire,
    send_notification,
    sweep_blobs,
    sweep_jobs,
    sweep_uploads,
    tick_clocks,
    watch_phones,
)
from server.jobs.registry import KINDS

__all__ = [
    "KINDS",
    "apply_import",
    "back_up",
    "chain_operations",
    "check_blob",
    "keep_scopes",
    "make_rounds",
    "mark_missed",
    "retire",
    "send_notification",
    "sweep_blobs",
    "sweep_jobs",
    "sweep_uploads",
    "tick_clocks",
    "watch_phones",
]
