"""gunicorn with several workers on the database of a test, and a client that speaks to it as a test client does."""

import http.client
import json as json_module
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any, cast

from flask import Flask
from flask.testing import FlaskClient

from server.config import Config

START_SECONDS, LOOK_AGAIN_SECONDS, ANSWER_SECONDS = 60.0, 0.02, 30.0
GONE = (ConnectionError, http.client.HTTPException, TimeoutError)


@dataclass
class Answer:
    status_code: int
    headers: dict[str, str]
    data: bytes

    @property
    def text(self) -> str:
        return self.data.decode(errors="replace")

    @property
    def json(self) -> Any:
        return json_module.loads(self.data)

    def get_json(self) -> Any:
        return self.json


class RealClient:
    """One phone's connection: its cookie, a new socket for each request."""

    def __init__(self, port: int) -> None:
        self._port, self.cookie = port, ""
        self.extra: dict[str, str] = {}

    def post(self, path: str, json: Any = None, **more: Any) -> Answer:
        data = json_module.dumps(json).encode()
        headers = {"Content-Type": "application/json", **more.pop("headers", {})}
        return self.open(path, "POST", data, headers)

    def open(self, path: str, method: str, data: bytes | None, headers: dict[str, str]) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=ANSWER_SECONDS)
        try:
            connection.request(method, path, data, {**headers, **self.extra, "Cookie": self.cookie})
            got = connection.getresponse()
            answer = Answer(got.status, dict(got.getheaders()), got.read())
        finally:
            connection.close()
        if "Set-Cookie" in answer.headers:
            self.cookie = answer.headers["Set-Cookie"].partition(";")[0]
        return answer


@dataclass
class RealServer:
    app: Flask
    port: int
    armed: Path

    def client(self) -> FlaskClient:
        return cast(FlaskClient, self.real_client())

    def real_client(self) -> RealClient:
        return RealClient(self.port)

    def dies_at(self, point: str) -> None:
        """At the next request that says that it may."""
        self.armed.write_text(point)

    def lives(self) -> None:
        """Until it answers again."""
        self.armed.unlink(missing_ok=True)
        wait_until(self._answers)

    def _answers(self) -> bool:
        try:
            return RealClient(self.port).open("/api/health", "GET", None, {}).status_code == 200
        except GONE:
            return False


@contextmanager
def real_server(
    app: Flask, folder: Path, *, workers: int = 1, threads: int = 4, variant: str = "", **settings: object
) -> Iterator[RealServer]:
    """Serve the app's own database and files from processes of its own; `settings` are the server's."""
    config: Config = app.config["ROUNDSMAN"]
    server = RealServer(app, _free_port(), folder / "armed")
    environment = {
        **os.environ,
        "DATABASE_URL": config.database_url,
        "ROUNDSMAN_DATA_DIR": str(config.data_dir),
        "ROUNDSMAN_ARGON2_TIME_COST": "1",
        "ROUNDSMAN_ARGON2_MEMORY_KIB": "8",
        "MORTAL_ARMED": str(server.armed),
        **{f"ROUNDSMAN_{name.upper()}": str(value) for name, value in settings.items()},
        "MORTAL_VARIANT": variant,
    }
    words = [sys.executable, "-m", "gunicorn", "-c", "python:server.serving.gunicorn_settings", "--preload"]
    words += ["--bind", f"127.0.0.1:{server.port}", "--workers", str(workers), "--threads", str(threads)]
    with (folder / "server.log").open("ab") as log:
        root = Path(__file__).parents[2]
        process = subprocess.Popen(
            [*words, "tests.support.mortal:app"],
            env=environment,
            cwd=root,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            server.lives()
            yield server
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wait_until(condition: Any) -> None:
    tick = Event()
    for _ in range(int(START_SECONDS / LOOK_AGAIN_SECONDS)):
        if condition():
            return
        tick.wait(LOOK_AGAIN_SECONDS)
    raise AssertionError(f"not within {START_SECONDS} s")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
