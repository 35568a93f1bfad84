"""gunicorn with two processes on a place's database: it can be killed, whole or in part, and started again."""

import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from flask import Flask

from server.config import Config
from tests.faults.frame.ground import Ground, Place
from tests.faults.frame.line import Line, NotNow
from tests.faults.frame.nursery import Nursery
from tests.faults.frame.processes import children_of, is_running
from tests.support.real_server import wait_until

WORKERS, THREADS = 2, 4


@dataclass
class Served:
    nursery: Nursery
    app: Flask
    folder: Path
    variant: str = ""
    clock_seconds: int = 0
    port: int = field(default_factory=lambda: _free_port())
    pid: int = 0

    @property
    def armed(self) -> Path:
        return self.folder / "armed"

    def workers(self) -> list[int]:
        return children_of(self.pid)

    def start(self) -> None:
        config: Config = self.app.config["ROUNDSMAN"]
        environment = {
            "DATABASE_URL": config.database_url,
            "ROUNDSMAN_DATA_DIR": str(config.data_dir),
            "ROUNDSMAN_ARGON2_TIME_COST": "1",
            "ROUNDSMAN_ARGON2_MEMORY_KIB": "8",
            "FAULTS_ARMED": str(self.armed),
            "FAULTS_VARIANT": self.variant,
            "FAULTS_CLOCK_SECONDS": str(self.clock_seconds),
        }
        words = ["-c", "python:server.serving.gunicorn_settings", "--preload", "--bind", f"127.0.0.1:{self.port}"]
        words += ["--workers", str(WORKERS), "--threads", str(THREADS), "tests.faults.frame.served_app:app"]
        self.pid = self.nursery.start(words, environment, self.folder / "server.log")
        wait_until(self.answers)

    def answers(self) -> bool:
        try:
            return Line(self.port).open("/api/health", "GET", None, {}).status_code == 200
        except NotNow:
            return False

    def kill(self) -> None:
        """All of it at once, as a power cut does."""
        os.killpg(self.pid, signal.SIGKILL)
        wait_until(lambda: not is_running(self.pid))

    def kill_worker(self, k: int) -> bool:
        """One process; gunicorn starts another. Says whether there was one."""
        workers = self.workers()
        if not workers:
            return False
        try:
            os.kill(workers[k % len(workers)], signal.SIGKILL)
        except ProcessLookupError:
            return False
        return True


@contextmanager
def served(ground: Ground, place: Place, variant: str = "") -> Iterator[Served]:
    server = Served(ground.nursery, place.app, place.folder, variant)
    server.start()
    try:
        yield server
    finally:
        server.kill()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
