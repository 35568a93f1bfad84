"""The desk's pages find what they show by index: the tables that grow for years are never read whole.

`./dev bench desk` asks the same at 100,000 assets; here the tables are small, and PostgreSQL is told not to mind.
"""

from functools import partial

from flask import Flask

from benchmarks.desk.scans import whole_scans
from tests.server.sync.conftest import PhoneOf
from tests.support import walk
from tests.support.world import World

PAGES = (
    "projects/{project}/assets",
    "projects/{project}/assets?text=UPS",
    "projects/{project}/assets?category=ups",
    "projects/{project}/assets/ids",
    "projects/{project}/board",
    "projects/{project}/attention",
    "projects/{project}/phones",
    "projects/{project}/review-statistics",
    "projects/{project}/retired-tickets",
    "projects/{project}/imports",
    "assets/{ups}/history",
    "assets/{ups}/readings?check=load",
    "rounds/{round}",
)


def test_the_desks_pages_read_no_growing_table_whole(app: Flask, phone_of: PhoneOf, world: World) -> None:
    supervisor = phone_of("supervisor")
    walk.walk(phone_of("engineer"))

    def ask(page: str) -> None:
        path = "/api/" + page.format(project=world.project, ups=world.ups, round=world.round)
        answer = supervisor.client.get(path)
        assert answer.status_code == 200, answer.text

    read = {page: whole_scans(app, partial(ask, page), small=True) for page in PAGES}
    assert {page: tables for page, tables in read.items() if tables} == {}
