"""Writes a table of assets that a supervisor decided to import, or takes it back; each in one transaction."""

from flask import Flask

from server.imports.applying import apply
from server.imports.undoing import undo
from server.jobs.registry import Payload, job


@job("apply_import", is_long=True)
def apply_import(app: Flask, payload: Payload) -> None:
    """Payload: {import, person}. Asked for by the operation of the same name."""
    apply(str(payload["import"]), payload["person"])


@job("undo_import", is_long=True)
def undo_import(app: Flask, payload: Payload) -> None:
    undo(str(payload["import"]), payload["person"])
