"""The desk's pages, each as the request that the screen makes first."""

import gzip
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from benchmarks.desk.contract import READING, Contract

Ask = Callable[[FlaskClient, Contract], TestResponse]


def _assets(**query: str) -> Ask:
    return lambda desk, contract: desk.get(f"/api/projects/{contract.project.id}/assets", query_string=query)


PAGES: Mapping[str, Ask] = {
    "asset list, first page": _assets(),
    "asset list, one category": _assets(category="camera"),
    "search: a word of two characters": _assets(text="空调"),
    "search: a code": _assets(text="A-000777"),
    "search: a serial number, part of it": _assets(text="7919"),
    "asset page: its readings": lambda desk, contract: desk.get(
        f"/api/assets/{contract.asset}/readings", query_string={"check": READING}
    ),
    "asset page: its history": lambda desk, contract: desk.get(f"/api/assets/{contract.asset}/history"),
    "review page: a whole round": lambda desk, contract: desk.get(f"/api/rounds/{contract.round}"),
    "board of the day": lambda desk, contract: desk.get(f"/api/projects/{contract.project.id}/board"),
}


@dataclass(frozen=True)
class FirstSync:
    bytes: int
    documents: int
    pages: int
    largest_page: int


def first_sync(desk: FlaskClient) -> FirstSync:
    """What a phone fetches that sees the project for the first time, packed as on the wire."""
    cursors: dict[str, dict[str, Any]] = {}
    received = documents = pages = largest = 0
    more = True
    device = desk.get("/api/session").get_json()["device"]
    while more:
        body = {"device": device, "schema": 1, "cursors": cursors}
        packed = desk.post("/api/sync/v1/pull", json=body, headers={"X-Roundsman": "1", "Accept-Encoding": "gzip"}).data
        received, pages, largest = received + len(packed), pages + 1, max(largest, len(packed))
        answer = json.loads(gzip.decompress(packed))["pages"]
        documents += sum(len(page["docs"]) for page in answer)
        cursors = {page["stream"]: {"e": page["e"], "s": page["next"]} for page in answer}
        more = any(page["more"] for page in answer)
    return FirstSync(received, documents, pages, largest)
