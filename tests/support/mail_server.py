"""A real SMTP server in a thread. What a test wants it to say to a command, it says."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class MailServer:
    """`says_to_rcpt` and `says_to_data` are refusals instead of 250."""

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    says_to_rcpt: str | None = None
    says_to_data: str | None = None

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, _: Any) -> str:
        if self.says_to_rcpt:
            return self.says_to_rcpt
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.says_to_data:
            return self.says_to_data
        content = envelope.content
        assert isinstance(content, bytes)
        self.letters.append(message_from_bytes(content, policy=default))
        return "250 OK"


@contextmanager
def serving_mail(**settings: Any) -> Iterator[MailServer]:
    handler = MailServer(port=closed_port())
    controller = Controller(handler, hostname="127.0.0.1", port=handler.port, **settings)
    controller.start()
    try:
        yield handler
    finally:
        controller.stop()


def closed_port() -> int:
    """One that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port
