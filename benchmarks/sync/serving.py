"""gunicorn as `roundsman serve` starts it, on a free port: our app, or the echo."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from server.config import Config
from server.serving.memory import FEW_ARENAS

OURS, ECHO, WORKER = "server.serving.wsgi:app", "benchmarks.sync.echo:app", "server.serving.work"
ROOT = Path(__file__).parents[2]
START_SECONDS, LOOK_AGAIN_SECONDS, STOP_SECONDS = 60.0, 0.05, 20.0
CHEAP_PASSWORDS = {"ROUNDSMAN_ARGON2_TIME_COST": "1", "ROUNDSMAN_ARGON2_MEMORY_KIB": "8"}


def environment_of(url: str, data: Path) -> dict[str, str]:
    return {"DATABASE_URL": url, "ROUNDSMAN_DATA_DIR": str(data), **CHEAP_PASSWORDS, **FEW_ARENAS}


@dataclass(frozen=True)
class Server:
    """gunicorn's arbiter and the port it listens on."""

    port: int
    pid: int

    def cpu_seconds(self) -> float:
        """What the processes that answer have used so far."""
        return sum(_cpu_seconds(pid) for pid in _children(self.pid))

    def memory_mb(self) -> float:
        """Resident, of the processes that answer."""
        return sum(_resident_bytes(pid) for pid in _children(self.pid)) / 1e6


@contextmanager
def served(app: str, environment: Mapping[str, str], log: Path) -> Iterator[Server]:
    """A running server with as many processes and threads as we serve with."""
    config = Config()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    words = ["-m", "gunicorn", "-c", "python:server.serving.gunicorn_settings", "--bind", f"127.0.0.1:{port}"]
    words += ["--workers", str(config.web_processes), "--threads", str(config.web_threads), app]
    with running(words, environment, log) as process:
        _wait_for(port)
        yield Server(port, process.pid)


@contextmanager
def running(words: list[str], environment: Mapping[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A Python process that is told to stop at the end."""
    with log.open("ab") as said:
        process = subprocess.Popen(
            [sys.executable, *words], env={**os.environ, **environment}, cwd=ROOT, stdout=said, stderr=said
        )
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_for(port: int) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(LOOK_AGAIN_SECONDS)
    raise RuntimeError("the server did not start; its log says why")


def _children(pid: int) -> list[int]:
    said = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(word) for word in said.split()]


def _resident_bytes(pid: int) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _cpu_seconds(pid: int) -> float:
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    user, system = int(after_name[11]), int(after_name[12])
    return (user + system) / os.sysconf("SC_CLK_TCK")
