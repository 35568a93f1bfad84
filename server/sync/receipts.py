"""Receipts: what the server said of an operation, in a form that it can believe again after a restore.

A receipt is opaque to the phone. It is signed with a key that lies outside the database (a restore must not lose it, a
copy of the database must not give it away) over the operation's id, its body's hash, the person to whom it was said,
and what was said. A long one (a submit that raised many tickets) is packed.
"""

import hashlib
import hmac
import json
import os
import secrets
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from pathlib import Path
from typing import Any, cast

from flask import current_app

from server.blobs.durable import sync_folder
from server.config import Config, current_config
from server.sync.checked import Receipt
from server.sync.record import Record

_JSON = json.JSONEncoder(separators=(",", ":")).encode
KEY_BYTES, MAC_BYTES = 32, 16
KEPT = "receipt_key"
PACKED_ABOVE_BYTES = 1_000
# Of the largest operation (128 KiB, some 1,600 answers, each a new finding): beside it there is room in a push.
LONGEST = 256 * 1024


def receipt_of(record: Record) -> str:
    """The receipt that goes out with an outcome."""
    said = {  # the parts of a `Receipt`
        "at": record.received_at,
        "outcome": record.outcome,
        "code": record.code,
        "reason": record.result.get("reason"),
        "right": record.rightful,
        "device": record.first_device_id,
        "made": record.made,
        "causes": record.causes,
    }
    text = _JSON(_without_blanks(said)).encode()
    payload = urlsafe_b64encode(zlib.compress(text) if len(text) > PACKED_ABOVE_BYTES else text).rstrip(b"=")
    return f"{payload.decode()}.{_mac(record.op, record.body_hash, record.actor_id, payload)}"


def read_receipt(text: object, op: str, body_hash: str, person_id: str) -> Receipt | None:
    """What we said of this very operation to this person; None for what we never said: it is then judged as new."""
    if not isinstance(text, str) or len(text) > LONGEST or not text.isascii():
        return None
    payload, _, mac = text.partition(".")
    if not hmac.compare_digest(_mac(op, body_hash, person_id, payload.encode()), mac):
        return None
    said: dict[str, Any] = json.loads(_unpacked(urlsafe_b64decode(payload + "=" * (-len(payload) % 4))))
    return Receipt(**said)


def _unpacked(data: bytes) -> bytes:
    return data if data.startswith(b"{") else zlib.decompress(data)


def _without_blanks(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value not in (None, {}, [])}


def _mac(op: str, body_hash: str, person_id: str, payload: bytes) -> str:
    signed = b"\n".join((op.encode(), body_hash.encode(), person_id.encode(), payload))
    digest = hmac.digest(_key(), signed, hashlib.sha256)[:MAC_BYTES]
    return urlsafe_b64encode(digest).rstrip(b"=").decode()


def derived_key(purpose: str) -> bytes:
    """Another key from the same secret, for another purpose."""
    return hmac.digest(_key(), purpose.encode(), hashlib.sha256)


def _key() -> bytes:
    kept = current_app.extensions
    if KEPT not in kept:
        kept[KEPT] = _find_key(current_config())
    return cast(bytes, kept[KEPT])


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
