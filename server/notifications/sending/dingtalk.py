"""A group robot of DingTalk (钉钉群机器人), signed where it has a secret (加签)."""

import base64
import hashlib
import hmac
from urllib.parse import quote_plus

from server.notifications.sending.letter import Letter
from server.notifications.sending.post import cut, post_json
from server.notifications.sending.send_failed import REFUSED, SendFailed

MOST_BYTES = 18_000


def send(letter: Letter) -> None:
    body = {"msgtype": "text", "text": {"content": cut(letter.text, MOST_BYTES)}}
    said = post_json(_signed(letter), body)
    if said.get("errcode") != 0:
        raise SendFailed(REFUSED, f"errcode {said.get('errcode')} {said.get('errmsg', '')}")


def _signed(letter: Letter) -> str:
    """HMAC-SHA256 over the milliseconds and the secret, keyed with the secret."""
    if not letter.secret:
        return letter.address
    moment = str(int(letter.now.timestamp() * 1000))
    digest = hmac.digest(letter.secret.encode(), f"{moment}\n{letter.secret}".encode(), hashlib.sha256)
    joint = "&" if "?" in letter.address else "?"
    return f"{letter.address}{joint}timestamp={moment}&sign={quote_plus(base64.b64encode(digest))}"
