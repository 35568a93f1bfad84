"""How long a clock may run, as severity and complexity stood: first at registration, then by each grading.

Of gradings that had not seen each other the worse one stands, as on the ticket. A grading made after a clock was
met moves nothing: what was judged stays judged. Promises do not know severity.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from server.rules.clocks_order import Step
from server.rules.documents import Fields
from server.rules.severity import worst_severity
from server.rules.sla_policy import MATRIX_CLOCKS, Policy, limit_minutes
from server.rules.work_calendar import CalendarKind


@dataclass(frozen=True)
class Grade:
    """What holds from this event on; the first one is the registration and has none."""

    event: str | None
    number: int
    severity: int | None
    complexity: str | None


@dataclass(frozen=True)
class Limit:
    minutes: int
    calendar: CalendarKind
    because: tuple[str, ...]


def grades(facts: Fields, steps: Iterable[Step]) -> list[Grade]:
    """Severity and complexity through the ticket's life. A diagnosis may say the complexity."""
    told = [Grade(None, -1, facts["severity"], facts["complexity"])]
    unseen: list[Step] = []
    for step in steps:
        if step.name not in ("graded", "diagnosed"):
            continue
        severity, complexity = told[-1].severity, step.args.get("complexity") or told[-1].complexity
        if step.name == "graded" and step.args.get("severity") is not None:
            unseen = [*(one for one in unseen if one.id not in step.seen), step]
            severity = worst_severity(one.args["severity"] for one in unseen)
        told.append(Grade(step.id, step.number, severity, complexity))
    return told


def limit_of(policy: Policy, facts: Fields, key: str, told: list[Grade], met: Step | None) -> Limit | None:
    """The limit that holds, or held when the clock was met. Graded only after that: the first grade is its judge."""
    limit: Limit | None = None
    for grade in told:
        if met is not None and grade.number >= met.number and limit is not None:
            break
        minutes = limit_minutes(
            policy, key, severity=grade.severity, complexity=grade.complexity, elsewhere=bool(facts["elsewhere"])
        )
        if minutes is None:
            continue
        calendar = _calendar_kind(policy, key, grade.severity)
        if limit is None or (limit.minutes, limit.calendar) != (minutes, calendar):
            because = limit.because if limit else ()
            limit = Limit(minutes, calendar, because if grade.event is None else (*because, grade.event))
    return limit


def _calendar_kind(policy: Policy, key: str, severity: int | None) -> CalendarKind:
    own = policy["calendar_for"].get(str(severity)) if key in MATRIX_CLOCKS else None
    return cast(CalendarKind, own or policy["calendar"]["kind"])
