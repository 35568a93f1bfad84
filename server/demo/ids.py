"""Ids of the demo: always the same ones, so that loading twice finds what is there."""

import hashlib
import uuid
from datetime import datetime

NAMESPACE = uuid.UUID("5b0d1a52-3f6e-5d0b-9c55-7c1a2f6f5b21")


def demo_id(*parts: str) -> str:
    """Return the id of a demo document by its name."""
    return str(uuid.uuid5(NAMESPACE, "/".join(parts)))


def operation_id(at: datetime, *parts: str) -> str:
    """Return an operation's id: a UUIDv7 of its moment, with the name's hash where a phone has random bits."""
    milliseconds = int(at.timestamp() * 1000)
    bits = int.from_bytes(hashlib.sha256("/".join(parts).encode()).digest()[:10])
    value = (milliseconds << 80 | bits) & ~(0xF << 76) & ~(0x3 << 62) | 0x7 << 76 | 0x2 << 62
    return str(uuid.UUID(int=value))
