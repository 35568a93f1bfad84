"""Work that follows from a transaction and is done after it.

`enqueue` asks for it in the transaction; `run_worker` does it in the background, `run_due_jobs` here and now.
"""

from server.jobs.queue import enqueue, troubled
from server.jobs.worker import run_due_jobs, run_worker

__all__ = ["enqueue", "run_due_jobs", "run_worker", "troubled"]
