"""What is read over HTTP: one blueprint a resource. Only sign-in writes here; all else goes through `server.sync`."""

from flask import Flask

from server.api import config, health, openapi, photos, sessions
from server.sync import routes as sync
from server.sync import uploads


def register(app: Flask) -> None:
    documented = openapi.make_api(app)
    for blueprint in (sessions.blueprint, sync.blueprint, config.blueprint, health.blueprint, photos.blueprint):
        documented.register_blueprint(blueprint)
    app.register_blueprint(uploads.blueprint)
    openapi.register(app, documented)
