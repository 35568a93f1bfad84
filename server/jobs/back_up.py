"""The worker's own backups, where the settings name a folder for them (docs/operate.md, "Backup")."""

from datetime import timedelta
from pathlib import Path

from flask import Flask

from server.backup.repository import Repository
from server.backup.take import take_backup
from server.clock import now
from server.config import current_config
from server.jobs.registry import Payload, job


@job("back_up", every=timedelta(minutes=15), is_long=True)
def back_up(app: Flask, payload: Payload) -> None:
    """One that fails is tried again like any job, and shows among the troubled ones."""
    config = current_config()
    if not config.backup_dir or not config.backup_hours:
        return
    root = Path(config.backup_dir)
    newest = Repository(root).newest()
    if newest is None or now() - newest >= timedelta(hours=config.backup_hours):
        take_backup(app, root)
