"""A webhook, signed after Standard Webhooks: the receiver checks the signature and takes each `webhook-id` once."""

import base64
import binascii
import hashlib
import hmac
import json

from server.notifications.sending.letter import Letter
from server.notifications.sending.post import post

PREFIX = "whsec_"
KEY_BYTES = range(24, 65)  # what the standard asks for


def send(letter: Letter) -> None:
    body = json.dumps(letter.facts, ensure_ascii=False, separators=(",", ":")).encode()
    moment = str(int(letter.now.timestamp()))
    headers = {"webhook-id": letter.id, "webhook-timestamp": moment}
    key = key_of(letter.secret)
    if key is not None:
        digest = hmac.digest(key, f"{letter.id}.{moment}.".encode() + body, hashlib.sha256)
        headers["webhook-signature"] = f"v1,{base64.b64encode(digest).decode()}"
    post(letter.address, body, headers)


def key_of(secret: str | None) -> bytes | None:
    """The bytes behind `whsec_…`; None of what is no such secret."""
    if not secret or not secret.startswith(PREFIX):
        return None
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error:
        return None
    return key if len(key) in KEY_BYTES else None
