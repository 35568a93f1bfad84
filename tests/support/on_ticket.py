"""What people do on the one ticket of the test world."""

from typing import Any

from tests.support import walk
from tests.support.wire_phone import WirePhone

ABNORMAL = {"value": "abnormal", "severity": 3, "seen": "风扇异响"}


def raise_by_round(engineer: WirePhone) -> str:
    """Walk the round with a fault; gives the ticket's id."""
    walk.walk(engineer, **ABNORMAL)
    return str(ticket_on(engineer)["id"])


def ticket_on(phone: WirePhone) -> dict[str, Any]:
    """The ticket as this phone sees it now."""
    (ticket,) = phone.pull().sees("ticket")
    return ticket


def event_on(phone: WirePhone, name: str) -> dict[str, Any]:
    """The one event of this name."""
    (event,) = (one for one in phone.pull().sees("ticket_event") if one["name"] == name)
    return event


def does_on_ticket(phone: WirePhone, name: str, **args: Any) -> dict[str, Any]:
    """An event on the one ticket, by somebody who has seen all of its timeline."""
    ticket = ticket_on(phone)
    return phone.does(name, doc=ticket["id"], args=args, after=heads_of_ticket(phone))


def heads_of_ticket(phone: WirePhone) -> list[str]:
    events = phone.sees("ticket_event")
    seen = {cause for event in events for cause in event["after"]}
    return sorted(event["id"] for event in events if event["id"] not in seen)
