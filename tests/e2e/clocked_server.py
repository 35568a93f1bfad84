"""The served demo whose time the story moves: in this process, by a clock of ours; its jobs run when the story says so.

Nothing of it is in what operators start: the app takes its clock when it is made (server/clock.py).
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from werkzeug.serving import WSGIRequestHandler, make_server

from server import create_app, demo
from server.commands.database import upgrade_database
from server.config import Config
from server.demo.project import TIME_ZONE
from server.jobs import run_due_jobs
from tests.e2e.running_server import RunningServer
from tests.support.clock import FakeClock
from tests.support.mail_server import closed_port


class _Silent(WSGIRequestHandler):
    def log(self, *_: object) -> None:
        pass


@dataclass(frozen=True)
class ClockedServer(RunningServer):
    """`clock` stands still until it is moved."""

    clock: FakeClock

    def works(self) -> int:
        """Do what is due now; gives how many jobs ran."""
        return run_due_jobs(self.app)

    def is_at(self, moment: datetime) -> None:
        """Move the clock to then, and let the jobs see it."""
        self.clock.advance(seconds=(moment - self.clock.now()).total_seconds())
        self.works()


def local(hour: int, minute: int = 0, day: int = 0) -> datetime:
    """This time of the project's day that is it now, or so many days later."""
    zone = ZoneInfo(TIME_ZONE)
    today = datetime.now(UTC).astimezone(zone).date() + timedelta(days=day)
    return datetime.combine(today, time(hour, minute), zone).astimezone(UTC)


@contextmanager
def clocked_server(data: Path, start: datetime, **settings: Any) -> Iterator[ClockedServer]:
    """Load the demo as of `start` and serve it on a free port."""
    port = closed_port()
    address = f"http://127.0.0.1:{port}"
    clock = FakeClock(start)
    app = create_app(Config(data_dir=data, tag_origin=address, **settings), clock)
    upgrade_database(app)
    demo.load(app)
    web = make_server("127.0.0.1", port, app, threaded=True, request_handler=_Silent)
    thread = threading.Thread(target=web.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield ClockedServer(address, data, app, clock)
    finally:
        web.shutdown()
        thread.join()
        web.server_close()
