"""Operations on what is asked and when: templates are published whole and never change; plans are edited."""

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from server.operations.fields import MAX_WHOLE, DayField, ProjectKey, an_id, one_of, words
from server.operations.projects import partial
from server.operations.template_items import a_key, template_items
from server.rules.ids import member_id
from server.rules.recurrence import rule_problem
from server.sync.parked import Parked
from server.sync.registry import SERVER_ONLY, SUPERVISORS, EditTarget, decision, edit
from server.sync.work import Work

PLAN_KINDS = ("daily", "quarterly", "before_event", "final", "on_demand")


class PublishTemplate(Schema):
    key = a_key()
    version = fields.Integer(required=True, strict=True, validate=validate.Range(min=1, max=MAX_WHOLE))
    name_zh = words()
    name_en = words()
    resign = one_of("never", "on_finding_change", "always", required=True)
    items = template_items()


def _is_rule(rule: dict[str, Any]) -> None:
    """When rounds fall due; `{}` is a plan whose rounds are only opened on demand."""
    wrong = rule_problem(rule) or next(iter(rule.keys() - {"every", "on"}), None)
    if rule and wrong is not None:
        raise ValidationError(f"not a rule: {wrong}")


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


def _named_lie_in_project(work: Work) -> None:
    assert work.project_id is not None
    for edit_ in work.checked.edits:
        for asset_id in edit_.set.get("asset_ids", ()):
            work.require("asset", asset_id)
        for person_id in edit_.set.get("assignee_ids", ()):
            work.require("member", member_id(work.project_id, person_id))


edit(
    "describe_plan",
    roles=SUPERVISORS,
    targets={"plan": EditTarget(partial(PlanFields), ProjectKey())},
    effect=_named_lie_in_project,
)


def _organisation(_: Work) -> None:
    """A template belongs to the organisation, not to a project."""


@decision("publish_template", roles=SERVER_ONLY, doc_type="template", args=PublishTemplate(), project_of=_organisation)
def publish_template(work: Work) -> None:
    """Publish one version, for ever."""
    if work.books.get("template", work.doc_id) is not None:
        raise Parked("invalid", "already_published")
    template = work.books.insert("template", work.doc_id, None, {**work.args, "published_at": work.now})
    work.record.docs[template.id] = template
