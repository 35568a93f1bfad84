"""What is handed to a sender: everything that it needs, and nothing to look up."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Letter:
    """`id` is the row's, the same at every try: receivers that remember it take a message once.

    `address` and `secret` are the channel's, or a person's e-mail address and nothing. `now`: this try's moment.
    """

    id: str
    address: str
    subject: str
    text: str
    now: datetime
    secret: str | None = None
    facts: dict[str, Any] = field(default_factory=dict)
