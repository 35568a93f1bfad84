"""A browser with its cookies, that says it is the app on every state-changing request."""

from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from tests.support.people import PASSWORD

OURS = {"X-Roundsman": "1"}


class Browser:
    def __init__(self, app: Flask, language: str = "en") -> None:
        self._client, self._language = app.test_client(), language

    def get(self, path: str, **options: Any) -> TestResponse:
        return self._send("GET", path, **options)

    def post(self, path: str, json: Any, **options: Any) -> TestResponse:
        return self._send("POST", path, json=json, **options)

    def delete(self, path: str, **options: Any) -> TestResponse:
        return self._send("DELETE", path, **options)

    def sign_in(self, name: str, password: str = PASSWORD, **more: Any) -> TestResponse:
        return self.post("/api/session", {"name": name, "password": password, **more})

    def cookie(self) -> str | None:
        found = self._client.get_cookie("roundsman_session")
        return found.value if found else None

    def _send(self, method: str, path: str, headers: dict[str, str] | None = None, **options: Any) -> TestResponse:
        said = {"Accept-Language": self._language, **OURS, **(headers or {})}
        return self._client.open(path, method=method, headers=said, **options)
