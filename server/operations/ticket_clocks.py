"""A ticket's clocks as they follow from its events, and when somebody must look at them next."""

from typing import Any

from sqlalchemy import bindparam, delete

from server.models import TicketAlarm
from server.operations.newest_policy import policy_of
from server.rules.auto_confirmation import confirms_at
from server.rules.clocks import fold_clocks, next_due_at
from server.rules.clocks_facts import facts_of
from server.rules.clocks_thresholds import Threshold, thresholds
from server.rules.clocks_types import Flag
from server.rules.sla_policy import Policy
from server.rules.vendor_clock import Awaited, awaited_answers
from server.sync.document import Document
from server.sync.feed import dialect_insert
from server.sync.work import Work

OVER = ("closed", "withdrawn")
SAID = ("near", "past")
_ALARMS = TicketAlarm.metadata.tables[TicketAlarm.__tablename__]
_NO_ALARM = delete(_ALARMS).where(_ALARMS.c.ticket_id == bindparam("gone"))


def keep_clocks(work: Work, ticket: Document, events: list[dict[str, Any]]) -> None:
    """Judge every clock anew, flag what came in an odd order, set the next alarm."""
    policy = policy_of(work, ticket)
    fold = fold_clocks(policy, facts_of(ticket.fields, events), events)
    is_over = ticket["state"] in OVER
    work.books.derive(
        ticket,
        clocks=fold["clocks"],
        complexity=fold["complexity"],
        next_due_at=None if is_over else next_due_at(fold["clocks"]),
    )
    _flag(work, fold["flags"])
    _set_alarm(work, ticket, None if is_over else next_look(policy, ticket, events))


def unsaid(policy: Policy, ticket: Document, events: list[dict[str, Any]]) -> list[Threshold]:
    """Thresholds that nobody was told of yet, the first one first."""
    said = _said(events)
    grade = {"kind": ticket["kind"], "severity": ticket["severity"]}
    return [one for one in thresholds(policy, grade, ticket["clocks"]) if one["key"] not in said]


def late_vendors(events: list[dict[str, Any]]) -> list[Awaited]:
    """Answers of the vendor that are waited for and of whose lateness nobody was told yet, the first one first."""
    said = _said(events)
    return [wait for wait in awaited_answers(events) if wait["key"] not in said]


def _said(events: list[dict[str, Any]]) -> set[str | None]:
    return {event["args"].get("key") for event in events if event["name"] in SAID}


def next_look(policy: Policy, ticket: Document, events: list[dict[str, Any]]) -> str | None:
    """When the next threshold or the vendor's time passes, or the client's silence counts as a yes (wire instant)."""
    silence = confirms_at(policy, ticket["state"], events)
    moments = [one["at"] for one in unsaid(policy, ticket, events)[:1]] + ([silence] if silence else [])
    return min([*moments, *(wait["due_at"] for wait in late_vendors(events)[:1])], default=None)


def _flag(work: Work, flags: list[Flag]) -> None:
    """A flag stays: that an event came out of order is so, whatever comes later."""
    for flag in flags:
        event = work.books.get("ticket_event", flag["event"])
        if event is not None and flag["flag"] not in event["flags"]:
            work.books.derive(event, flags=[*event["flags"], flag["flag"]])


def _set_alarm(work: Work, ticket: Document, at: str | None) -> None:
    if at is None:
        work.books.at_end(_NO_ALARM, {"gone": ticket.id})
        return
    insert = dialect_insert(work.books.session)(TicketAlarm)
    upsert = insert.on_conflict_do_update(index_elements=["ticket_id"], set_={"next_at": insert.excluded.next_at})
    work.books.at_end(upsert, {"ticket_id": ticket.id, "project_id": ticket.project_id, "next_at": at})
