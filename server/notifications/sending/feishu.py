"""A group robot of Feishu or Lark (飞书群机器人), signed where it has a secret (签名校验)."""

import base64
import hashlib
import hmac
from typing import Any

from server.notifications.sending.letter import Letter
from server.notifications.sending.post import cut, post_json
from server.notifications.sending.send_failed import REFUSED, SendFailed

MOST_BYTES = 18_000


def send(letter: Letter) -> None:
    body = {"msg_type": "text", "content": {"text": cut(letter.text, MOST_BYTES)}, **_signature(letter)}
    said = post_json(letter.address, body)
    code = said.get("code", said.get("StatusCode"))
    if code != 0:
        raise SendFailed(REFUSED, f"code {code} {said.get('msg', '')}")


def _signature(letter: Letter) -> dict[str, Any]:
    """HMAC-SHA256 over nothing, keyed with the seconds and the secret."""
    if not letter.secret:
        return {}
    moment = str(int(letter.now.timestamp()))
    digest = hmac.digest(f"{moment}\n{letter.secret}".encode(), b"", hashlib.sha256)
    return {"timestamp": moment, "sign": base64.b64encode(digest).decode()}
