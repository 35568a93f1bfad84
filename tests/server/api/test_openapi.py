"""The document that describes the API."""

import re
from typing import Any

import pytest
from flask import Flask

from server.errors import CATALOGUE
from server.models.documents import DOCUMENT_TYPES
from server.sync.registry import REGISTRY
from tests.support.browser import Browser

METHODS = {"get", "post", "put", "patch", "delete"}


@pytest.fixture
def document(browser: Browser) -> Any:
    return browser.get("/api/openapi.json").get_json()


def test_it_is_of_version_3_1(document: Any) -> None:
    assert document["openapi"] == "3.1.0"


def test_every_route_of_the_api_is_in_it(app: Flask, document: Any) -> None:
    rules = {re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule) for rule in app.url_map.iter_rules()}
    routes = {rule for rule in rules if rule.startswith(("/api/", "/files", "/verify/"))}
    assert routes == set(document["paths"])


def test_every_operation_has_a_summary(document: Any) -> None:
    without = [
        (path, method)
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if method in METHODS and not operation.get("summary")
    ]
    assert without == []


def test_every_document_type_and_every_operation_is_described(document: Any) -> None:
    schemas = document["components"]["schemas"]
    assert {f"document_{name}" for name in DOCUMENT_TYPES} <= set(schemas)
    named = {name for kind in ("edit", "event", "decision") for name in schemas[f"{kind}_name"]["enum"]}
    assert named == {name for name, entry in REGISTRY.items() if entry.roles or entry.administrators}


def test_every_reference_leads_somewhere(document: Any) -> None:
    for reference in re.findall(r"'\$ref': '#/([^']+)'", str(document)):
        part = document
        for step in reference.split("/"):
            part = part[step]


def test_errors_have_the_shape_that_is_sent(browser: Browser, document: Any) -> None:
    sent = browser.get("/api/session").get_json()
    described = document["components"]["schemas"]["Problem"]
    assert set(sent) == set(described["required"])
    assert described["properties"]["code"]["enum"] == [error.code for error in CATALOGUE]


def test_the_page_shows_every_route_and_every_error(browser: Browser, document: Any) -> None:
    page = browser.get("/api/docs")
    assert page.mimetype == "text/html"
    assert all(f"<code>{path}</code>" in page.text for path in document["paths"])
    assert all(f'id="{error.code}"' in page.text for error in CATALOGUE)


def test_the_page_asks_no_other_host(browser: Browser) -> None:
    page = browser.get("/api/docs").text
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", page) and "<script" not in page
