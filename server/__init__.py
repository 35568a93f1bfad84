"""Roundsman: field inspection that works without a network. `create_app` builds the server."""

from flask import Flask
from flask.json.provider import DefaultJSONProvider
from werkzeug.middleware.proxy_fix import ProxyFix

from server import api, guard, headers, models, passwords, problems, web
from server.clock import Clock, SystemClock
from server.config import MIGRATIONS, Config
from server.database import prepare_engine
from server.extensions import db, migrate

__all__ = ["create_app", "models"]


class ReadableJson(DefaultJSONProvider):
    """Chinese as it is, members in the order they were written."""

    ensure_ascii = False
    sort_keys = False


def create_app(config: Config | None = None, clock: Clock | None = None) -> Flask:
    config = config or Config.from_env()
    app = Flask("server", static_folder=None)
    app.json = ReadableJson(app)
    app.config.from_mapping(
        ROUNDSMAN=config,
        SQLALCHEMY_DATABASE_URI=config.database_url,
        SQLALCHEMY_ENGINE_OPTIONS=config.engine_options,
        MAX_CONTENT_LENGTH=config.max_request_bytes,
    )
    if config.trusted_proxies:
        hops = config.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]  # Flask's own way
    app.extensions["clock"] = clock or SystemClock()
    config.data_dir.mkdir(parents=True, exist_ok=True)

    db.init_app(app)
    prepare_engine(app)
    migrate.init_app(app, db, directory=str(MIGRATIONS))
    passwords.register(app, config)
    problems.register(app)
    guard.register(app)
    api.register(app)
    web.register(app)
    headers.register(app)
    return app
