"""Makes the rounds that plans owe, ahead of their day, so that phones have them before they lose the network.

A round already made (by a phone at the door, or by an earlier run) is the same row: both follow the same rule.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.clock import now
from server.database import reading
from server.jobs.registry import Payload, job
from server.models.calendar_day import CalendarDay
from server.models.checklist import Plan, Template
from server.models.operation import Operation
from server.models.project import Project
from server.models.round import Round
from server.models.types import instant_text
from server.rules.ids import natural_id, round_id
from server.rules.plan_calendar import PlanCalendar
from server.rules.recurrence import local_day, occurrences
from server.sync.actor import Actor
from server.sync.apply import apply_operations

ACTOR = Actor("job", "make_rounds")
# A daily round gets the template of its day; a rare one is shown a week ahead, or as early as its plan says.
DAYS_AHEAD = 7
DAYS_AHEAD_DAILY = 2


@dataclass(frozen=True)
class Owed:
    """One round that a plan owes on one day."""

    plan_id: str
    day: str
    template_id: str

    @property
    def op(self) -> str:
        return natural_id("plan_round", self.plan_id, self.day)

    @property
    def round_id(self) -> str:
        return round_id(self.plan_id, self.day)

    def operation(self, at: str) -> dict[str, Any]:
        return {
            "op": self.op,
            "name": "plan_round",
            "at": at,
            "doc": self.round_id,
            "args": {"plan_id": self.plan_id, "occurrence_date": self.day, "template_id": self.template_id},
        }


@job("make_rounds", every=timedelta(hours=1))
def make_rounds(app: Flask, payload: Payload) -> None:
    """Hourly: midnight comes at another hour in each time zone, and a plan may be new."""
    with reading() as session:
        owed = _not_yet_made(session, list(_owed(session)))
    apply_operations(ACTOR, [round_.operation(instant_text(now())) for round_ in owed])


def _owed(session: Session) -> Iterator[Owed]:
    templates = _newest_templates(session)
    calendar_of = cache(lambda project: plan_calendar(session, project))
    for plan, project in session.execute(select(Plan, Project).join(Project, Project.id == Plan.project_id)):
        template_id = templates.get(plan.template_key)
        if template_id is None:
            continue  # nothing is published under this key yet; the next run looks again
        for day in _days(plan, project.time_zone, calendar_of(project)):
            yield Owed(plan.id, day, template_id)


def plan_calendar(session: Session, project: Project) -> PlanCalendar:
    """What plans go by: the project's holidays and events, and its contract's end."""
    entries = session.scalars(select(CalendarDay).where(CalendarDay.project_id == project.id))
    names = ("day", "until", "kind", "removed_at")
    days = [{name: getattr(entry, name) for name in names} for entry in entries]
    return PlanCalendar(days, project.ends_on)


def _days(plan: Plan, time_zone: str, calendar: PlanCalendar) -> list[str]:
    today = local_day(instant_text(now()), time_zone)
    ahead = DAYS_AHEAD_DAILY if plan.rule.get("every") == "day" else DAYS_AHEAD
    last = date.fromisoformat(today) + timedelta(days=max(ahead, plan.lead_days))
    names = ("starts_on", "ends_on", "rule", "on_holiday")
    facts = {name: getattr(plan, name) for name in names}
    return occurrences(facts, today, last.isoformat(), calendar)


def _newest_templates(session: Session) -> dict[str, str]:
    """Template id by key, of the highest version."""
    ordered = select(Template.key, Template.id).order_by(Template.version)
    return {row.key: row.id for row in session.execute(ordered)}


def _not_yet_made(session: Session, owed: list[Owed]) -> list[Owed]:
    """Leave out what is there, and what was tried and parked: that waits for a person, not for the next hour."""
    rounds = set(session.scalars(select(Round.id).where(Round.id.in_([one.round_id for one in owed]))))
    tried = set(session.scalars(select(Operation.op_id).where(Operation.op_id.in_([one.op for one in owed]))))
    return [one for one in owed if one.round_id not in rounds and one.op not in tried]
