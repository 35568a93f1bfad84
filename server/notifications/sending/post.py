"""One POST: to the address that was checked, no redirects, no proxies, ten seconds from the first byte to the last."""

import http.client
import json
import socket
import ssl
from dataclasses import dataclass
from typing import Any

from server.config import current_config
from server.notifications.sending.deadline import deadline
from server.notifications.sending.receivers import Receiver, receiver_of
from server.notifications.sending.send_failed import NO_ANSWER, REFUSED, SendFailed
from server.version import VERSION

SECONDS = 10.0
MOST_BYTES = 64 * 1024  # of an answer; nobody has more to say


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes

    def json(self) -> dict[str, Any]:
        """What it says, or nothing where that is no JSON object."""
        try:
            said = json.loads(self.body)
        except ValueError:
            return {}
        return said if isinstance(said, dict) else {}


class _Line(http.client.HTTPConnection):
    """A connection to the addresses that were checked, under the receiver's name."""

    def __init__(self, receiver: Receiver) -> None:
        super().__init__(receiver.host, receiver.port, timeout=SECONDS)
        self._receiver = receiver
        self.in_use: socket.socket | None = None  # also while an answer is read whose end is the line's

    def connect(self) -> None:
        self.sock = self.in_use = raw = self._reach()
        if self._receiver.is_encrypted:
            context = ssl.create_default_context()
            line = context.wrap_socket(raw, server_hostname=self._receiver.host, do_handshake_on_connect=False)
            self.sock = self.in_use = line
            line.do_handshake()

    def _reach(self) -> socket.socket:
        """The first address that takes the call."""
        ips = self._receiver.ips
        for k, ip in enumerate(ips, start=1):
            try:
                line = socket.create_connection((ip, self._receiver.port), SECONDS / len(ips))
            except OSError:
                if k == len(ips):
                    raise
            else:
                line.settimeout(SECONDS)
                return line
        raise OSError("no address")


def post(address: str, body: bytes, headers: dict[str, str] | None = None) -> Answer:
    """Gives any answer of the 200s; everything else is a failure."""
    receiver = receiver_of(address, inside=bool(current_config().channels_inside))
    line = _Line(receiver)
    sent = {"Content-Type": "application/json; charset=utf-8", "User-Agent": f"Roundsman/{VERSION}", **(headers or {})}
    try:
        with deadline(SECONDS, lambda: line.in_use):
            line.request("POST", receiver.path, body, sent)
            with line.getresponse() as said:
                answer = Answer(said.status, said.read(MOST_BYTES))
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise SendFailed(NO_ANSWER, type(error).__name__) from None
    finally:
        line.close()
    if not 200 <= answer.status < 300:
        raise SendFailed(REFUSED, f"HTTP {answer.status}")
    return answer


def post_json(address: str, body: dict[str, Any]) -> dict[str, Any]:
    return post(address, json.dumps(body, ensure_ascii=False).encode()).json()


def cut(text: str, most_bytes: int) -> str:
    """No more than a receiver takes, and no half character."""
    return text.encode()[:most_bytes].decode(errors="ignore")
