"""A ticket's clocks are looked at because a moment came: near and past are said, past goes up a tier by itself (T5)."""

from typing import Any

from server.operations.events import tell_ticket, ticket_events
from server.operations.fields import Nothing
from server.operations.folding_tickets import fold_ticket
from server.operations.newest_policy import policy_of
from server.operations.ticket_clocks import OVER, SAID, late_vendors, unsaid
from server.operations.ticket_news import tell_of_escalation, tell_of_threshold
from server.operations.ticket_passing_on import VENDOR_TIER
from server.rules.auto_confirmation import confirms_at
from server.rules.clocks_thresholds import Threshold
from server.rules.vendor_clock import Awaited
from server.sync.document import Document
from server.sync.registry import SERVER_ONLY, event
from server.sync.work import Work

WHOLE_LIMIT = 100  # per cent


@event("pass_threshold", roles=SERVER_ONLY, doc_type="ticket", args=Nothing())
def pass_threshold(work: Work) -> None:
    """Judged again under the ticket's lock: of what was met or moved meanwhile only the alarm is set anew."""
    ticket = work.doc()
    events = ticket_events(work, ticket.id)
    policy = policy_of(work, ticket)
    if ticket["state"] not in OVER:
        for passing in unsaid(policy, ticket, events):
            if passing["at"] <= work.now:
                _pass(work, ticket, passing)
        for wait in late_vendors(events):
            if wait["due_at"] <= work.now:
                _say_vendor_is_late(work, ticket, wait)
        silent_until = confirms_at(policy, ticket["state"], events)
        if silent_until is not None and silent_until <= work.now:
            tell_ticket(work, ticket.id, "auto_confirmed", silent_until, {"days": policy["auto_confirm_days"]})
    fold_ticket(work, ticket)


def _pass(work: Work, ticket: Document, passing: Threshold) -> None:
    name = SAID[1] if passing["threshold"] >= WHOLE_LIMIT else SAID[0]
    due_at = next(clock["due_at"] for clock in ticket["clocks"] if clock["key"] == passing["clock"])
    said = {"key": passing["key"], "clock": passing["clock"], "threshold": passing["threshold"], "due_at": due_at}
    _tell(work, ticket, name, passing, said)
    tell_of_threshold(work, ticket, name, said)
    if passing["escalates"]:
        _go_up(work, ticket, passing)


def _say_vendor_is_late(work: Work, ticket: Document, wait: Awaited) -> None:
    """Beyond the vendor there is no tier: handler, desk and supervisors are told, and chase them."""
    said = {"key": wait["key"], "clock": "vendor", "threshold": WHOLE_LIMIT, "due_at": wait["due_at"]}
    moments = {"cause": work.op, "by": None, "at": wait["due_at"], "received_at": work.now}
    tell_ticket(work, ticket.id, "past", wait["key"], said, moments)
    tell_of_threshold(work, ticket, "past", said)


def _go_up(work: Work, ticket: Document, passing: Threshold) -> None:
    """One tier for each moment at which something was past, however many clocks were; the vendor is the last."""
    events = ticket_events(work, ticket.id)
    at_once = any(one["name"] == "escalated" and one["args"].get("passed_at") == passing["at"] for one in events)
    told = [one["args"].get("to_tier") or 1 for one in events if one["name"] == "escalated"]
    tier = max([ticket["tier"], *told])
    if at_once or tier >= VENDOR_TIER:
        return
    args = {"from_tier": tier, "to_tier": tier + 1, "clock": passing["clock"], "passed_at": passing["at"]}
    op = _tell(work, ticket, "escalated", passing, args)
    tell_of_escalation(work, ticket, op, to_tier=tier + 1)


def _tell(work: Work, ticket: Document, name: str, passing: Threshold, args: dict[str, Any]) -> str:
    """It happened when the moment came, whenever the server looked."""
    moments = {"cause": work.op, "by": None, "at": passing["at"], "received_at": work.now}
    return tell_ticket(work, ticket.id, name, passing["key"], args, moments)
