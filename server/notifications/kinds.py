"""The kinds of message there are. Who is told of each: docs/tickets.md, "Messages"."""

from typing import Final, Literal, get_args

KindOfMessage = Literal[
    "assigned",
    "raised",
    "near",
    "past",
    "escalated",
    "handed_over",
    "confirmation_asked",
    "client_confirmed",
    "client_refused",
    "vendor_asked",
    "vendor_answered",
    "commented",
    "phone_unseen",
    "missed",
    "trial",
]

KINDS: Final[tuple[KindOfMessage, ...]] = get_args(KindOfMessage)
