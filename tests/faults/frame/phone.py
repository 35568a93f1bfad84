"""A phone in a fleet: the one of the state machine, on a real line, that writes down all it was told."""

import copy
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any, cast

from flask.testing import FlaskClient

from server.sync.wire import MAX_OPERATIONS
from tests.faults.frame.line import Line, NotNow
from tests.support.sync_phone import Reply, SyncPhone
from tests.support.wire_phone import HEADERS

DISK = ("device", "next_n", "outbox", "base", "cursors", "pulls", "answered_pull")


@dataclass
class FleetPhone(SyncPhone):
    """`told`: the first outcome it heard of each operation; `news`: how often one was called new."""

    told: dict[str, str] = field(default_factory=dict)
    news: Counter[str] = field(default_factory=Counter)
    not_now: int = 0

    @property
    def line(self) -> Line:
        return cast(Line, self.client)

    def sees_round(self, round_: str) -> None:
        self.world = replace(self.world, round=round_)

    def copied(self) -> "FleetPhone":
        """Another phone with a copy of this one's disk."""
        line = Line(self.line.port)
        line.cookie = self.line.cookie
        twin = type(self)(cast(FlaskClient, line), self.clock, self.world, self.name)
        for name in DISK:
            setattr(twin, name, copy.deepcopy(getattr(self, name)))
        return twin

    def steps(self, most: int, docs: int) -> bool:
        """One push and one page, as far as the network lets it; says whether it got through."""
        try:
            self.pushes(most)
            self.pulls_page(docs)
        except NotNow:
            self.not_now += 1
            return False
        return True

    def pushes(self, most: int) -> None:
        request = self.push_request(most)
        if request["ops"]:
            self.take_push(request, self.send_push(request))

    def pulls_page(self, docs: int) -> bool:
        """Says whether there is more. What is reflected is forgotten: there is no backup policy here."""
        asked = self.pull_request(docs)
        more = self.take_pull(asked, self.send_pull(asked))
        self.outbox = [entry for entry in self.outbox if entry.state != "reflected"]
        return more

    def comes_to_rest(self) -> bool:
        """Push and pull once, patiently; says whether nothing is left to do."""
        self.pushes(MAX_OPERATIONS)
        return not self.pulls_page(500) and not self.queued()

    def send_push(self, request: Reply) -> Reply:
        return self._ask("/api/sync/v1/push", request)

    def send_pull(self, request: Reply) -> Reply:
        return self._ask("/api/sync/v1/pull", {name: value for name, value in request.items() if name != "number"})

    def _ask(self, path: str, body: dict[str, Any]) -> Reply:
        answer = self.line.post(path, json=body, headers=HEADERS)
        if answer.status_code == 401:
            self.signs_in_again()
            raise NotNow("signed in again")
        assert answer.status_code == 200, f"{self.name} {path}: {answer.status_code} {answer.text[:500]}"
        return cast(Reply, answer.json)

    def signs_in_again(self) -> None:
        """Its session has run out: the same device, its own numbers."""
        own_n = self.next_n
        self.sign_in()
        self.next_n = max(own_n, self.next_n)

    def take_push(self, request: Reply, reply: Reply) -> None:
        for result in reply["results"]:
            self.told.setdefault(result["op"], result["outcome"])
            self.news[result["op"]] += not result.get("duplicate", False)
        super().take_push(request, reply)
