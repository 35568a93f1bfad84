"""What every measurement works with: the firm on one database, a way to copy it, and where figures go."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from benchmarks.sync.databases import Database
from benchmarks.sync.firm import Firm, found
from benchmarks.sync.load import Load, run_load
from benchmarks.sync.phones import Phone, open_rounds, sign_in
from benchmarks.sync.serving import ECHO, OURS, Server, environment_of, served
from benchmarks.sync.table import Figure, Reference
from benchmarks.sync.work import Days
from server import create_app
from server.commands.database import upgrade_database
from server.config import TestConfig
from server.extensions import db

CORES = os.cpu_count() or 1


@dataclass
class Bench:
    """`size` scales how much work is done; 1.0 is the whole table."""

    database: Database
    folder: Path
    size: float
    firm: Firm
    phones: list[Phone]
    days: Days
    url: str
    figures: list[Figure] = field(default_factory=list)
    echoes: dict[tuple[int, int], Reference] = field(default_factory=dict)
    _folders: Iterator[int] = field(default_factory=count)

    def times(self, number: float, least: int = 1) -> int:
        return max(least, round(number * self.size))

    def add(
        self,
        work: str,
        value: float,
        unit: str,
        *,
        load: Load | None = None,
        raw: Reference | None = None,
        echo: Reference | None = None,
        **more: float | None,
    ) -> None:
        """A row of the table; `more` is named in `Figure`."""
        if load is not None:
            more |= {"p99_ms": load.percentile_ms(0.99), "load_share": load.cpu_seconds / load.seconds / CORES}
            if unit.endswith("/s"):
                more["cpu_ms"] = 1000 * load.server_cpu_seconds / (value * load.seconds)
        figure = Figure(self.database.kind, work, value, unit, raw, echo, **more)
        self.figures.append(figure)
        say(figure.line())

    @contextmanager
    def serving(self, url: str, data: Path | None = None) -> Iterator[Server]:
        with served(OURS, environment_of(url, data or self.new_folder()), self.folder / "server.log") as server:
            yield server

    def echo_rate(self, clients: int, body_bytes: int, number: int, request: Callable[[int], bytes]) -> Reference:
        """Requests a second of the echo, with as many clients and bodies as large; measured once each."""
        key = (clients, body_bytes)
        if key not in self.echoes:
            each = [[request(body_bytes)] * max(number // clients, 3) for _ in range(clients)]
            with served(ECHO, {}, self.folder / "echo.log") as server:
                run_load(server.port, [each[0][:3]] * clients)
                load = measured(server, each)
            self.echoes[key] = Reference(load.per_second(), 1000 * load.server_cpu_seconds / load.requests)
        return self.echoes[key]

    def new_folder(self) -> Path:
        folder = self.folder / f"data{next(self._folders)}"
        folder.mkdir()
        return folder


def ready(database: Database, folder: Path, size: float, rounds_of: Callable[[int], int]) -> Bench:
    """The firm, its phones and the rounds that each has opened, in a database that is copied for each measurement."""
    url = database.fresh()
    app = create_app(TestConfig(data_dir=folder / "making", database_url=url))
    upgrade_database(app)
    firm, days = found(app), Days()
    phones = [sign_in(app, firm, engineer) for engineer in range(len(firm.engineers))]
    phones = [open_rounds(app, firm, phone, days, rounds_of(k)) for k, phone in enumerate(phones)]
    with app.app_context():
        db.engine.dispose()
    return Bench(database, folder, size, firm, phones, days, url)


def measured(server: Server, clients: Sequence[Iterable[bytes]], begin_after: Sequence[float] | None = None) -> Load:
    """The load; a refused request ends the benchmark, for its figure would be of something else."""
    before = server.cpu_seconds()
    load = run_load(server.port, clients, begin_after)
    load.server_cpu_seconds = server.cpu_seconds() - before
    if load.failed:
        raise RuntimeError(f"{load.failed} of {load.requests} requests failed: {load.first_failure[:2000]!r}")
    return load


def say(text: str) -> None:
    """Progress, on the other channel than the table."""
    print(f"{time.strftime('%H:%M:%S')}  {text}", file=sys.stderr, flush=True)
