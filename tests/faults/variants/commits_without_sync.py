"""Known-bad: a commit is answered although it is not synced to disk (synchronous=NORMAL)."""

import sqlite3
from typing import Any

from server import database

_open = vars(database)["_open_sqlite"]


def _open_without_sync(connection: sqlite3.Connection, record: Any) -> None:
    _open(connection, record)
    connection.execute("PRAGMA synchronous=NORMAL")


vars(database)["_open_sqlite"] = _open_without_sync
