"""Settings of gunicorn that are not on its command line (`-c python:server.serving.gunicorn_settings`)."""

import gc
from pathlib import Path

from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

from server.serving.children import die_with_parent

worker_class = "gthread"
control_socket_disable = True  # by default it opens one in the home folder
graceful_timeout = 20  # a chunk of a photo on a slow line gets this long to finish when the server stops
timeout = 60
keepalive = 20
loglevel = "warning"
# A heartbeat file on a slow disk makes gunicorn kill healthy workers.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None

ALLOCATIONS_BETWEEN = 10_000  # a batch makes some ten thousand objects, and hardly any in circles


def on_starting(_server: Arbiter) -> None:
    die_with_parent()


def post_worker_init(_worker: Worker) -> None:
    """What is loaded stays: looking through all of it for garbage time and again took a twentieth of the CPU."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(ALLOCATIONS_BETWEEN, 20, 20)
