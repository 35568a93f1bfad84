"""What is read over HTTP: one blueprint a resource. Only sign-in writes here; all else goes through `server.sync`."""

from flask import Flask

from server.api import config, health, openapi, sessions


def register(app: Flask) -> None:
    documented = openapi.make_api(app)
    for blueprint in (sessions.blueprint, config.blueprint, health.blueprint):
        documented.register_blueprint(blueprint)
    openapi.register(app, documented)
