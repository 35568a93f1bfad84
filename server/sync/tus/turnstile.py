"""At most half of the threads hold uploads: operations and pulls always find one (protocol section 7)."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from flask import Flask, current_app

from server.errors import Unavailable

LATER_SECONDS = 2
PLACES_UNTOLD = 4
_KEY = "upload_turnstile"


def set_up(app: Flask, threads: int) -> None:
    """Told by whoever starts the threads."""
    app.extensions[_KEY] = threading.BoundedSemaphore(max(1, threads // 2))


@contextmanager
def one_of_few() -> Iterator[None]:
    """Hold a place while bytes come; where none is free the phone comes back soon."""
    places = cast(
        threading.BoundedSemaphore, current_app.extensions.setdefault(_KEY, threading.BoundedSemaphore(PLACES_UNTOLD))
    )
    if not places.acquire(blocking=False):
        raise Unavailable(retry_after_seconds=LATER_SECONDS)
    try:
        yield
    finally:
        places.release()
