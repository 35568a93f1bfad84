"""Receipts: what the server said of an operation, in a form that it can believe again after a restore.

A receipt is opaque to the phone. It is signed with a key that lies outside the database (a restore must not lose it, a
copy of the database must not give it away) over the operation's id, its body's hash, and what was said.
"""

import hashlib
import hmac
import json
import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from flask import current_app

from server.blobs.durable import sync_folder
from server.config import Config, current_config
from server.sync.checked import Receipt
from server.sync.record import Record

KEY_BYTES, MAC_BYTES = 32, 16
KEPT = "receipt_key"
LONGEST = 64 * 1024


def receipt_of(record: Record) -> str:
    """The receipt that goes out with an outcome."""
    said = Receipt(
        at=record.received_at,
        outcome=record.outcome,
        code=record.code,
        reason=record.result.get("reason"),
        right=record.rightful,
        device=record.first_device_id,
        made=record.made,
        causes=record.causes,
    )
    text = json.dumps(_without_blanks(asdict(said)), separators=(",", ":"))
    payload = urlsafe_b64encode(text.encode()).rstrip(b"=")
    return f"{payload.decode()}.{_mac(record.op, record.body_hash, payload)}"


def read_receipt(text: object, op: str, body_hash: str) -> Receipt | None:
    """What we said of this very operation; None for what we never said. The operation is then judged as new."""
    if not isinstance(text, str) or len(text) > LONGEST or not text.isascii():
        return None
    payload, _, mac = text.partition(".")
    if not hmac.compare_digest(_mac(op, body_hash, payload.encode()), mac):
        return None
    said: dict[str, Any] = json.loads(urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return Receipt(**said)


def _without_blanks(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value not in (None, {}, [])}


def _mac(op: str, body_hash: str, payload: bytes) -> str:
    signed = b"\n".join((op.encode(), body_hash.encode(), payload))
    digest = hmac.digest(_key(), signed, hashlib.sha256)[:MAC_BYTES]
    return urlsafe_b64encode(digest).rstrip(b"=").decode()


def _key() -> bytes:
    if KEPT not in current_app.extensions:
        current_app.extensions[KEPT] = _find_key(current_config())
    return cast(bytes, current_app.extensions[KEPT])


def _find_key(config: Config) -> bytes:
    """The one in the settings, else the one beside the data: made by whoever comes first, kept for good."""
    if config.receipt_key:
        return bytes.fromhex(config.receipt_key)
    file = config.data_dir / KEPT
    if not file.is_file():
        _make_key(file)
    return bytes.fromhex(file.read_text("ascii").strip())


def _make_key(file: Path) -> None:
    fresh = file.with_name(f".{KEPT}-{secrets.token_hex(8)}")
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as written:
        written.write(secrets.token_hex(KEY_BYTES) + "\n")
        written.flush()
        os.fsync(written.fileno())
    try:
        os.link(fresh, file)  # of several processes that start at once, one wins
        sync_folder(file.parent)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
