"""A phone's line to the server: short patience, a cookie, and a port that a fault may put a proxy behind."""

import http.client
import json as json_module
from dataclasses import dataclass
from typing import Any

from tests.support.real_server import GONE, Answer

PATIENCE_SECONDS = 12.0


class NotNow(Exception):
    """No answer, or one that says to come back: the phone keeps what it has and tries again."""


@dataclass
class Cookie:
    value: str


class Line:
    """Speaks as a test client does, a new socket for each request."""

    def __init__(self, port: int) -> None:
        self.port, self.cookie = port, ""
        self.patience = PATIENCE_SECONDS

    def get_cookie(self, _name: str) -> Cookie:
        return Cookie(self.cookie.partition("=")[2])

    def set_cookie(self, name: str, value: str) -> None:
        self.cookie = f"{name}={value}"

    def post(self, path: str, json: Any = None, headers: dict[str, str] | None = None) -> Answer:
        data = json_module.dumps(json).encode()
        return self.open(path, "POST", data, {"Content-Type": "application/json", **(headers or {})})

    def open(self, path: str, method: str, data: bytes | None, headers: dict[str, str]) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience)
        try:
            connection.request(method, path, data, {**headers, "X-Mortal": "1", "Cookie": self.cookie})
            got = connection.getresponse()
            if got.length is None and not got.chunked:
                raise NotNow("cut off in its headers: our server always says how long it is")
            answer = Answer(got.status, dict(got.getheaders()), got.read())
        except (*GONE, OSError) as gone:
            raise NotNow(repr(gone)) from gone
        finally:
            connection.close()
        if "Set-Cookie" in answer.headers:
            self.cookie = answer.headers["Set-Cookie"].partition(";")[0]
        if answer.status_code >= 500 or answer.status_code == 429:
            raise NotNow(f"{answer.status_code} {answer.text[:200]}")
        return answer
