"""The server, its operator and its cast, as for backups."""

from tests.server.backup.conftest import app, operator, root, world

__all__ = ["app", "operator", "root", "world"]
