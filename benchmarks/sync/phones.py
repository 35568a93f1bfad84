"""Signed-in phones as the load generator needs them: a cookie, a device id, the next number."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from flask import Flask

from benchmarks.sync.firm import PASSWORD, PROJECTS, Firm, Project, sign_in_name
from benchmarks.sync.load import request_bytes
from benchmarks.sync.work import Days, answers, opened

COOKIE = "roundsman_session"
OPENED_AT_ONCE = 100


@dataclass(frozen=True)
class Phone:
    """A phone as it is when a measurement begins: it has sent `n` operations, and opened `rounds`."""

    engineer: int
    token: str
    device: str
    project: Project
    n: int = 0
    rounds: list[str] = field(default_factory=list)

    def pushes(self, operations: list[dict[str, Any]], sizes: Sequence[int]) -> list[bytes]:
        """Requests that push these, so many in each, numbered on from where the phone is."""
        numbered = iter([{**operation, "n": self.n + k} for k, operation in enumerate(operations, start=1)])
        batches = [[next(numbered) for _ in range(size)] for size in sizes]
        return [self.post("push", {"device": self.device, "schema": 1, "ops": batch}) for batch in batches]

    def pull(self, cursors: dict[str, Any]) -> bytes:
        body = {"device": self.device, "schema": 1, "cursors": cursors}
        return self.post("pull", body, {"Accept-Encoding": "gzip"})

    def post(self, what: str, body: dict[str, Any], headers: dict[str, str] | None = None) -> bytes:
        data = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        said = {"Content-Type": "application/json", "Cookie": f"{COOKIE}={self.token}", **(headers or {})}
        return request_bytes("POST", f"/api/sync/v1/{what}", said, data)

    def answers(self, number: int) -> list[dict[str, Any]]:
        """So many first answers on the opened rounds."""
        made = [one for round_ in self.rounds for one in answers(round_, self.project)]
        assert len(made) >= number, f"{len(self.rounds)} rounds are too few for {number} answers"
        return made[:number]


def sign_in(app: Flask, firm: Firm, engineer: int) -> Phone:
    """A new device of this engineer, known before any server runs."""
    client = app.test_client()
    body = {"name": sign_in_name(engineer), "password": PASSWORD, "device": None}
    answer = client.post("/api/session", json=body, headers={"X-Roundsman": "1"})
    assert answer.status_code == 200, answer.text
    cookie = client.get_cookie(COOKIE)
    assert cookie is not None
    return Phone(engineer, cookie.value, answer.json["device"]["id"], firm.projects[engineer % PROJECTS])  # type: ignore[index]  # a dictionary, see the assertion


def open_rounds(app: Flask, firm: Firm, phone: Phone, days: Days, number: int) -> Phone:
    """The phone after it has opened so many rounds."""
    client = app.test_client()
    client.set_cookie(COOKIE, phone.token)
    made = [opened(firm, phone.project, days.give()) for _ in range(number)]
    for k in range(0, number, OPENED_AT_ONCE):
        operations = [
            {**operation, "n": n}
            for n, (_, operation) in enumerate(made[k : k + OPENED_AT_ONCE], start=phone.n + k + 1)
        ]
        body = {"device": phone.device, "schema": 1, "ops": operations}
        answer = client.post("/api/sync/v1/push", json=body, headers={"X-Roundsman": "1"})
        assert answer.text.count('"outcome":"applied"') == len(operations), answer.text
    return replace(phone, n=phone.n + number, rounds=[row for row, _ in made])
