"""Brings the database to the tables of this version."""

import flask_migrate
from flask import Flask

from server.config import MIGRATIONS
from server.database import writing
from server.installation import ensure_installation


def upgrade_database(app: Flask) -> None:
    """Run what is missing of the migrations; a new database gets its organisation and incarnation."""
    with app.app_context():
        flask_migrate.upgrade(str(MIGRATIONS))
        with writing() as session:
            ensure_installation(session)
