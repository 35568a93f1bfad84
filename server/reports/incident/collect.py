"""Reads what the two reports tell of one ticket, in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.models import Asset, Finding, Member, Place, Problem, Project, Ticket, TicketEvent
from server.rules.causes import causes, past

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Incident:
    """A ticket with its surroundings; events in the order of the books."""

    ticket: Row
    project: Row
    asset: Row | None
    places: Mapping[str, Row]
    members: Mapping[str, Row]
    findings: list[Row]
    events: list[Row]
    problems: list[Row]
    earlier_number: str | None

    def newest(self, name: str) -> Row:
        """The arguments of the last standing event of this name; nothing where there is none."""
        known = [event for event in self.events if event["name"] == name and event["id"] not in self._taken_back()]
        return (known[-1]["args"] or {}) if known else {}

    def solution(self) -> str | None:
        """What solved it in the end: of the last resolve that no reopening has seen."""
        after = causes(self.events)
        reopened: set[str] = set()
        for event in self.events:
            if event["name"] in ("reopened", "client_refused"):
                reopened |= past(event["id"], after)
        standing = [event for event in self.events if event["name"] == "resolved" and event["id"] not in reopened]
        return standing[-1]["args"].get("solution") if standing else None

    def _taken_back(self) -> set[str]:
        return {event["args"]["event"] for event in self.events if event["name"] == "taken_back"}


def collect(session: Session, ticket_id: str) -> Incident | None:
    """None where there is no such ticket."""
    ticket = session.get(Ticket, ticket_id)
    if ticket is None:
        return None
    project = session.get_one(Project, ticket.project_id)
    asset = session.get(Asset, ticket.asset_id) if ticket.asset_id else None
    events = session.scalars(
        select(TicketEvent)
        .where(TicketEvent.ticket_id == ticket_id)
        .order_by(TicketEvent.received_at, TicketEvent.at, TicketEvent.id)
    )
    earlier = session.get(Ticket, ticket.repeat_of_id) if ticket.repeat_of_id else None
    in_project = {"project_id": ticket.project_id}
    return Incident(
        ticket=_row(ticket),
        project=_row(project),
        asset=_row(asset) if asset else None,
        places={row.id: _row(row) for row in session.scalars(select(Place).filter_by(**in_project))},
        members={row.person_id: _row(row) for row in session.scalars(select(Member).filter_by(**in_project))},
        findings=[_row(row) for row in session.scalars(select(Finding).filter_by(ticket_id=ticket_id))],
        events=[_row(row) for row in events],
        problems=[_row(row) for row in session.scalars(select(Problem).filter_by(ticket_id=ticket_id))],
        earlier_number=earlier.number if earlier else None,
    )


def _row(model: Any) -> Row:
    return {column.name: getattr(model, column.name) for column in model.__table__.columns}
