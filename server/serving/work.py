"""The worker as a process: `python -m server.serving.work`."""

from server import create_app
from server.jobs import run_worker
from server.serving.children import die_with_parent
from server.serving.logs import log_to_stderr

if __name__ == "__main__":
    die_with_parent()
    log_to_stderr()
    run_worker(create_app())
