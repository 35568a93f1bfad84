"""A phone that keeps what it sent until it is durable, and gives a restored server its lost time back.

By docs/protocol.md, "Restore", independent of the TypeScript on purpose: what both get right is right.
"""

from dataclasses import dataclass, field
from typing import Any

from flask import Flask

from tests.support.tus_phone import TusPhone
from tests.support.wire_phone import HEADERS, WirePhone

BATCH = 20


@dataclass
class Kept:
    """An operation as it was sent, and the last word of the server on it."""

    op: dict[str, Any]
    result: dict[str, Any]
    receipt: str | None = None


@dataclass
class KeepingPhone(WirePhone):
    inc: str = ""
    kept: list[Kept] = field(default_factory=list)
    photos: list[bytes] = field(default_factory=list)
    forgets_at_commit: bool = False  # a known-bad variant

    def sign_in(self) -> "KeepingPhone":
        super().sign_in()
        return self

    def make(self, name: str, **parts: Any) -> dict[str, Any]:
        self.clock.advance(seconds=1)  # no two operations of an hour are received at the same moment
        return super().make(name, **parts)

    def push(self, *operations: dict[str, Any]) -> dict[str, Any]:
        body = super().push(*operations)
        self.inc = self.inc or body["inc"]
        by_id = {op["op"]: op for op in operations}
        known = {one.op["op"]: one for one in self.kept}
        for result in body["results"]:
            if result["op"] in known:
                known[result["op"]].result = result
            else:
                self.kept.append(Kept(by_id[result["op"]], result))
        self._forget(body["last_n"] if self.forgets_at_commit else body["durable_n"])
        return body

    def _forget(self, durable_n: int) -> None:
        """As early as it may: space is short."""
        self.kept = [one for one in self.kept if one.op["n"] > durable_n]

    def photographs(self, app: Flask, content: bytes) -> None:
        self.photos.append(content)
        TusPhone(app, self.name).send_all(content)

    def moves_to(self, app: Flask) -> None:
        """The same address answers from another server; the cookie is the same."""
        cookie = self.client.get_cookie("roundsman_session")
        assert cookie is not None
        self.client = app.test_client()
        self.client.set_cookie("roundsman_session", cookie.value)

    def syncs(self, app: Flask) -> None:
        """Until nothing is left to do: what a new history asks for, bytes, then reading."""
        body = {"device": self.device, "schema": 1, "cursors": self.cursors}
        answer = self.client.post("/api/sync/v1/pull", json=body, headers=HEADERS)
        if answer.status_code == 401:
            self._signs_in_again()
            answer = self.client.post("/api/sync/v1/pull", json={**body, "device": self.device}, headers=HEADERS)
        inc = answer.get_json()["inc"]
        if inc != self.inc:
            self._starts_over(inc)
            self._offers_all()
            for content in self.photos:
                TusPhone(app, self.name).send_all(content)
        self.pull()

    def _signs_in_again(self) -> None:
        """Under the same id where the server still knows it, as the first of a new one's numbers where not."""
        device, n = self.device, self.n
        self.sign_in()
        if self.device == device:
            self.n = max(n, self.n)
        else:
            self._renumber(self.device)

    def _starts_over(self, inc: str) -> None:
        self.inc, self.base, self.cursors = inc, {}, {}
        for one in self.kept:
            one.receipt = one.result["receipt"]

    def _offers_all(self) -> None:
        waiting = sorted(self.kept, key=lambda one: int(one.op["n"]))
        while waiting:
            batch = [{**one.op, "receipt": one.receipt} for one in waiting[:BATCH]]
            body = self.push(*batch)
            stop = body["stop"]
            if stop is None:
                waiting = waiting[len(batch) :]
            elif stop["reason"] == "fork":
                self._renumber(stop["device"])
                waiting = sorted(self.kept, key=lambda one: int(one.op["n"]))
            else:
                assert stop["reason"] == "gap", stop
                waiting = [one for one in self.kept if one.op["n"] >= stop["expected"]]
                if not waiting or waiting[0].op["n"] != stop["expected"]:
                    self._renumber(self.device)
                    waiting = list(self.kept)

    def _renumber(self, device: str) -> None:
        self.device = device
        for n, one in enumerate(sorted(self.kept, key=lambda one: int(one.op["n"])), start=1):
            one.op["n"] = n
        self.n = len(self.kept)
