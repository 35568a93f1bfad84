"""A client's silence counts as a yes after some days, where the project's policy says so (T6)."""

from collections.abc import Iterable
from datetime import timedelta

from server.rules.documents import Fields
from server.rules.instants import instant, instant_text
from server.rules.sla_policy import Policy
from server.rules.ticket_confirmation import unrevived


def confirms_at(policy: Policy, state: str, events: Iterable[Fields]) -> str | None:
    """When the wait is over (wire instant), counted from the last solution; None where silence says nothing."""
    days = policy.get("auto_confirm_days")
    if state != "resolved" or not days:
        return None
    last = max((instant(event["received_at"]) for event in unrevived("resolved", events)), default=None)
    return instant_text(last + timedelta(days=days)) if last else None
