"""What is read over HTTP: one blueprint a resource. Only sign-in writes here; all else goes through `server.sync`."""

from flask import Flask


def register(app: Flask) -> None:
    pass
