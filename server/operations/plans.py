"""Operations on what is due when: plans, and the calendar that they go by (R1)."""

from datetime import date, timedelta
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from server.operations.fields import CATEGORIES, DayField, InstantField, ProjectKey, an_id, one_of, words
from server.operations.plan_days import calendar_of
from server.operations.projects import partial
from server.operations.scopes import follow_plan
from server.rules.ids import member_id
from server.rules.plan_rule import rule_problem
from server.rules.recurrence import is_ever_due
from server.sync.document import Document
from server.sync.parked import Parked
from server.sync.registry import SUPERVISORS, EditTarget, edit
from server.sync.work import Work

PLAN_KINDS = ("daily", "quarterly", "before_event", "final", "on_demand")
DAY_KINDS = ("holiday", "workday", "event")
MOST_DAYS = 60  # ahead of a round's day, and of grace after it
LONGEST_ENTRY = 366  # days
MOST_ASSETS = 5_000  # of one plan: more than anybody walks


def _is_rule(rule: dict[str, Any]) -> None:
    """When rounds fall due; `{}` is a plan whose rounds are only opened on demand."""
    wrong = rule_problem(rule) or next(iter(rule.keys() - {"every", "on"}), None)
    if rule and wrong is not None:
        raise ValidationError(f"not a rule: {wrong}")


class ScopeSchema(Schema):
    """Assets of these places and categories; an empty list leaves nothing out."""

    place_ids = fields.List(an_id(), required=True, validate=validate.Length(max=1_000))
    categories = fields.List(
        one_of(*CATEGORIES, required=True), required=True, validate=validate.Length(max=len(CATEGORIES))
    )


class PlanFields(Schema):
    name_zh = words()
    name_en = words()
    template_key = words(most=60)
    kind = one_of(*PLAN_KINDS, required=True)
    place_id = an_id(required=False)
    asset_ids = fields.List(an_id(), required=True)
    rule = fields.Dict(keys=fields.String(), required=True, validate=_is_rule)
    due_time = fields.String(required=True, validate=validate.Regexp(r"([01][0-9]|2[0-3]):[0-5][0-9]\Z"))
    starts_on = DayField(required=True)
    ends_on = DayField(allow_none=True)
    assignee_ids = fields.List(an_id())
    scope = fields.Nested(ScopeSchema, allow_none=True)
    assign_by = one_of("people", "roster", required=True)
    lead_days = fields.Integer(strict=True, validate=validate.Range(0, MOST_DAYS))
    proof_percent = fields.Integer(strict=True, validate=validate.Range(0, 100))
    if_missed = one_of("keep", "lapse", required=True)
    grace_days = fields.Integer(strict=True, validate=validate.Range(0, MOST_DAYS))
    on_holiday = one_of("keep", "skip", "before", "after", required=True)


class CalendarDayFields(Schema):
    day = DayField(required=True)
    until = DayField(required=True)
    kind = one_of(*DAY_KINDS, required=True)
    name_zh = words()
    name_en = words()
    removed_at = InstantField(allow_none=True)


def _describe_plan(work: Work) -> None:
    for one in work.checked.edits:
        plan = work.books.need("plan", one.doc)
        _named_lie_in_project(work, one.set)
        if not {"rule", "starts_on"}.isdisjoint(one.set):
            _is_due_some_day(work, plan)
        follow_plan(work, plan)
        if plan["scope"] is not None and len(plan["asset_ids"]) > MOST_ASSETS:
            raise Parked("invalid", "scope_too_large", doc=plan.id, limit=MOST_ASSETS)


def _named_lie_in_project(work: Work, said: dict[str, Any]) -> None:
    assert work.project_id is not None
    for asset_id in said.get("asset_ids", ()):
        work.require("asset", asset_id)
    for place_id in (said.get("scope") or {}).get("place_ids", ()):
        work.require("place", place_id)
    for person_id in said.get("assignee_ids", ()):
        work.require("member", member_id(work.project_id, person_id))


def _is_due_some_day(work: Work, plan: Document) -> None:
    """A plan that can never have a round is a mistake that nobody would notice."""
    rule = plan["rule"]
    calendar = calendar_of(work)
    if rule.get("every") == "contract_end" and calendar.contract_ends_on is None:
        raise Parked("invalid", "plan_without_contract_end", doc=plan.id)
    if rule and not is_ever_due(plan.fields, calendar):
        raise Parked("invalid", "plan_never_due", doc=plan.id)


def _describe_calendar_day(work: Work) -> None:
    for one in work.checked.edits:
        entry = work.books.need("calendar_day", one.doc)
        if entry["until"] < entry["day"]:
            raise Parked("invalid", "calendar_day_turned", doc=entry.id)
        if date.fromisoformat(entry["until"]) - date.fromisoformat(entry["day"]) >= timedelta(days=LONGEST_ENTRY):
            raise Parked("invalid", "calendar_day_too_long", doc=entry.id, limit=LONGEST_ENTRY)


edit(
    "describe_plan",
    roles=SUPERVISORS,
    targets={"plan": EditTarget(partial(PlanFields), ProjectKey())},
    effect=_describe_plan,
)
edit(
    "describe_calendar_day",
    roles=SUPERVISORS,
    targets={"calendar_day": EditTarget(partial(CalendarDayFields), ProjectKey())},
    effect=_describe_calendar_day,
)
