"""Which phones that opened a round may still hold unsent work of it; an approval names them and asks for a reason.

A phone sends its operations in order and without gaps, so its own submit brings all that it wrote before,
and a phone that was in touch after the round was submitted has offered what it had. Only moments of the
server's own clock are compared.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypedDict

from server.rules.instants import instant


@dataclass(frozen=True)
class Contact:
    """An event of the round as the server received it."""

    name: Literal["opened", "submitted", "sent_back"]
    device: str | None
    person_id: str
    received_at: str


class Holding(TypedDict):
    device: str
    person_id: str
    last_seen: str


def holding(contacts: Iterable[Contact], last_seen: Mapping[str, str]) -> list[Holding]:
    """Phones that opened the round and have neither submitted it since nor been in touch since it was submitted.

    `last_seen`: when each device last finished a sync (its pull, which it asks for when its outbox is offered).
    """
    known = sorted(contacts, key=lambda contact: instant(contact.received_at))
    opened = {contact.device: contact for contact in known if contact.name == "opened" and contact.device is not None}
    submitted = _last(known, "submitted")
    sent_back = _last(known, "sent_back")
    phones: list[Holding] = []
    for device, opening in sorted(opened.items()):
        begun = max(instant(opening.received_at), sent_back or instant(opening.received_at))
        seen = last_seen.get(device, opening.received_at)
        own = _last([contact for contact in known if contact.device == device], "submitted")
        offered = submitted is not None and submitted >= begun and instant(seen) >= submitted
        if not offered and (own is None or own < begun):
            phones.append({"device": device, "person_id": opening.person_id, "last_seen": seen})
    return phones


def _last(contacts: list[Contact], name: str) -> datetime | None:
    return max((instant(contact.received_at) for contact in contacts if contact.name == name), default=None)
