"""Every address, asked badly: a problem that says why, never a fault of the server."""

import json
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.rights.table import routes
from tests.support.browser import Browser
from tests.support.clock import FakeClock
from tests.support.world import PASSWORD, make_world

STRANGE = (
    "%00",
    "%ED%A0%BD",
    "%F0%9F%98%80",
    "..%2f..%2fetc%2fpasswd",
    "x" * 3_000,
    "%0d%0aSet-Cookie:%20a=b",
    "0",
    "-1",
)


@pytest.fixture
def browser(app: Flask, clock: FakeClock) -> Browser:
    make_world(app, clock)
    browser = Browser(app)
    assert browser.sign_in("supervisor").status_code == 200
    return browser


def test_strange_names_in_an_address_are_not_found(app: Flask, browser: Browser) -> None:
    for route in routes(app):
        method, rule = route.split(" ")
        if "<" not in rule or rule == "/<path:path>" or method == "OPTIONS":
            continue
        head, _, tail = rule.partition("<")
        for name in STRANGE:
            path = head + name + tail.partition(">")[2]
            headers = {"Tus-Resumable": "1.0.0", "Upload-Offset": "0", "X-HTTP-Method-Override": "HEAD",
                       "Content-Type": "application/offset+octet-stream"}  # fmt: skip
            answer = browser._send(method, path, headers=headers, data=b"x")
            assert 400 <= answer.status_code < 500, (route, name[:20], answer.status_code)


def test_strange_pages_of_the_app_are_not_found_or_the_app(browser: Browser) -> None:
    for name in STRANGE:
        assert browser.get(f"/{name}").status_code in (400, 404), name
        assert browser.get(f"/t/{name}").status_code in (200, 400, 404, 503), name


def test_strange_questions_are_refused_by_name(app: Flask, browser: Browser) -> None:
    world_project = browser.get("/api/session").get_json()["grants"][0]["project_id"]
    for query in ("size=%00", "size=", "hash=%ED%A0%BD", "size[]=1", "hash=" + "%00" * 64):
        answer = browser.get(f"/api/assets/{world_project}/image?{query}")
        assert answer.status_code in (404, 422), (query, answer.text)
    for query in ("sheet=%00", "asset=x", "start=99999999999999999999", "start=1e400", "sheet=a4-24&start=25"):
        answer = browser.get(f"/api/projects/{world_project}/labels.pdf?{query}")
        assert answer.status_code in (400, 404, 422), (query, answer.text)
    for query in ("h=%00", "h=" + "x" * 5_000, "h=%ED%A0%BD", "h=%F0%9F%98%80"):
        assert browser.get(f"/verify/{world_project}?{query}").status_code < 500, query


def test_strange_headers_harm_nothing(app: Flask, browser: Browser) -> None:
    for headers in (
        {"Accept-Language": "\x01,;;q=q,zh-CN;q=9e999"},
        {"Accept-Language": "x" * 5_000},
        {"Cookie": "roundsman_session=%00"},
        {"Cookie": "roundsman_session=" + "x" * 5_000},
        {"Accept-Encoding": ";q=,"},
        {"If-None-Match": '"""'},
        {"Range": "bytes=-99999999999999999999"},
    ):
        assert browser.get("/api/session", headers=headers).status_code in (200, 401), headers
        assert browser.get("/api/config", headers=headers).status_code == 200, headers


def sign_in(browser: Browser, body: Any) -> TestResponse:
    """In escapes, as a browser writes half a character."""
    headers = {"Content-Type": "application/json"}
    return browser._send("POST", "/api/session", headers=headers, data=json.dumps(body))


def test_strange_sign_ins_are_refused(browser: Browser) -> None:
    password = "wrong password"
    bodies: tuple[Any, ...] = (
        {"name": "\0", "password": password},
        {"name": "\ud83d", "password": password},
        {"name": "supervisor", "password": "\ud83d"},
        {"name": "😀" * 60, "password": password},
        {"name": "supervisor", "password": password, "device": "\0"},
        {"name": "supervisor", "password": password, "device": "\ud83d"},
        {"name": {"$ne": None}, "password": password},
        {"name": ["supervisor"], "password": [password]},
        {"name": "supervisor", "password": "x" * 100_000},
        {"name": "' OR 1=1 --", "password": password},
        [],
        None,
        5,
    )
    for body in bodies:
        answer = sign_in(browser, body)
        assert answer.status_code in (400, 401, 422, 429), (ascii(body)[:80], answer.text)
        assert answer.mimetype == "application/problem+json"


def test_a_sign_in_with_strange_words_about_the_device_keeps_or_refuses_them(app: Flask, browser: Browser) -> None:
    for words in ({"device": "\0"}, {"device": "\ud83d"}, {"device_label": "\0"}, {"device_label": "\ud83d"},
                  {"device_label": "我的手机 😀 \u202e"}):  # fmt: skip
        answer = sign_in(Browser(app), {"name": "supervisor", "password": PASSWORD, **words})
        assert answer.status_code in (200, 422), (ascii(words), answer.text)
