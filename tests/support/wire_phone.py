"""A phone reduced to its wire: it numbers operations, pushes and pulls, and keeps what it was shown."""

from dataclasses import dataclass, field
from typing import Any

from flask.testing import FlaskClient

from server.rules.ids import answer_id
from tests.support.clock import FakeClock
from tests.support.world import PASSWORD, World, operation

HEADERS = {"X-Roundsman": "1"}


@dataclass
class WirePhone:
    """One signed-in device. `base` is what the server has shown it, by document id."""

    client: FlaskClient
    clock: FakeClock
    world: World
    name: str
    device: str = ""
    n: int = 0
    base: dict[str, dict[str, Any]] = field(default_factory=dict)
    cursors: dict[str, dict[str, Any]] = field(default_factory=dict)
    language: str = "en"

    def sign_in(self) -> "WirePhone":
        answer = self.client.post(
            "/api/session",
            json={"name": self.name, "password": PASSWORD, "device": self.device or None},
            headers=HEADERS,
        )
        assert answer.status_code == 200, answer.text
        assert answer.json is not None
        self.device = answer.json["device"]["id"]
        self.n = answer.json["device"]["last_n"]
        return self

    def make(self, name: str, **parts: Any) -> dict[str, Any]:
        """A numbered operation, not sent yet."""
        self.n += 1
        return {**operation(name, self.clock, **parts), "n": self.n}

    def push(self, *operations: dict[str, Any]) -> dict[str, Any]:
        answer = self.client.post(
            "/api/sync/v1/push",
            json={"device": self.device, "schema": 1, "ops": list(operations)},
            headers={**HEADERS, "Accept-Language": self.language},
        )
        assert answer.status_code == 200, answer.text
        body: dict[str, Any] = answer.get_json()
        return body

    def does(self, name: str, **parts: Any) -> dict[str, Any]:
        """Make and push one operation; gives its result."""
        made = self.make(name, **parts)
        result: dict[str, Any] = self.push(made)["results"][0]
        assert result["op"] == made["op"]
        return result

    def pull(self, **limits: int) -> "WirePhone":
        """Ask until every page says that there is no more."""
        more = True
        while more:
            answer = self.client.post(
                "/api/sync/v1/pull",
                json={"device": self.device, "schema": 1, "cursors": self.cursors, **limits},
                headers=HEADERS,
            )
            assert answer.status_code == 200, answer.text
            more = self._take(answer.get_json())
        return self

    def _take(self, body: dict[str, Any]) -> bool:
        for stream in body["drop"]:
            del self.cursors[stream]
            self.base = {key: doc for key, doc in self.base.items() if doc["stream"] != stream}
        for page in body["pages"]:
            if page["reset"]:
                self.base = {key: doc for key, doc in self.base.items() if doc["stream"] != page["stream"]}
            for doc in page["docs"]:
                if doc["gone"]:
                    self.base.pop(doc["id"], None)
                else:
                    self.base[doc["id"]] = {**doc, "stream": page["stream"]}
            self.cursors[page["stream"]] = {"e": page["e"], "s": page["next"]}
        return any(page["more"] for page in body["pages"])

    # Words of the tests

    def answers(self, asset_id: str | None, check_key: str, **values: Any) -> dict[str, Any]:
        """Push an answer, having seen what `base` shows."""
        return self.does("answer_item", edits=[self.edit(asset_id, check_key, **values)])

    def edit(self, asset_id: str | None, check_key: str, **values: Any) -> dict[str, Any]:
        doc = answer_id(self.world.round, asset_id, check_key)
        writers = self.base.get(doc, {}).get("writers", {})
        return {
            "doc": doc,
            "type": "answer",
            "key": {"round_id": self.world.round, "asset_id": asset_id, "check_key": check_key},
            "set": values,
            "was": {name: writers.get(name, []) for name in values},
        }

    def answer(self, asset_id: str | None, check_key: str) -> dict[str, Any]:
        """The answer's fields as last pulled."""
        fields: dict[str, Any] = self.base[answer_id(self.world.round, asset_id, check_key)]["fields"]
        return fields

    def documents(self, kind: str) -> list[dict[str, Any]]:
        return [doc for doc in self.base.values() if doc["type"] == kind]

    def sees(self, kind: str) -> list[dict[str, Any]]:
        """The fields of all documents of a type, with their ids."""
        return [{"id": doc["id"], **doc["fields"]} for doc in self.documents(kind)]

    def seen_of_round(self) -> dict[str, list[str]]:
        """What a decision about the round must have seen."""
        kinds = {"answer", "photo", "scan", "round_event", "signed_copy", "comment", "conflict"}
        mine = [
            doc
            for doc in self.base.values()
            if doc["id"] == self.world.round
            or (doc["type"] in kinds and doc["fields"].get("round_id") == self.world.round)
        ]
        return {doc["id"]: self.writers_of(doc) for doc in mine}

    @staticmethod
    def writers_of(doc: dict[str, Any]) -> list[str]:
        return sorted({op for ops in doc["writers"].values() for op in ops})
