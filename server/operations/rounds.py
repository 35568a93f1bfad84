"""Operations of the walk itself: opened, scanned, answered, written up, submitted."""

from typing import Any

from marshmallow import Schema, fields, validate

from server.operations.events import add_round_event, with_id
from server.operations.fields import DayField, an_id, one_of, sha256, text
from server.operations.following_round import add_amendment, amend_form, fold_round, follow_events, follow_proof
from server.operations.numbering import promise_of_round, round_number
from server.operations.projects import partial
from server.rules.documents import Fields
from server.rules.ids import round_id as round_id_of
from server.rules.round_from_plan import round_from_plan
from server.sync.document import Document
from server.sync.parked import Parked
from server.sync.registry import ENGINEERS, SERVER_ONLY, EditTarget, edit, event
from server.sync.wire import IdField
from server.sync.work import Work


class OpenRound(Schema):
    plan_id = an_id()
    occurrence_date = DayField(required=True)
    template_id = an_id()


class ScanAsset(Schema):
    asset_id = an_id()
    tag_id = an_id(required=False)
    raw = fields.String(required=True, validate=validate.Length(max=500))
    method = one_of("camera", "photo", "typed", "unreadable", required=True)
    reason = fields.String(allow_none=True, load_default=None, validate=validate.Length(max=500))
    place = fields.Dict(keys=fields.String(), values=fields.Float(), allow_none=True, load_default=None)


class Manifest(Schema):
    answers = fields.Dict(keys=IdField(), values=fields.List(IdField()), required=True)
    photos = fields.List(sha256(), required=True)
    signed = fields.List(IdField(), required=True)


class SubmitRound(Schema):
    manifest = fields.Nested(Manifest, required=True)
    client_absent = fields.Boolean(load_default=False)


class FormFields(Schema):
    problem = text()
    solution = text()
    cause = text()
    equipment = text()
    suggestion = text()
    remark = text()


class MemberChange(Schema):
    add = fields.List(IdField(), load_default=list)
    remove = fields.Dict(keys=IdField(), values=fields.List(IdField()), load_default=dict)


class AddedAssets(Schema):
    extra_asset_ids = fields.Nested(MemberChange)


def _project_of_plan(work: Work) -> str | None:
    existing = work.books.get("round", work.doc_id)
    return existing.project_id if existing else work.books.need("plan", work.args["plan_id"]).project_id


def round_of_plan(work: Work) -> Document:
    """The round of this plan and day, made by rule if nobody made it yet."""
    existing = work.books.get("round", work.doc_id)
    if existing is not None:
        return existing
    plan = work.books.need("plan", work.args["plan_id"])
    template = work.require("template", work.args["template_id"])
    day = work.args["occurrence_date"]
    if round_id_of(plan.id, day) != work.doc_id or template is None or template["key"] != plan["template_key"]:
        raise Parked("invalid", "wrong_plan")
    assert plan.project_id is not None
    time_zone = work.books.need("project", plan.project_id)["time_zone"]
    try:
        made: dict[str, Any] = round_from_plan(with_id(plan), day, template.id, time_zone, _shifts(work, plan))
    except OverflowError:  # a deadline before the first day or after the last one that there are
        raise Parked("invalid", "wrong_plan") from None
    made.pop("id")
    work.came.append(work.doc_id)
    return work.insert("round", work.doc_id, **{**made, "number": round_number(work, day)})


def _shifts(work: Work, plan: Document) -> list[Fields]:
    """The roster, where the plan goes by it."""
    if plan["assign_by"] != "roster":
        return []
    return [shift.fields for shift in work.books.look("shift", project_id=plan.project_id)]


def _note_number(work: Work, round_: Document) -> None:
    work.made(promise_of_round(round_.id), number=round_["number"])


@event("plan_round", roles=SERVER_ONLY, doc_type="round", args=OpenRound(), project_of=_project_of_plan, makes_doc=True)
def plan_round(work: Work) -> None:
    """The job makes the day's rounds from their plans (R1)."""
    round_of_plan(work)


@event("open_round", roles=ENGINEERS, doc_type="round", args=OpenRound(), project_of=_project_of_plan, makes_doc=True)
def open_round(work: Work) -> None:
    """An engineer begins; from here on the server knows which phones may hold work of this round."""
    round_ = round_of_plan(work)
    _note_number(work, round_)
    add_round_event(work, round_.id, "opened", {"device": work.actor.device_id})
    follow_events(work, round_)


@event("scan_asset", roles=ENGINEERS, doc_type="round", args=ScanAsset())
def scan_asset(work: Work) -> None:
    """Proof of presence at the asset (R2)."""
    round_ = work.doc()
    work.require("asset", work.args["asset_id"])
    work.require("tag", work.args["tag_id"])
    values = {**work.args, "by": work.person, "at": work.at, "received_at": work.now}
    work.insert_own("scan", round_id=round_.id, **values)
    fold_round(work, round_, [with_id(row) for row in work.books.find("round_event", round_id=round_.id)], touched=True)
    follow_proof(work, round_)


def _after_write_up(work: Work) -> None:
    for one in work.checked.edits:
        amend_form(work, work.books.need("round", one.doc))


def _after_adding(work: Work) -> None:
    for one in work.checked.edits:
        for asset_id in one.set["extra_asset_ids"]["add"]:
            work.require("asset", asset_id)
        round_ = work.books.need("round", one.doc)
        if round_["state"] == "sealed":
            add_amendment(work, round_.id, "late_change", subject=round_.id, detail={"set": dict(one.set)})


edit("write_form", roles=ENGINEERS, targets={"round": EditTarget(partial(FormFields))}, effect=_after_write_up)
edit("add_to_round", roles=ENGINEERS, targets={"round": EditTarget(AddedAssets())}, effect=_after_adding)


@event("submit_round", roles=ENGINEERS, doc_type="round", args=SubmitRound())
def submit_round(work: Work) -> None:
    """Hand the round over. Never refused for content: what is missing is listed and blocks only approval."""
    round_ = work.doc()
    flags = ("after_seal",) if round_["state"] == "sealed" else ()
    add_round_event(work, round_.id, "submitted", {**work.args, "device": work.actor.device_id}, flags)
    follow_events(work, round_)
