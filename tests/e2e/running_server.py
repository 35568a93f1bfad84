"""The real server as an operator starts it: `roundsman serve` with gunicorn, its worker and the demo project."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from flask import Flask

from server import create_app
from server.config import Config

START_SECONDS = 150
LOOK_AGAIN_SECONDS = 0.1


@dataclass(frozen=True)
class RunningServer:
    """Where it answers, and an app on the same data for looking into the books."""

    address: str
    data: Path
    app: Flask

    @property
    def port(self) -> int:
        return int(self.address.rpartition(":")[2])

    @property
    def setup_link(self) -> str:
        """What an empty server prints for who starts it: the path of the link."""
        (found,) = re.findall(r"/welcome/[\w-]+", (self.data / "serve.log").read_text("utf-8"))
        return str(found)

    def backs_up(self, folder: Path) -> None:
        """While it serves."""
        subprocess.run([*_command(self.data), "backup", str(folder)], check=True, capture_output=True)


def restore(data: Path, backups: Path) -> None:
    """Into an empty folder, as the operator does it; then serve that."""
    data.mkdir(parents=True)
    subprocess.run([*_command(data), "restore", str(backups), "--yes"], check=True, capture_output=True)


def _command(data: Path) -> list[str]:
    return [str(Path(sys.executable).with_name("roundsman")), "--data", str(data)]


@contextmanager
def running_server(data: Path, port: int | None = None, *, demo: bool = True) -> Iterator[RunningServer]:
    """Load the demo where the folder is empty, serve it (on a free port), stop it cleanly at the end."""
    port = port or _free_port()
    environment = {**os.environ, "ROUNDSMAN_TAG_ORIGIN": f"http://127.0.0.1:{port}"}
    data.mkdir(parents=True, exist_ok=True)
    served = [*_command(data), "serve", *(["--demo"] if demo else []), "--host", "127.0.0.1", "--port", str(port)]
    with (data / "serve.log").open("wb") as log:
        process = subprocess.Popen(served, env=environment, stdout=log, stderr=log, start_new_session=True)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_until_it_answers(address, process, data / "serve.log")
            yield RunningServer(address, data, create_app(Config.from_env({}, data_dir=data)))
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_it_answers(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    tick = Event()
    for _ in range(int(START_SECONDS / LOOK_AGAIN_SECONDS)):
        if process.poll() is not None:
            raise RuntimeError(f"the server stopped: {log.read_text(errors='replace')[-2000:]}")
        try:
            urllib.request.urlopen(f"{address}/api/health", timeout=1).close()
            return
        except (urllib.error.URLError, OSError):
            tick.wait(LOOK_AGAIN_SECONDS)
    raise RuntimeError(f"no answer within {START_SECONDS} s: {log.read_text(errors='replace')[-2000:]}")
