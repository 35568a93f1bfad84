"""This installation: one organisation, and the incarnation of its database's history (a restore changes it)."""

import secrets
from base64 import b32encode

import uuid_utils
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.models import Installation
from server.models.stream import FIRST


def new_incarnation(beginning: str = FIRST) -> str:
    return beginning + b32encode(secrets.token_bytes(15)).decode().lower()


def ensure_installation(session: Session) -> Installation:
    """The one row, made when the database is new."""
    found = session.scalars(select(Installation)).one_or_none()
    if found is None:
        found = Installation(id=1, organisation_id=str(uuid_utils.uuid7()), incarnation=new_incarnation())
        session.add(found)
    return found
