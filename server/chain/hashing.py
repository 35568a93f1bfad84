"""What a link says of an operation. Everything that came is in it; what the server derived since is not."""

import hashlib
import json
from typing import Any

from sqlalchemy import Row

from server.models import Operation

FIRST = "0" * 64
CHAINED = (
    "op_id",
    "actor_kind",
    "actor_id",
    "on_behalf_of",
    "device_id",
    "n",
    "name",
    "kind",
    "schema",
    "body",
    "body_hash",
    "received_at",
)


def link_hash(previous: str, project: str, k: int, operation: Row[Any] | Operation, outcome: str) -> str:
    """SHA-256 over the link before, the place, and the operation as it stands in the books."""
    said = {name: getattr(operation, name) for name in CHAINED}
    text = json.dumps({**said, "outcome": outcome, "project": project, "k": k}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(previous.encode() + b"\n" + text.encode(errors="backslashreplace")).hexdigest()
