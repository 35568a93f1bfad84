"""The desk's pages, each as the request that the screen makes first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from benchmarks.desk.contract import Contract, tag_code
from benchmarks.desk.years import READING
from benchmarks.sync.first_pages import first_pages

Ask = Callable[[FlaskClient, Contract], TestResponse]


def _of_project(path: str) -> Ask:
    return lambda desk, contract: desk.get(f"/api/projects/{contract.project.id}/{path}")


def _assets(**query: str) -> Ask:
    return lambda desk, contract: desk.get(f"/api/projects/{contract.project.id}/assets", query_string=query)


PAGES: Mapping[str, Ask] = {
    "asset list, first page": _assets(),
    "asset list, a page half-way": lambda desk, contract: _assets(after=contract.middle)(desk, contract),
    "asset list, one category": _assets(category="camera"),
    "asset list, one room": lambda desk, contract: _assets(place=contract.room)(desk, contract),
    "search: a word of two characters": _assets(text="空调"),
    "search: a code": _assets(text="A-000777"),
    "search: a serial number, part of it": _assets(text="7919"),
    "search: the code on a tag": _assets(text=tag_code(777)),
    "search: what nothing says": _assets(text="没有这样的设备"),
    "ids of all that match, to change at once": _of_project("assets/ids?category=camera"),
    "places with how many stand there": _of_project("places/counts"),
    "asset page: its readings": lambda desk, contract: desk.get(
        f"/api/assets/{contract.asset}/readings", query_string={"check": READING}
    ),
    "asset page: its history": lambda desk, contract: desk.get(f"/api/assets/{contract.asset}/history"),
    "review page: a whole round": lambda desk, contract: desk.get(f"/api/rounds/{contract.round}"),
    "review: what was sent back, and why": _of_project("review-statistics"),
    "tickets that left the phones": _of_project("retired-tickets"),
    "board of the day": _of_project("board"),
    "needs attention": _of_project("attention"),
    "phones": _of_project("phones"),
    "imports": _of_project("imports"),
}


@dataclass(frozen=True)
class FirstSync:
    bytes: int
    documents: int
    pages: int
    largest_page: int


def first_sync(desk: FlaskClient) -> FirstSync:
    """What a phone fetches that sees the project for the first time, packed as on the wire."""
    device = desk.get("/api/session").get_json()["device"]["id"]
    answers = [(size, sum(len(page["docs"]) for page in pages)) for size, pages in first_pages(desk, device)]
    sizes = [size for size, _ in answers]
    return FirstSync(sum(sizes), sum(documents for _, documents in answers), len(answers), max(sizes))
