"""A plain page in the local network that hands a phone the certificate authority, then leads it to the app."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from flask import Flask, render_template

CERTIFICATE_PATH = "/ca.crt"
CERTIFICATE_TYPE = "application/x-x509-ca-cert"


class Door:
    """Runs in a thread of the supervisor, and tells nothing but these two answers."""

    def __init__(self, app: Flask, port: int, app_url: str, authority: Path) -> None:
        with app.app_context():
            self._page = render_template("door.html", app_url=app_url, certificate_path=CERTIFICATE_PATH).encode()
        self._authority = authority.read_bytes()
        self._server = ThreadingHTTPServer(("", port), self._handler())

    def open(self) -> None:
        threading.Thread(target=self._server.serve_forever, daemon=True, name="door").start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        answers = {"/": ("text/html; charset=utf-8", self._page), CERTIFICATE_PATH: (CERTIFICATE_TYPE, self._authority)}

        class Handler(BaseHTTPRequestHandler):
            timeout = 10

            def do_HEAD(self) -> None:
                self._answer(with_body=False)

            def do_GET(self) -> None:
                self._answer(with_body=True)

            def _answer(self, *, with_body: bool) -> None:
                content_type, body = answers.get(self.path, answers["/"])
                self.send_response(200)
                self.send_header("Content-Type", content_type)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if with_body:
                    self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Visits to this page are nobody's business."""

        return Handler
