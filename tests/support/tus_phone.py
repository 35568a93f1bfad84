"""A phone that sends photos by tus, one request at a time, so that a test can stop it anywhere."""

import base64
import hashlib
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from tests.support.browser import Browser
from tests.support.stream import Body

Headers = dict[str, str]
BODY = "application/offset+octet-stream"


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def metadata(**pairs: str) -> str:
    return ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in pairs.items())


def checksum(algorithm: str, data: bytes) -> str:
    return f"{algorithm} {base64.b64encode(hashlib.new(algorithm, data).digest()).decode()}"


class TusPhone(Browser):
    """Signed in as one person; each one is a device of its own."""

    def __init__(self, app: Flask, name: str) -> None:
        super().__init__(app)
        answer = self.sign_in(name)
        assert answer.status_code == 200, answer.text
        self.device_id = answer.get_json()["device"]["id"]

    def tus(self, method: str, path: str, headers: Headers | None = None, **options: Any) -> TestResponse:
        return self._send(method, path, headers={"Tus-Resumable": "1.0.0", **(headers or {})}, **options)

    def create(self, content: bytes, *, mime: str = "image/jpeg", **headers: str) -> TestResponse:
        """Begin an upload of this content; none of it is sent. Keywords are headers, `None` cannot be said."""
        declared = metadata(hash=sha256(content), mime=mime)
        said = {"Upload-Length": str(len(content)), "Upload-Metadata": declared}
        return self.tus("POST", "/files", {**said, **_named(headers)})

    def begin(self, content: bytes) -> str:
        answer = self.create(content)
        assert answer.status_code == 201, answer.text
        return answer.headers["Location"]

    def send(self, url: str, offset: int, data: bytes, headers: Headers | None = None) -> TestResponse:
        said = {"Upload-Offset": str(offset), "Content-Type": BODY, **(headers or {})}
        return self.tus("PATCH", url, said, data=data)

    def stream(self, url: str, offset: int, body: Body, length: int, headers: Headers | None = None) -> TestResponse:
        """Send a piece that says it is so long, from a body that a test controls."""
        said = {"Upload-Offset": str(offset), "Content-Type": BODY, **(headers or {})}
        return self.tus("PATCH", url, said, environ_overrides=body.environ(length))

    def send_all(self, content: bytes) -> TestResponse:
        """The whole file with its creation: one request."""
        said = {
            "Upload-Length": str(len(content)),
            "Upload-Metadata": metadata(hash=sha256(content), mime="image/jpeg"),
            "Content-Type": BODY,
        }
        return self.tus("POST", "/files", said, data=content)

    def offset_of(self, url: str) -> int:
        answer = self.tus("HEAD", url)
        assert answer.status_code == 200, answer.status
        return int(answer.headers["Upload-Offset"])


def _named(headers: dict[str, str]) -> Headers:
    return {name.replace("_", "-"): value for name, value in headers.items()}
