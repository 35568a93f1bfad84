"""tus-js-client from npm, unmodified, in a Node process of its own for each upload (client.mjs)."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from devtools import node
from tests.support.people import PASSWORD
from tests.support.real_server import RealServer
from tests.support.tus_phone import sha256

HERE = Path(__file__).parent
PACKAGES = Path(__file__).parents[4] / "pwa" / "package.json"
LONGEST_SECONDS = 60.0


@dataclass
class Upload:
    """What became of one: `answers` in order, each with the process that gave it; `pieces` in bytes as it cut them."""

    how: str = ""
    path: str | None = None
    status: int = 0
    body: str = ""
    pieces: list[int] = field(default_factory=list)
    answers: list[dict[str, Any]] = field(default_factory=list)

    def told(self, method: str) -> list[int]:
        return [answer["status"] for answer in self.answers if answer["method"] == method]

    def processes(self) -> set[int]:
        return {answer["process"] for answer in self.answers}

    def take(self, line: str) -> str:
        said = json.loads(line)
        if said["what"] == "answer":
            self.answers.append(said)
        elif said["what"] == "end":
            self.how, self.pieces = said["how"], said["pieces"]
            self.status, self.body = said.get("status", 0), said.get("body", "")
        self.path = urlsplit(said["url"]).path if said.get("url") else self.path
        return str(said["what"])


@dataclass(frozen=True)
class NpmPhone:
    """One device of the engineer. Keywords of an upload are client.mjs's; `options` are tus-js-client's own."""

    server: RealServer
    folder: Path
    cookie: str

    def sends(self, content: bytes, **asked: Any) -> Upload:
        with self.begins(content, **asked) as process:
            return follow(process, Upload())

    @contextmanager
    def begins(self, content: bytes, **asked: Any) -> Iterator["subprocess.Popen[str]"]:
        """Begin one that goes on beside the test."""
        file = self.folder / sha256(content)
        file.write_bytes(content)
        told = {"packages": str(PACKAGES), "port": self.server.port, "cookie": self.cookie, "file": str(file),
                "hash": sha256(content), "options": {}, **asked}  # fmt: skip
        words = [str(node.executable()), str(HERE / "client.mjs"), json.dumps(told)]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
            try:
                yield process
            finally:
                process.kill()


def follow(process: "subprocess.Popen[str]", upload: Upload, until: str = "end") -> Upload:
    """Read on until this happens."""
    assert process.stdout is not None
    for line in process.stdout:
        if upload.take(line) == until:
            return upload
    raise AssertionError(f"tus-js-client ended before {until!r}: {upload}")


def npm_phone(server: RealServer, folder: Path, name: str = "engineer") -> NpmPhone:
    body = json.dumps({"name": name, "password": PASSWORD}).encode()
    client = server.real_client()
    answer = client.open("/api/session", "POST", body, {"Content-Type": "application/json", "X-Roundsman": "1"})
    assert answer.status_code == 200, answer.text
    return NpmPhone(server, folder, client.cookie)
