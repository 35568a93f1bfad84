"""A phone by docs/protocol.md, "The phone", over a network that a test controls: outbox, base, forks, late answers.

Independent of the TypeScript on purpose: what both get right is right.
"""

import copy
from dataclasses import dataclass, field
from typing import Any

from flask.testing import FlaskClient

from server.rules.ids import answer_id
from tests.support.clock import FakeClock
from tests.support.wire_phone import HEADERS
from tests.support.world import PASSWORD, World, operation

Reply = dict[str, Any]


@dataclass
class Entry:
    """One operation in the outbox. `docs` are the revisions acknowledged, `asked` the pull that came after."""

    n: int
    op: dict[str, Any]
    state: str = "queued"
    docs: list[dict[str, Any]] = field(default_factory=list)
    asked: int = 0
    outcome: str | None = None


@dataclass
class SyncPhone:
    client: FlaskClient
    clock: FakeClock
    world: World
    name: str
    device: str = ""
    next_n: int = 1
    outbox: list[Entry] = field(default_factory=list)
    base: dict[str, dict[str, Any]] = field(default_factory=dict)
    cursors: dict[str, dict[str, Any]] = field(default_factory=dict)
    pulls: int = 0
    answered_pull: int = 0
    wrote: set[str] = field(default_factory=set)
    forgets_at_acknowledgement: bool = False  # a known-bad variant

    def sign_in(self) -> "SyncPhone":
        body = {"name": self.name, "password": PASSWORD, "device": self.device or None}
        answer = self.client.post("/api/session", json=body, headers=HEADERS).get_json()
        self.device, self.next_n = answer["device"]["id"], answer["device"]["last_n"] + 1
        return self

    def clone(self, client: FlaskClient) -> "SyncPhone":
        """An old backup, or a second phone with a copied profile."""
        client.set_cookie("roundsman_session", self.client.get_cookie("roundsman_session").value)  # type: ignore[union-attr]  # signed in above
        twin = SyncPhone(client, self.clock, self.world, self.name)
        for name in ("device", "next_n", "outbox", "base", "cursors", "pulls", "answered_pull", "wrote"):
            setattr(twin, name, copy.deepcopy(getattr(self, name)))
        return twin

    # Writing

    def write(self, name: str, **parts: Any) -> dict[str, Any]:
        """Store an operation on the phone; nothing is sent."""
        made = operation(name, self.clock, **parts)
        self.outbox.append(Entry(self.next_n, made))
        self.next_n += 1
        self.wrote.add(made["op"])
        return made

    def answers(self, asset_id: str | None, check_key: str, **values: Any) -> dict[str, Any]:
        """Answer offline; `was` is what this phone shows, its own unsent operations included."""
        doc = answer_id(self.world.round, asset_id, check_key)
        key = {"round_id": self.world.round, "asset_id": asset_id, "check_key": check_key}
        was = {name: self.writers(doc, name) for name in values}
        return self.write("answer_item", edits=[{"doc": doc, "type": "answer", "key": key, "set": values, "was": was}])

    def writers(self, doc: str, name: str) -> list[str]:
        """Its own newest operation that is not yet reflected, else those that the base names."""
        for entry in reversed(self.outbox):
            if entry.state != "reflected" and any(
                edit["doc"] == doc and name in edit["set"] for edit in entry.op.get("edits", [])
            ):
                return [entry.op["op"]]
        return list(self.base.get(doc, {}).get("writers", {}).get(name, []))

    def heads(self) -> list[str]:
        """The newest round events that this phone shows, its own unsent ones included."""
        known = {
            doc["id"]: set(doc["fields"]["after"])
            for doc in self.base.values()
            if doc["type"] == "round_event" and doc["fields"]["round_id"] == self.world.round
        }
        mine = [entry.op for entry in self.pending() if entry.op.get("doc") == self.world.round and "after" in entry.op]
        known |= {
            op["op"]: set(op["after"]) for op in mine if op["name"] in ("open_round", "submit_round", "sign_round")
        }
        return sorted(set(known) - {cause for causes in known.values() for cause in causes})

    def pending(self) -> list[Entry]:
        return [entry for entry in self.outbox if entry.state != "reflected"]

    def queued(self) -> list[Entry]:
        return [entry for entry in self.outbox if entry.state == "queued"]

    # Pushing

    def push_request(self, most: int) -> Reply:
        ops = [{**entry.op, "n": entry.n} for entry in self.queued()[:most]]
        return {"device": self.device, "schema": 1, "ops": ops}

    def send_push(self, request: Reply) -> Reply:
        answer = self.client.post("/api/sync/v1/push", json=request, headers=HEADERS)
        assert answer.status_code == 200, answer.text
        body: Reply = answer.get_json()
        return body

    def take_push(self, request: Reply, reply: Reply) -> None:
        """Settle entries by their outcomes; an answer sent under another device id is ignored whole."""
        if request["device"] != self.device:
            return
        by_id = {entry.op["op"]: entry for entry in self.outbox}
        for result in reply["results"]:
            entry = by_id.get(result["op"])
            if entry is None or entry.state == "reflected":
                continue
            entry.state, entry.outcome = "acknowledged", result["outcome"]
            entry.docs, entry.asked = result.get("docs", []), self.pulls + 1
            if self.forgets_at_acknowledgement:
                entry.state = "reflected"
        self._obey(reply["stop"])
        self._reflect(whole=set())

    def _obey(self, stop: Reply | None) -> None:
        if stop is None:
            return
        if stop["reason"] == "fork":
            self.device, self.next_n = stop["device"], 1
            for entry in self.outbox:
                entry.n, self.next_n = self.next_n, self.next_n + 1
                if entry.state == "acknowledged":
                    entry.state = "queued"
            self.outbox = [entry for entry in self.outbox if entry.state != "reflected"]
            for number, entry in enumerate(self.outbox, start=1):
                entry.n = number
            self.next_n = len(self.outbox) + 1
        elif stop["reason"] == "gap":
            expected = stop["expected"]
            if all(entry.n != expected for entry in self.outbox):
                # It was forgotten as reflected: only a fork makes the numbers whole again.
                self.device = ""
                queued = self.queued()
                self.sign_in()
                self.outbox = queued
                for number, entry in enumerate(self.outbox, start=self.next_n):
                    entry.n = number
                self.next_n += len(self.outbox)
                return
            for entry in self.outbox:
                if entry.n >= expected and entry.state == "acknowledged":
                    entry.state = "queued"

    # Pulling

    def pull_request(self, docs: int) -> Reply:
        self.pulls += 1
        cursors = copy.deepcopy(self.cursors)
        return {"device": self.device, "schema": 1, "cursors": cursors, "max_docs": docs, "number": self.pulls}

    def send_pull(self, request: Reply) -> Reply:
        body = {name: value for name, value in request.items() if name != "number"}
        answer = self.client.post("/api/sync/v1/pull", json=body, headers=HEADERS)
        assert answer.status_code == 200, answer.text
        reply: Reply = answer.get_json()
        return reply

    def take_pull(self, request: Reply, reply: Reply) -> bool:
        """Apply a page; late ones are ignored. Says whether there is more."""
        if request["device"] != self.device or request["number"] < self.answered_pull:
            return True
        self.answered_pull = request["number"]
        for stream in reply["drop"]:
            self._drop(stream)
        for page in reply["pages"]:
            if self.cursors.get(page["stream"]) == request["cursors"].get(page["stream"]):
                self._take_page(page)
        whole = {page["stream"] for page in reply["pages"] if not page["more"]}
        shown = {page["stream"] for page in reply["pages"]}
        self._reflect(whole, asked=request["number"], shown=shown)
        return any(page["more"] for page in reply["pages"])

    def _take_page(self, page: Reply) -> None:
        if page["reset"]:
            self._drop(page["stream"])
        for doc in page["docs"]:
            if doc["gone"]:
                self.base.pop(doc["id"], None)
            else:
                self.base[doc["id"]] = {**doc, "stream": page["stream"]}
        self.cursors[page["stream"]] = {"e": page["e"], "s": page["next"]}

    def _drop(self, stream: str) -> None:
        self.cursors.pop(stream, None)
        self.base = {doc: row for doc, row in self.base.items() if row["stream"] != stream}

    def _reflect(self, whole: set[str], asked: int = 0, shown: set[str] | None = None) -> None:
        """An acknowledged operation leaves the overlay when the base holds its revision, or cannot hold it."""
        project = f"project:{self.world.project}"
        for entry in self.outbox:
            if entry.state != "acknowledged" or entry.outcome == "waiting":
                continue
            here = all(self.base.get(d["id"], {}).get("rev", 0) >= d["rev"] for d in entry.docs)
            late = asked >= entry.asked > 0 and (project in whole or (shown is not None and project not in shown))
            if (here and entry.docs) or late or entry.outcome == "parked":
                entry.state = "reflected"
        waiting = [entry for entry in self.outbox if entry.outcome == "waiting" and entry.state == "acknowledged"]
        if not waiting:
            return  # the base is long
        settled = {doc["fields"]["op"] for doc in self.base.values() if doc["type"] == "op_status"
                   and doc["fields"]["outcome"] in ("applied", "parked", "settled")}  # fmt: skip
        for entry in waiting:
            if entry.op["op"] in settled:
                entry.state = "reflected"

    def sync(self) -> None:
        """Without faults, until nothing is left to do."""
        for _ in range(60):
            request = self.push_request(50)
            if request["ops"]:
                self.take_push(request, self.send_push(request))
            asked = self.pull_request(200)
            more = self.take_pull(asked, self.send_pull(asked))
            if not more and not self.queued():
                return
        raise AssertionError(f"{self.name} does not come to rest: {self.queued()}")

    def shows(self, doc: str, name: str) -> Any:
        """What the screen says: base, then own operations not yet reflected."""
        value = self.base.get(doc, {}).get("fields", {}).get(name)
        for entry in self.pending():
            for edit in entry.op.get("edits", []):
                if edit["doc"] == doc and name in edit["set"]:
                    value = edit["set"][name]
        return value
