"""Another process of the same server, that dies at a failpoint."""

import os
from collections.abc import Callable

from flask import Flask

from server import create_app, failpoints
from server.extensions import db


def dies_at(point: str, app: Flask, act: Callable[[Flask], object]) -> None:
    """Let a twin of the app act, in a process of its own, and insist that it dies at this point."""
    pid = os.fork()
    if pid == 0:
        failpoints._KILL_AT = point
        with app.app_context():
            db.engine.dispose(close=False)  # the parent's connections are not ours to end
        act(create_app(app.config["ROUNDSMAN"], app.extensions["clock"]))
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == failpoints.KILLED
