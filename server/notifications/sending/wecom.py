"""A group robot of WeCom (企业微信群机器人)."""

from server.notifications.sending.letter import Letter
from server.notifications.sending.post import cut, post_json
from server.notifications.sending.send_failed import REFUSED, SendFailed

MOST_BYTES = 2048


def send(letter: Letter) -> None:
    """It answers 200 whatever happens; what happened is in `errcode`."""
    body = {"msgtype": "text", "text": {"content": cut(letter.text, MOST_BYTES)}}
    said = post_json(letter.address, body)
    if said.get("errcode") != 0:
        raise SendFailed(REFUSED, f"errcode {said.get('errcode')} {said.get('errmsg', '')}")
