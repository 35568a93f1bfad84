"""Who is to do a plan's round: the people that it names, or who is on duty by the roster (S5)."""

from collections.abc import Iterable
from datetime import timedelta

from server.rules.documents import Fields
from server.rules.instants import instant, instant_text
from server.rules.roster import on_duty

_JUST_BEFORE = timedelta(milliseconds=1)


def plan_assignees(plan: Fields, shifts: Iterable[Fields], due_at: str) -> list[str]:
    """Person ids in order; nobody named or on duty: it is everybody's.

    By the roster it is who has first or second duty at the last moment before the deadline: a shift that ends with the
    deadline is still theirs. The hot line stays at its telephone.
    """
    if plan["assign_by"] != "roster":
        return sorted(plan["assignee_ids"] or [])
    there = on_duty(shifts, instant_text(instant(due_at) - _JUST_BEFORE))
    return sorted({one["person_id"] for one in there if one["duty"] != "hotline"})
